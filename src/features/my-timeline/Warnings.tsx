import { useMemo } from 'react'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { checkPlan } from '#domain/timeline/check-plan.ts'
import { describeDanger } from '#domain/timeline/describe-timeline.ts'
import { describeNoWarnings, describeWarning, fixOf } from '#domain/timeline/describe-warning.ts'
import type { PlanFix, PlanWarning } from '#domain/timeline/plan-warning.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { More, Quiet } from '#ui/Panel.tsx'
import { agePhrases, type ClosuresNow } from '../closures/index.ts'
import styles from './timeline.module.css'

/** Those that are only as good as what is known of closed roads. */
const OF_CLOSURES: readonly PlanWarning['type'][] = ['closedRoute', 'unreachable']

/** So many stand open: the worst come first. */
const OPEN = 3

const Warning = ({
  warning,
  plan,
  isElsewhere,
  onFix,
}: {
  readonly warning: PlanWarning
  readonly plan: Plan
  /** It is about another danger than the one that is looked at, so that one is named. */
  readonly isElsewhere: boolean
  readonly onFix: (fix: PlanFix) => void
}) => (
  <li>
    {isElsewhere && warning.hazard !== null ? (
      <p>
        <b>
          <Said phrase={describeDanger(warning.hazard)} />
        </b>
      </p>
    ) : null}
    <p>
      <Said phrase={describeWarning(warning, plan)} />
    </p>
    <div>
      <Button icon="pencil" onClick={() => onFix(warning.fix)}>
        <Said phrase={fixOf(warning)} />
      </Button>
    </div>
  </li>
)

const Sentences = ({ phrases }: { readonly phrases: readonly Phrase[] }) => (
  <Quiet>
    {phrases.map((phrase) => (
      <span key={phrase.key} className={styles.sentence}>
        <Said phrase={phrase} />
      </span>
    ))}
  </Quiet>
)

/** Where the plan cannot work, worst first, each with the button that leads to where it is put right. */
export const Warnings = ({
  plan,
  facts,
  hazard,
  offered,
  closures,
  onFix,
}: {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly hazard: TimelineHazard
  /** The dangers that can be looked at. What is wrong with any other stands with each: it has no place of its own. */
  readonly offered: readonly TimelineHazard[]
  /** Of when a warning of closed roads is. */
  readonly closures: ClosuresNow
  readonly onFix: (fix: PlanFix) => void
}) => {
  const all = useMemo(() => checkPlan(plan, facts), [plan, facts])
  const here = all.filter(
    (one) => one.hazard === null || one.hazard === hazard || !offered.includes(one.hazard),
  )
  const listOf = (some: readonly PlanWarning[]) => (
    <ul className={styles.warnings}>
      {some.map((one) => (
        <Warning
          key={`${one.type} ${one.hazard ?? ''} ${one.about.join()}`}
          warning={one}
          plan={plan}
          isElsewhere={one.hazard !== hazard}
          onFix={onFix}
        />
      ))}
    </ul>
  )
  if (here.length === 0) return <Sentences phrases={describeNoWarnings()} />
  return (
    <section className={styles.problem}>
      <h3>
        <Icon name="warning" />
        <span>
          <Said k="interview:timeline.warnings" params={{ count: here.length }} />
        </span>
      </h3>
      {here.some(({ type }) => OF_CLOSURES.includes(type)) ? (
        <Sentences phrases={agePhrases(closures)} />
      ) : null}
      {listOf(here.slice(0, OPEN))}
      {here.length > OPEN ? (
        <More summary={<Said k="interview:timeline.moreWarnings" params={{ count: here.length - OPEN }} />}>
          {listOf(here.slice(OPEN))}
        </More>
      ) : null}
    </section>
  )
}
