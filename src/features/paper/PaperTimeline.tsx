import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Plan, Step, Timeline } from '#domain/plan/plan.ts'
import { describeLeaveBy } from '#domain/timeline/describe-leave-by.ts'
import { describeStep } from '#domain/timeline/describe-step.ts'
import { describeCourse, describeTrigger } from '#domain/timeline/describe-timeline.ts'
import { leaveBy } from '#domain/timeline/leave-by.ts'
import { TRIGGER_IDS, triggerOf, type TimelineHazard, type TriggerId } from '#domain/timeline/trigger.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { CellsBeside, InTurn, PaperPart, Sentences, TickBox } from './Beside.tsx'
import { Own, Who } from './Names.tsx'
import styles from './Paper.module.css'
import { usePaper } from './paper-context.ts'

type Group = { readonly trigger: TriggerId; readonly steps: readonly Step[] }

/** The steps by what they wait for, in the order of the axis. */
function groupsOf({ steps }: Timeline): readonly Group[] {
  return TRIGGER_IDS.map((trigger) => ({
    trigger,
    steps: steps.filter((step) => step.trigger === trigger),
  })).filter((group) => group.steps.length > 0)
}

/** The level as a digit, in figures as on television. */
const Level = ({ level }: { readonly level: number }) => {
  const t = useWords('paper')
  return <>{formatNumber(t.language, level)}</>
}

/** What a group waits for: the level in a digit that can be seen from afar, the official words, who says it, and about when. */
const Trigger = ({ trigger, hazard }: { readonly trigger: TriggerId; readonly hazard: TimelineHazard }) => {
  const { level, hazards } = triggerOf(trigger)
  // A plan from elsewhere may hold a trigger that this danger does not have: it is named as where it belongs.
  const own = hazards.find((one) => one === hazard) ?? hazards[0] ?? hazard
  const { name, time } = describeTrigger(trigger, own)
  return (
    <>
      {level === null ? null : (
        <span className={styles.level} data-level={level}>
          <Level level={level} />
        </span>
      )}
      <b>
        <InTurn>
          <Said phrase={name} />
        </InTurn>
      </b>
      {time === null ? null : (
        <small>
          <InTurn>
            <Said phrase={time} />
          </InTurn>
        </small>
      )}
    </>
  )
}

const StepCells = ({
  step,
  plan,
  facts,
  hazard,
}: {
  readonly step: Step
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly hazard: TimelineHazard
}) => {
  const { languages } = usePaper()
  return (
    <>
      {step.what.type === 'own' ? (
        <td colSpan={languages.length}>
          <Own text={step.what.text} />
        </td>
      ) : (
        <CellsBeside>
          <Said phrase={describeStep(step, plan, facts, hazard)} />
        </CellsBeside>
      )}
      <td>
        <Who ids={step.who} plan={plan} />
      </td>
      <td className={styles.box}>
        <TickBox />
      </td>
    </>
  )
}

const Head = () => {
  const { languages } = usePaper()
  const names = ['when', 'what', 'who', 'done'] as const
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col" colSpan={name === 'what' ? languages.length : 1}>
            <InTurn>
              <Said k={`paper:timeline.${name}`} />
            </InTurn>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** One danger: to leave or to stay, by when to leave, and the steps by what they wait for, to be ticked by hand. */
export const PaperTimeline = ({
  plan,
  facts,
  timeline,
}: {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly timeline: Timeline
}) => {
  const { hazard } = timeline
  const { languages } = usePaper()
  const course = describeCourse(plan, facts, hazard)
  const [first, ...reckoned] = describeLeaveBy(leaveBy(plan, facts, hazard), plan)
  return (
    <PaperPart name={`timeline-${hazard}`} title={`timeline:danger.${hazard}`}>
      <Sentences
        phrases={[
          course.headline,
          course.fact,
          ...(first === undefined ? [] : [first]),
          ...reckoned.slice(0, 1),
        ]}
      />
      <table className={styles.table} data-columns={languages.length}>
        <Head />
        {groupsOf(timeline).map(({ trigger, steps }) => (
          <tbody key={trigger} className={styles.group}>
            {steps.map((step, index) => (
              <tr key={step.id}>
                {index > 0 ? null : (
                  <th scope="rowgroup" rowSpan={steps.length}>
                    <Trigger trigger={trigger} hazard={hazard} />
                  </th>
                )}
                <StepCells step={step} plan={plan} facts={facts} hazard={hazard} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </PaperPart>
  )
}

/** Every timeline that has steps; where there is none, that is said. */
export const PaperTimelines = ({ plan, facts }: { readonly plan: Plan; readonly facts: PlanFacts }) => {
  const filled = plan.timelines.filter(({ steps }) => steps.length > 0)
  return filled.length === 0 ? (
    <PaperPart name="timeline" title="paper:timeline.title">
      <Sentences phrases={[{ key: 'paper:timeline.none' }]} />
    </PaperPart>
  ) : (
    filled.map((timeline) => (
      <PaperTimeline key={timeline.hazard} plan={plan} facts={facts} timeline={timeline} />
    ))
  )
}
