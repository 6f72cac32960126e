import type { PointerEvent } from 'react'
import { changeStep } from '#domain/plan/edits/edit-timeline.ts'
import type { Step } from '#domain/plan/plan.ts'
import { describeStep } from '#domain/timeline/describe-step.ts'
import { Said, useWords } from '#i18n/index.ts'
import { IconButton } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { StepEditor } from './StepEditor.tsx'
import type { TimelineProps } from './timeline-props.ts'
import styles from './timeline.module.css'
import { Who } from './Who.tsx'

type Pull = (event: PointerEvent<HTMLElement>) => void

/** What a handle of `useStepDrag` listens to. */
export type HandleProps = {
  readonly onPointerDown: Pull
  readonly onPointerMove: Pull
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
}

type ItemProps = TimelineProps & {
  readonly step: Step
  readonly isOpen: boolean
  readonly isPulled: boolean
  /** True where what is pulled would fall right before this one. */
  readonly dropsBefore: boolean
  readonly handle: HandleProps
  readonly onOpen: (isOpen: boolean) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** One step: ticked off, pulled by its handle, opened to be changed. */
export const StepItem = ({
  step,
  isOpen,
  isPulled,
  dropsBefore,
  handle,
  onOpen,
  onMove,
  onRemove,
  ...props
}: ItemProps) => {
  const { plan, facts, hazard, edit } = props
  const t = useWords('interview')
  const phrase = describeStep(step, plan, facts, hazard)
  const words = t.label(phrase.key, phrase.params)
  return (
    <li
      className={styles.step}
      data-step={step.id}
      data-done={step.done || undefined}
      data-pulled={isPulled || undefined}
      data-drop={dropsBefore || undefined}
    >
      <div className={styles.stepHead}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={step.done}
            onChange={() => edit(changeStep(hazard, step.id, { done: !step.done }))}
          />
          <span>
            <Said phrase={phrase} />
          </span>
        </label>
        <span className={styles.handle} aria-hidden="true" {...handle}>
          <Icon name="grip" />
        </span>
      </div>
      <div className={styles.stepFoot}>
        <Who plan={plan} who={step.who} />
        <IconButton
          icon={isOpen ? 'close' : 'pencil'}
          label={t.label(isOpen ? 'timeline.closeStep' : 'timeline.changeStep', { step: words })}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        />
      </div>
      {isOpen ? (
        <StepEditor {...props} step={step} words={words} onMove={onMove} onRemove={onRemove} />
      ) : null}
    </li>
  )
}
