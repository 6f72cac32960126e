import type { Edit } from '#domain/plan/edits/change-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import { tickOff, type DueNow, type DueStep } from './due-now.ts'
import styles from './what-now.module.css'
import { Who } from './Who.tsx'

const keyOf = ({ in: places }: DueStep): string => places.map(({ id }) => id).join()

const Ticked = ({
  due,
  plan,
  edit,
}: {
  readonly due: DueStep
  readonly plan: Plan
  readonly edit: (edit: Edit) => boolean
}) => (
  <li data-done={due.done || undefined}>
    <label className={styles.due}>
      <input type="checkbox" checked={due.done} onChange={() => edit(tickOff(due, !due.done))} />
      <span>
        <Said phrase={due.phrase} />
        <small>
          <Who plan={plan} who={due.who} />
        </small>
      </span>
    </label>
  </li>
)

/** Steps to be seen, not to be ticked. */
const Shown = ({ steps, plan }: { readonly steps: readonly DueStep[]; readonly plan: Plan }) => (
  <ul className={styles.shown}>
    {steps.map((due) => (
      <li key={keyOf(due)}>
        <Said phrase={due.phrase} />
        <small>
          <Who plan={plan} who={due.who} />
        </small>
      </li>
    ))}
  </ul>
)

/** What is overdue first, then what is due; what comes next greyed; what it is too late for folded away. */
export const DueSteps = ({
  due,
  plan,
  edit,
}: {
  readonly due: DueNow
  readonly plan: Plan
  readonly edit: (edit: Edit) => boolean
}) => {
  const listOf = (steps: readonly DueStep[]) => (
    <ul className={styles.list}>
      {steps.map((one) => (
        <Ticked key={keyOf(one)} due={one} plan={plan} edit={edit} />
      ))}
    </ul>
  )
  return (
    <>
      {due.overdue.length === 0 ? null : (
        <section className={styles.overdue}>
          <h4>
            <Said k="interview:now.overdue" params={{ count: due.overdue.length }} />
          </h4>
          {listOf(due.overdue)}
        </section>
      )}
      <section>
        <h4>
          <Said k="interview:now.due" />
        </h4>
        {due.now.length === 0 ? (
          <p>
            <Said k="interview:now.nothing" />
          </p>
        ) : (
          listOf(due.now)
        )}
      </section>
      {due.next.length === 0 ? null : (
        <section className={styles.next}>
          <h4>
            <Said k="interview:now.next" />
          </h4>
          <Shown steps={due.next} plan={plan} />
        </section>
      )}
      {due.lapsed.length === 0 ? null : (
        <More summary={<Said k="interview:now.lapsed" params={{ count: due.lapsed.length }} />}>
          <p>
            <Said k="interview:now.lapsedWhy" />
          </p>
          <Shown steps={due.lapsed} plan={plan} />
        </More>
      )}
    </>
  )
}
