import { useState } from 'react'
import { addStep } from '#domain/plan/edits/edit-timeline.ts'
import { MOST, type Step } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { triggersOf, type TriggerId } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select, TextField } from '#ui/Field.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { LONGEST_STEP } from './StepEditor.tsx'
import type { TimelineProps } from './timeline-props.ts'
import styles from './timeline.module.css'
import { useTriggerOptions } from './use-trigger-options.ts'

/** Adds a step in the family's own words to a trigger. */
export const OwnStep = ({
  hazard,
  steps,
  edit,
}: Pick<TimelineProps, 'hazard' | 'edit'> & { readonly steps: readonly Step[] }) => {
  const options = useTriggerOptions(hazard)
  const [trigger, setTrigger] = useState<TriggerId>(triggersOf(hazard)[0] ?? 'lifted')
  const [text, setText] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  if (steps.length >= MOST.steps)
    return (
      <Quiet>
        <Said k="interview:timeline.full" />
      </Quiet>
    )
  const add = () => {
    const own = cleanText(text, LONGEST_STEP)
    setIsEmpty(own === '')
    if (own === '') return
    const step = { trigger, what: { type: 'own', text: own }, who: [], done: false } as const
    if (edit(addStep(hazard, { ...step, who: [] }))) setText('')
  }
  return (
    <section className={styles.own}>
      <h3>
        <Said k="interview:timeline.addOwn" />
      </h3>
      <TextField
        key={steps.length}
        label={<Said k="interview:timeline.text" />}
        value={text}
        lines={2}
        most={LONGEST_STEP}
        onCommit={(typed) => {
          setText(typed)
          setIsEmpty(false)
        }}
      />
      <Select
        label={<Said k="interview:timeline.when" />}
        options={options}
        value={trigger}
        onChange={(value) => setTrigger(value as TriggerId)}
      />
      <div role="alert">
        {isEmpty ? (
          <p className={styles.fault}>
            <Said k="interview:timeline.noText" />
          </p>
        ) : null}
      </div>
      <Actions>
        <Button icon="plus" onClick={add}>
          <Said k="interview:timeline.add" />
        </Button>
      </Actions>
    </section>
  )
}
