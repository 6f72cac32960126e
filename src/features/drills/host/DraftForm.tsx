import { useId, useState } from 'react'
import { MOST_GROUP } from '#domain/drills/invitation.ts'
import { SCENARIOS, shippedScenario } from '#domain/drills/scenarios.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { Said, wordsIn, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { FromFile } from '../home/FromFile.tsx'
import { ScenarioFacts } from '../home/ScenarioList.tsx'
import { ScenarioName } from '../home/ScenarioName.tsx'
import { areaName } from '../join/AskedTo.tsx'
import type { DrillTools } from '../tools.ts'
import { invitationOf, type Draft, type DraftRefusal } from './draft.ts'
import styles from './host.module.css'

/** No shipped scenario has this id. */
const OWN = 'file'

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void }

const Which = ({ draft, onChange }: Props) => {
  const { scenario } = draft
  const own = typeof scenario === 'string' ? null : scenario
  const shown = typeof scenario === 'string' ? shippedScenario(scenario) : scenario
  return (
    <>
      <Chips
        legend={<Said k="drills:host.which" />}
        options={[
          ...SCENARIOS.map((one) => ({
            value: one.id,
            label: <ScenarioName scenario={one} />,
          })),
          ...(own === null ? [] : [{ value: OWN, label: <ScenarioName scenario={own} /> }]),
        ]}
        value={typeof scenario === 'string' ? scenario : OWN}
        onChange={(id) => onChange({ ...draft, scenario: id === OWN && own !== null ? own : id })}
      />
      {shown === null ? null : (
        <div className={styles.part}>
          <ScenarioFacts scenario={shown} />
        </div>
      )}
      <FromFile onScenario={(read) => onChange({ ...draft, scenario: read })} />
    </>
  )
}

const Begins = ({ draft, onChange }: Props) => {
  const id = useId()
  return (
    <>
      <Chips<Draft['begins']>
        legend={<Said k="drills:host.when" />}
        options={[
          { value: 'anyTime', label: <Said k="drills:host.anyTime" /> },
          { value: 'at', label: <Said k="drills:host.at" /> },
        ]}
        value={draft.begins}
        onChange={(begins) => onChange({ ...draft, begins })}
      />
      {draft.begins === 'at' ? (
        <div className={styles.time}>
          <label htmlFor={id}>
            <Said k="drills:host.time" />
          </label>
          <input
            id={id}
            type="datetime-local"
            value={draft.time}
            onChange={(event) => onChange({ ...draft, time: event.target.value })}
          />
        </div>
      ) : null}
    </>
  )
}

const Fault = ({
  tools,
  refused,
}: {
  readonly tools: DrillTools
  readonly refused: { readonly why: DraftRefusal; readonly area: string } | null
}) => {
  const t = useWords('drills')
  if (refused === null) return null
  return (
    <p>
      {refused.why === 'past' ? (
        <Said k="drills:host.past" />
      ) : refused.why === 'noArea' ? (
        <Said k="offline:cannotAnswer" />
      ) : (
        <Said
          k="drills:join.otherArea"
          params={{ area: wordsIn(t.language, areaName(tools, refused.area)) }}
        />
      )}
    </p>
  )
}

/** Puts a drill together: which, for whom, and when. */
export const DraftForm = ({
  tools,
  onMade,
}: {
  readonly tools: DrillTools
  readonly onMade: (invitation: DrillInvitation) => void
}) => {
  const [draft, setDraft] = useState<Draft>({ scenario: 'stand', group: '', begins: 'anyTime', time: '' })
  const [refused, setRefused] = useState<{ readonly why: DraftRefusal; readonly area: string } | null>(null)
  const change = (next: Draft) => {
    setRefused(null)
    setDraft(next)
  }
  const make = () => {
    const made = invitationOf(draft, tools.area?.manifest.area.code ?? null, tools.clock.now())
    if (made.ok) return onMade(made.value)
    setRefused({ why: made.reason, area: made.detail ?? '' })
  }
  return (
    <div className={styles.part}>
      <Which draft={draft} onChange={change} />
      <TextField
        label={<Said k="drills:host.group" />}
        hint={<Said k="drills:host.groupHint" />}
        value={draft.group}
        most={MOST_GROUP}
        onCommit={(group) => setDraft((now) => ({ ...now, group }))}
      />
      <Begins draft={draft} onChange={change} />
      <div role="alert" className={styles.fault}>
        <Fault tools={tools} refused={refused} />
      </div>
      <Button look="main" onClick={make}>
        <Said k="drills:host.make" />
      </Button>
    </div>
  )
}
