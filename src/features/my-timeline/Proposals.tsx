import { useState } from 'react'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { addStep, changeStep, removeStep } from '#domain/plan/edits/edit-timeline.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan, Step } from '#domain/plan/plan.ts'
import { describeStep } from '#domain/timeline/describe-step.ts'
import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { redraft, type StepChange } from '#domain/timeline/redraft.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, More } from '#ui/Panel.tsx'
import styles from './timeline.module.css'
import { Who } from './Who.tsx'

const editFor = (hazard: TimelineHazard, change: StepChange): Edit => {
  switch (change.type) {
    case 'add':
      return addStep(hazard, change.step)
    case 'remove':
      return removeStep(hazard, change.step.id)
    case 'move':
      return changeStep(hazard, change.step.id, { trigger: change.to })
    case 'assign':
      return changeStep(hazard, change.step.id, { who: change.who })
  }
}

/** The same proposal again, while the page lives. */
const keyOf = (change: StepChange): string =>
  JSON.stringify([change.type, change.step.what, triggerIn(change)])

const triggerIn = (change: StepChange): Step['trigger'] =>
  change.type === 'move' ? change.to : change.step.trigger

/** What a draft of today would change, one by one: nothing is changed unless it is taken over. */
export const Proposals = ({
  plan,
  facts,
  hazard,
  steps,
  edit,
}: {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly hazard: TimelineHazard
  readonly steps: readonly Step[]
  readonly edit: (edit: Edit) => boolean
}) => {
  const [passedBy, setPassedBy] = useState<readonly string[]>([])
  const changes = redraft(steps, plan, facts, hazard).filter((one) => !passedBy.includes(keyOf(one)))
  if (changes.length === 0) return null
  return (
    <More summary={<Said k="interview:timeline.proposals" params={{ count: changes.length }} />}>
      <p>
        <Said k="interview:timeline.proposalsWhy" />
      </p>
      <ul className={styles.warnings}>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <p>
              <strong>
                <Said k={`interview:timeline.proposal.${change.type}`} />
              </strong>{' '}
              <Said phrase={describeStep(change.step, plan, facts, hazard)} />
            </p>
            <p>
              <Said phrase={describeTrigger(triggerIn(change), hazard).name} />
            </p>
            {change.type === 'assign' ? <Who plan={plan} who={change.who} /> : null}
            <Actions>
              <Button onClick={() => edit(editFor(hazard, change))}>
                <Said k="interview:timeline.take" />
              </Button>
              <Button look="quiet" onClick={() => setPassedBy([...passedBy, keyOf(change)])}>
                <Said k="interview:timeline.pass" />
              </Button>
            </Actions>
          </li>
        ))}
      </ul>
    </More>
  )
}
