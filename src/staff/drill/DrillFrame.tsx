import { DRILL_GROUPS, DRILL_MODES } from '#domain/drills/scenario.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import type { ScenarioDraft } from '#domain/publish/draft-scenario.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Checks, Select } from '#ui/Field.tsx'
import { More, Section } from '#ui/Panel.tsx'
import { DrillTitles } from './DrillTitles.tsx'
import { FaultBox } from './FaultLine.tsx'
import { NumberField } from './NumberField.tsx'

export type DraftProps = {
  readonly draft: ScenarioDraft
  readonly onDraft: (draft: ScenarioDraft) => void
}

/** Step 2: the danger, how it is done and by whom, its name, how long and how fast. */
export const DrillFrame = ({ draft, onDraft }: DraftProps) => (
  <Section title={<Said k="staff:drill.frame.title" />}>
    <Chips
      legend={<Said k="staff:drill.frame.hazard" />}
      value={draft.hazard}
      options={TIMELINE_HAZARDS.map((value) => ({ value, label: <Said k={`timeline:danger.${value}`} /> }))}
      onChange={(hazard) => onDraft({ ...draft, hazard })}
    />
    <FaultBox field="modes">
      <Checks
        legend={<Said k="staff:drill.frame.modes" />}
        options={DRILL_MODES.map((value) => ({ value, label: <Said k={`drills:mode.${value}`} /> }))}
        checked={draft.modes}
        onChange={(modes) => onDraft({ ...draft, modes })}
      />
    </FaultBox>
    <FaultBox field="groups">
      <Checks
        legend={<Said k="staff:drill.frame.groups" />}
        options={DRILL_GROUPS.map((value) => ({ value, label: <Said k={`drills:group.${value}`} /> }))}
        checked={draft.groups}
        onChange={(groups) => onDraft({ ...draft, groups })}
      />
    </FaultBox>
    <DrillTitles draft={draft} onDraft={onDraft} />
    <Times draft={draft} onDraft={onDraft} />
    <More summary={<Said k="staff:drill.frame.more" />}>
      <NumberField
        field="seed"
        label={<Said k="staff:drill.frame.seed" />}
        hint={<Said k="staff:drill.frame.seedHint" />}
        value={draft.seed}
        onCommit={(seed) => onDraft({ ...draft, seed })}
      />
    </More>
  </Section>
)

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const Times = ({ draft, onDraft }: DraftProps) => {
  const t = useWords('staff')
  const lasts = Math.round(draft.minutes / draft.speed)
  return (
    <>
      <NumberField
        field="minutes"
        label={<Said k="staff:drill.frame.minutes" />}
        value={draft.minutes}
        onCommit={(minutes) => onDraft({ ...draft, minutes })}
      />
      <NumberField
        field="speed"
        label={<Said k="staff:drill.frame.speed" />}
        value={draft.speed}
        onCommit={(speed) => onDraft({ ...draft, speed })}
        {...(Number.isFinite(lasts)
          ? { hint: <Said k="staff:drill.frame.speedHint" params={{ minutes: Math.max(1, lasts) }} /> }
          : {})}
      />
      <Select
        label={<Said k="staff:drill.frame.startsAt" />}
        value={String(draft.startsAt)}
        options={[
          { value: String(null), text: t.label('drill.frame.asItIs') },
          ...HOURS.map((hours) => ({
            value: String(hours),
            text: t.label('drill.frame.hour', { hours }),
          })),
        ]}
        onChange={(chosen) =>
          onDraft({ ...draft, startsAt: HOURS.find((hour) => String(hour) === chosen) ?? null })
        }
      />
    </>
  )
}
