import { changeStep } from '#domain/plan/edits/edit-timeline.ts'
import type { Step } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { describeStep, whyStep } from '#domain/timeline/describe-step.ts'
import { peopleOf } from '#domain/timeline/household-roles.ts'
import type { TriggerId } from '#domain/timeline/trigger.ts'
import { plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Checks, Select, TextField } from '#ui/Field.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { personPhrase } from './person.ts'
import type { TimelineProps } from './timeline-props.ts'
import styles from './timeline.module.css'
import { useTriggerOptions } from './use-trigger-options.ts'

/** The longest step in one's own words, as the plan has it. Characters. */
export const LONGEST_STEP = 200

const Why = ({ step, plan, facts, hazard }: Omit<TimelineProps, 'edit'> & { readonly step: Step }) => {
  const why = whyStep(step, plan, facts, hazard)
  return why === null ? null : (
    <p>
      <strong>
        <Said k="interview:timeline.why" />
      </strong>{' '}
      <Said phrase={why} />
    </p>
  )
}

const Words = ({ step, plan, facts, hazard, edit }: TimelineProps & { readonly step: Step }) => {
  const t = useWords('interview')
  const say = (text: string) => {
    const own = cleanText(text, LONGEST_STEP)
    // An emptied field is no step: what stood there stays, and removing has a button of its own.
    if (own !== '') edit(changeStep(hazard, step.id, { what: { type: 'own', text: own } }))
  }
  if (step.what.type === 'own')
    return (
      <TextField
        label={<Said k="interview:timeline.text" />}
        value={step.what.text}
        lines={2}
        most={LONGEST_STEP}
        onCommit={say}
      />
    )
  return (
    <Button icon="pencil" onClick={() => say(plain(t.phrase(describeStep(step, plan, facts, hazard))))}>
      <Said k="interview:timeline.ownWords" />
    </Button>
  )
}

type EditorProps = TimelineProps & {
  readonly step: Step
  /** The step in words, for what is read out. */
  readonly words: string
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

const Moves = ({ words, onMove, onRemove }: Pick<EditorProps, 'words' | 'onMove' | 'onRemove'>) => {
  const t = useWords('interview')
  return (
    <Actions>
      <Button
        icon="up"
        data-move="up"
        aria-label={t.label('timeline.upStep', { step: words })}
        onClick={() => onMove(-1)}
      >
        <Said k="interview:timeline.up" />
      </Button>
      <Button
        icon="down"
        data-move="down"
        aria-label={t.label('timeline.downStep', { step: words })}
        onClick={() => onMove(1)}
      >
        <Said k="interview:timeline.down" />
      </Button>
      <Button icon="bin" look="quiet" aria-label={t.label('removeNamed', { name: words })} onClick={onRemove}>
        <Said k="interview:remove" />
      </Button>
    </Actions>
  )
}

/** Why the step stands there, who does it, when, its words; move and remove. */
export const StepEditor = ({ step, words, onMove, onRemove, ...props }: EditorProps) => {
  const { plan, hazard, edit } = props
  const options = useTriggerOptions(hazard)
  const people = peopleOf(plan)
  return (
    <div className={styles.editor}>
      <Why {...props} step={step} />
      {people.length === 0 ? (
        <Quiet>
          <Said k="interview:timeline.nobody" />
        </Quiet>
      ) : (
        <Checks
          legend={<Said k="interview:timeline.who" />}
          options={people.map((member) => ({
            value: member.id,
            label: <Said phrase={personPhrase(plan, member)} />,
          }))}
          checked={step.who}
          onChange={(who) => edit(changeStep(hazard, step.id, { who: [...who] }))}
        />
      )}
      <Select
        label={<Said k="interview:timeline.when" />}
        options={options}
        value={step.trigger}
        onChange={(trigger) => edit(changeStep(hazard, step.id, { trigger: trigger as TriggerId }))}
      />
      <Words {...props} step={step} />
      <Moves words={words} onMove={onMove} onRemove={onRemove} />
    </div>
  )
}
