import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { hasSchoolchild } from './circumstances.ts'
import { leaveBy } from './leave-by.ts'
import { warning, type PlanFix, type PlanWarning } from './plan-warning.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import type { StepCode } from './step-code.ts'
import { orderOf, triggerOf, type TimelineHazard } from './trigger.ts'

/** Steps by which people leave. */
export const LEAVING: readonly StepCode[] = [
  'leaveNeedsTime',
  'leaveAll',
  'leaveWithoutOrder',
  'goToRelativesEarly',
  'leaveToHeight',
  'leaveOnWarning',
]

const isOneOf = ({ what }: Step, codes: readonly StepCode[]): boolean =>
  what.type === 'code' && codes.includes(what.code)

/** What is wrong with the timeline of one danger. A leaving in the family's own words is not understood, and said so. */
export function checkSteps(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): readonly PlanWarning[] {
  const timeline = plan.timelines.find((one) => one.hazard === hazard)
  const at = (step: Step | null): PlanFix => ({ where: 'timeline', hazard, step: step?.id ?? null })
  if (timeline === undefined || timeline.steps.length === 0) return [warning('noTimeline', hazard, at(null))]
  const { course } = stayOrLeave(facts, hazard)
  const upstairs = timeline.steps.filter((step) => isOneOf(step, ['goUpstairsEarly']))
  const leaving = timeline.steps.filter((step) => isOneOf(step, LEAVING))
  const atLevel5 = [...leaving, ...upstairs].filter(({ trigger }) => triggerOf(trigger).level === 5)
  return [
    ...atLevel5.map((step) => warning('leaveAtLevel5', hazard, at(step), [step.id])),
    ...upstairs.flatMap((step) => {
      if (course === 'leave' || hazard === 'tsunami') return [warning('upstairsLeave', hazard, at(step))]
      return course === 'notKnown' ? [warning('upstairsNotKnown', hazard, at(step))] : []
    }),
    ...checkWhen(plan, facts, hazard, course === 'upstairs' ? [...leaving, ...upstairs] : leaving),
    ...checkSchool(plan, hazard, timeline.steps),
  ]
}

/** Whether the first leaving is early enough for this household and its way. */
function checkWhen(
  plan: Plan,
  facts: PlanFacts,
  hazard: TimelineHazard,
  steps: readonly Step[],
): readonly PlanWarning[] {
  if (stayOrLeave(facts, hazard).course === 'outside') return []
  const inTime = steps.filter(({ trigger }) => orderOf(trigger) <= orderOf('city4') || hazard === 'tsunami')
  const [first] = [...inTime].sort((a, b) => orderOf(a.trigger) - orderOf(b.trigger))
  if (first === undefined) return [warning('noLeaveStep', hazard, { where: 'timeline', hazard, step: null })]
  const by = leaveBy(plan, facts, hazard)
  const fix = { where: 'timeline', hazard, step: first.id } as const
  const { hours } = triggerOf(first.trigger)
  const slow = steps.find((step) => isOneOf(step, ['leaveNeedsTime'])) ?? first
  if (by.level === 3 && orderOf(slow.trigger) > orderOf('city3'))
    return [warning('needsTimeLate', hazard, { ...fix, step: slow.id }, [slow.id])]
  return hours !== null && hours * 60 < by.total
    ? [warning('triggerTooLate', hazard, fix, [first.id], { minutes: by.total, hours })]
    : []
}

/** A child at school is fetched by somebody, before the rain. In a tsunami nobody fetches anybody. */
function checkSchool(plan: Plan, hazard: TimelineHazard, steps: readonly Step[]): readonly PlanWarning[] {
  const isAsked = hazard !== 'tsunami' && hasSchoolchild(plan)
  return !isAsked || steps.some((step) => isOneOf(step, ['fetchFromSchool']))
    ? []
    : [warning('nobodyFetches', hazard, { where: 'timeline', hazard, step: null })]
}
