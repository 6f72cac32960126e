import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { describeLeaveBy } from '#domain/timeline/describe-leave-by.ts'
import { describeCourse, describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { leaveBy } from '#domain/timeline/leave-by.ts'
import { triggerOf, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import { LevelBadge } from '../level/index.ts'
import styles from './timeline.module.css'

/** To leave or to stay, and by when: the sentence to remember first, then how it was reckoned. */
export const LeaveByBox = ({
  plan,
  facts,
  hazard,
}: {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly hazard: TimelineHazard
}) => {
  const by = leaveBy(plan, facts, hazard)
  const course = describeCourse(plan, facts, hazard)
  const { level, says } = triggerOf(by.trigger)
  const [headline, ...reckoned] = describeLeaveBy(by, plan)
  return (
    <section className={styles.leaveBy}>
      <h3>
        <Said k="interview:timeline.leaveBy" />
      </h3>
      <p className={styles.when}>
        {level === null ? null : <LevelBadge level={level} large isNamed={says !== 'forecast'} />}
        <strong>
          <Said phrase={describeTrigger(by.trigger, hazard).name} />
        </strong>
      </p>
      {headline === undefined ? null : (
        <p className={styles.headline}>
          <Said phrase={headline} />
        </p>
      )}
      <p>
        <Said phrase={course.headline} />
      </p>
      <p>
        <Said phrase={course.fact} />
      </p>
      <More summary={<Said k="interview:timeline.reckoned" />}>
        <ul className={styles.points}>
          {reckoned.map((phrase, index) => (
            <li key={index}>
              <Said phrase={phrase} />
            </li>
          ))}
        </ul>
      </More>
    </section>
  )
}
