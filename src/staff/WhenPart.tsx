import { useState } from 'react'
import type { ClosureDraft } from '#domain/publish/draft-closure.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { Section } from '#ui/Panel.tsx'
import { TimeField } from './TimeField.tsx'

const HOUR = 3_600_000
const ENDS = ['further', '3', '6', '12', '24', 'at'] as const
type End = (typeof ENDS)[number]

/** Step 3: from when, until when. Nobody knows the end of a flood: until further notice stands first. */
export const WhenPart = ({
  draft,
  now,
  onDraft,
}: {
  readonly draft: ClosureDraft
  readonly now: number
  readonly onDraft: (draft: ClosureDraft) => void
}) => {
  const [end, setEnd] = useState<End>(draft.end === null ? 'further' : 'at')
  const choose = (chosen: End) => {
    setEnd(chosen)
    const from = draft.start ?? now
    const hours = chosen === 'at' ? 6 : Number(chosen)
    onDraft({ ...draft, end: chosen === 'further' ? null : roundUp(from + hours * HOUR) })
  }
  return (
    <Section title={<Said k="staff:when.title" />}>
      <Chips
        legend={<Said k="staff:when.start" />}
        value={draft.start === null ? 'now' : 'at'}
        options={[
          { value: 'now', label: <Said k="staff:when.now" /> },
          { value: 'at', label: <Said k="staff:when.chosen" /> },
        ]}
        onChange={(chosen) => onDraft({ ...draft, start: chosen === 'now' ? null : roundUp(now) })}
      />
      {draft.start === null ? null : (
        <TimeField
          label={<Said k="staff:when.startAt" />}
          value={draft.start}
          onChange={(start) => onDraft({ ...draft, start })}
        />
      )}
      <Chips
        legend={<Said k="staff:when.end" />}
        value={end}
        options={ENDS.map((value) => ({
          value,
          label:
            value === 'further' || value === 'at' ? (
              <Said k={`staff:when.${value === 'at' ? 'chosen' : 'further'}`} />
            ) : (
              <Said k="staff:when.hours" params={{ hours: Number(value) }} />
            ),
        }))}
        onChange={choose}
      />
      {end !== 'at' || draft.end === null ? null : (
        <TimeField
          label={<Said k="staff:when.endAt" />}
          value={draft.end}
          onChange={(time) => onDraft({ ...draft, end: time })}
        />
      )}
    </Section>
  )
}

/** The next ten minutes: nobody says 9:37. */
const roundUp = (time: number): number => Math.ceil(time / 600_000) * 600_000
