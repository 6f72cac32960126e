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

type ListProps = { readonly plan: Plan; readonly edit: (edit: Edit) => boolean }

const Tickable = ({ steps, ...props }: ListProps & { readonly steps: readonly DueStep[] }) => (
  <ul className={styles.list}>
    {steps.map((one) => (
      <Ticked key={keyOf(one)} due={one} {...props} />
    ))}
  </ul>
)

/** What is due, unless leaving is all of it. */
const DueSection = ({ due, ...props }: ListProps & { readonly due: DueNow }) =>
  due.now.length === 0 && due.first.length > 0 ? null : (
    <section>
      <h4>
        <Said k="interview:now.due" />
      </h4>
      {due.now.length === 0 ? (
        <p>
          <Said k="interview:now.nothing" />
        </p>
      ) : (
        <Tickable {...props} steps={due.now} />
      )}
    </section>
  )

/** Leaving first, then what is overdue, then what is due; what comes next greyed; what it is too late for folded away. */
export const DueSteps = ({ due, plan, edit }: ListProps & { readonly due: DueNow }) => (
  <>
    {due.first.length === 0 ? null : (
      <section className={styles.first}>
        <h4>
          <Said k="interview:now.first" />
        </h4>
        <Tickable steps={due.first} plan={plan} edit={edit} />
      </section>
    )}
    {due.overdue.length === 0 ? null : (
      <section className={styles.overdue}>
        <h4>
          <Said k="interview:now.overdue" params={{ count: due.overdue.length }} />
        </h4>
        <Tickable steps={due.overdue} plan={plan} edit={edit} />
      </section>
    )}
    <DueSection due={due} plan={plan} edit={edit} />
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
