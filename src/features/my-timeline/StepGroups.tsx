import { useEffect, useRef, useState } from 'react'
import { moveStep, placeStep, removeStep } from '#domain/plan/edits/edit-timeline.ts'
import type { Step } from '#domain/plan/plan.ts'
import { describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { triggerOf, triggersOf, type TriggerId } from '#domain/timeline/trigger.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { LevelBadge } from '../level/index.ts'
import { StepItem } from './StepItem.tsx'
import type { TimelineProps } from './timeline-props.ts'
import styles from './timeline.module.css'
import { useStepDrag, type Drop } from './use-step-drag.ts'

/** Who says it, what it is called, about when: the head of a group. */
const TriggerHead = ({
  trigger,
  hazard,
}: Pick<TimelineProps, 'hazard'> & { readonly trigger: TriggerId }) => {
  const { name, says, time } = describeTrigger(trigger, hazard)
  const { level, says: sayer } = triggerOf(trigger)
  return (
    <div className={styles.triggerHead} data-level={level ?? undefined}>
      {level === null ? null : <LevelBadge level={level} large isNamed={sayer !== 'forecast'} />}
      <div>
        <h4>
          <Said phrase={name} />
        </h4>
        <p>
          <Said phrase={says} />
          {time === null ? null : (
            <span className={styles.time}>
              <Said phrase={time} />
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

/** What the eye sees at once and the ear has to be told: where a step went. */
const Moved = ({
  step,
  hazard,
  steps,
}: Pick<TimelineProps, 'hazard'> & { step: Step | null; steps: readonly Step[] }) => {
  const t = useWords('interview')
  if (step === null) return null
  const group = steps.filter(({ trigger }) => trigger === step.trigger)
  return (
    <>
      <Heard phrase={describeTrigger(step.trigger, hazard).name} />{' '}
      <Heard
        text={t('timeline.moved', {
          number: group.findIndex(({ id }) => id === step.id) + 1,
          all: group.length,
        })}
      />
    </>
  )
}

/** Where the focus goes after a step moved or went: its button, which may stand in another group now. */
type Focus = { readonly id: string; readonly on: 'up' | 'down' | 'tick' }

function useFocusAfter(steps: readonly Step[]) {
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<Focus | null>(null)
  useEffect(() => {
    const focus = wanted.current
    wanted.current = null
    if (focus === null) return
    const item = list.current?.querySelector<HTMLElement>(`[data-step="${focus.id}"]`)
    const on = focus.on === 'tick' ? 'input' : `[data-move="${focus.on}"]`
    item?.querySelector<HTMLElement>(on)?.focus()
  }, [steps])
  const focusNext = (focus: Focus | null) => {
    wanted.current = focus
  }
  return { list, focusNext }
}

/** The steps of one timeline, grouped by what they wait for, in the order of the axis. */
export const StepGroups = (
  props: TimelineProps & { readonly steps: readonly Step[]; readonly first: string | null },
) => {
  const { hazard, steps, first, edit } = props
  const [open, setOpen] = useState<string | null>(first)
  const [moved, setMoved] = useState<string | null>(null)
  const { list, focusNext } = useFocusAfter(steps)
  const place = ({ id, trigger, before }: Drop) => {
    if (before !== id && edit(placeStep(hazard, id, trigger, before))) setMoved(id)
  }
  const { drop, handle } = useStepDrag(list, place)
  const triggers = triggersOf(hazard)
  const move = (id: string, by: 1 | -1) => {
    focusNext({ id, on: by === 1 ? 'down' : 'up' })
    if (edit(moveStep(hazard, id, by, triggers))) setMoved(id)
  }
  const remove = (id: string) => {
    const at = steps.findIndex((step) => step.id === id)
    const next = steps[at + 1] ?? steps[at - 1]
    focusNext(next === undefined ? null : { id: next.id, on: 'tick' })
    edit(removeStep(hazard, id))
  }
  return (
    <div ref={list} className={styles.groups}>
      <LiveRegion>
        <Moved step={steps.find(({ id }) => id === moved) ?? null} hazard={hazard} steps={steps} />
      </LiveRegion>
      {triggers
        .filter((trigger) => steps.some((step) => step.trigger === trigger))
        .map((trigger) => (
          <section key={trigger} className={styles.group} data-trigger={trigger}>
            <TriggerHead trigger={trigger} hazard={hazard} />
            <ul
              className={styles.steps}
              data-drop-last={(drop?.trigger === trigger && drop.before === null) || undefined}
            >
              {steps
                .filter((step) => step.trigger === trigger)
                .map((step) => (
                  <StepItem
                    key={step.id}
                    {...props}
                    step={step}
                    isOpen={open === step.id}
                    isPulled={drop?.id === step.id}
                    dropsBefore={drop?.before === step.id}
                    handle={handle(step.id)}
                    onOpen={(isOpen) => setOpen(isOpen ? step.id : null)}
                    onMove={(by) => move(step.id, by)}
                    onRemove={() => remove(step.id)}
                  />
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}
