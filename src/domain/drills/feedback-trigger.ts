import type { PlanFacts } from '../plan/plan-facts.ts'
import { slowestOf } from '../plan/walking.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { leaveBy, MARGIN, USUAL_READY } from '../timeline/leave-by.ts'
import { orderOf, triggerOf, triggersOf, type TimelineHazard, type TriggerId } from '../timeline/trigger.ts'
import { inReadingOrder } from '../plan/reading-order.ts'
import type { Learned, Proposal } from './proposal.ts'

/** The steps with which a household goes. What it does when signs tell, or at level 5, stays where it is. */
const LEAVING: readonly string[] = ['leaveNeedsTime', 'leaveAll']
/** They answer to what is seen, and are never moved to a level. */
const STAYING: readonly string[] = ['leaveOnSigns', 'leaveWithoutOrder', 'stayAwayFromWater']

/**
 * An earlier trigger for leaving, with what is done before it; never a later one. It is the latest signal of the drill from which
 * they would have been ready and out in time with the margin to spare; where no signal came so early, one before it on the
 * axis. In a tsunami there is nothing earlier than the shaking. Of steps for some members only those of who walked.
 * @param changed the plan with what else is proposed: longer to be ready, slower on the way
 */
export function proposeTrigger(learned: Learned, changed: Plan): readonly Proposal[] {
  const { plan, run, who, facts } = learned
  const { hazard } = run.scenario
  const steps = inReadingOrder(plan.timelines.find((one) => one.hazard === hazard)?.steps ?? [])
  const leaving = steps.filter((step) => isLeavingOf(step, who))
  const last = leaving.at(-1)
  if (hazard === 'tsunami' || last === undefined) return []
  const byDrill = wantedByDrill(learned, changed, last.trigger)
  const byReckoning = leaveBy(changed, atPace(facts, slowestOf(changed).pace), hazard).trigger
  const before = leaveBy(plan, facts, hazard).trigger
  const isSlower = orderOf(byReckoning) < orderOf(before)
  const wanted = [...(byDrill === null ? [] : [byDrill.to]), ...(isSlower ? [byReckoning] : [])]
  const [to] = wanted.sort((a, b) => orderOf(a) - orderOf(b))
  if (to === undefined) return []
  const moved = stepsToMove(steps, leaving, to)
  const reason = to === byDrill?.to ? byDrill.reason : 'slowerStart'
  return moved.length === 0 ? [] : [{ kind: 'trigger', reason, hazard, to, steps: moved }]
}

const isLeavingOf = ({ what, who }: Step, walker: string | null): boolean =>
  what.type === 'code' &&
  LEAVING.includes(what.code) &&
  (walker === null || who.length === 0 || who.includes(walker))

/** What the drill itself says; null = it was early enough, or cannot be judged. */
function wantedByDrill(
  { run, result, others }: Learned,
  changed: Plan,
  present: TriggerId,
): {
  readonly to: TriggerId
  readonly reason: Extract<Proposal, { kind: 'trigger' }>['reason']
} | null {
  const { outcome, margin } = result
  const isSmall = outcome === 'arrived' && margin !== null && margin < MARGIN
  if (outcome !== 'caught' && outcome !== 'tooLate' && !isSmall) return null
  const reason = outcome === 'arrived' ? 'smallMargin' : outcome
  const { hazard, signals } = run.scenario
  const earlier = others.flatMap((one) =>
    one.kind === 'earlier' && one.result.outcome === 'arrived' ? [one.minutes] : [],
  )
  // Whoever never left has no minute to be counted from; then their margin is told from the end of the drill.
  const enough = run.left === null || earlier.length === 0 ? [] : [Math.min(...earlier)]
  const lacking = [...(margin === null ? [] : [MARGIN - margin]), ...enough]
  if (lacking.length === 0) return { to: oneBefore(hazard, present), reason }
  const outBy = (run.left ?? run.ended ?? run.scenario.minutes) - Math.max(...lacking)
  const ready = changed.household.readyMinutes ?? USUAL_READY
  const said = signals.filter(({ trigger }) => isWaitedFor(hazard, trigger))
  const inTime = said.findLast(({ minute }) => minute + ready <= outBy)
  return { to: inTime?.trigger ?? oneBefore(hazard, said[0]?.trigger ?? present), reason }
}

/** What a household waits for: no gauge of a river, which is not at every place, no signs, and never level 5. */
const isWaitedFor = (hazard: TimelineHazard, trigger: TriggerId): boolean => {
  const { says, level, hazards } = triggerOf(trigger)
  return hazards.includes(hazard) && says !== 'river' && says !== 'own' && level !== null && level < 5
}

/** The trigger before this one on the axis of the danger; the first one stays. */
function oneBefore(hazard: TimelineHazard, trigger: TriggerId): TriggerId {
  const all = triggersOf(hazard).filter((one) => isWaitedFor(hazard, one))
  return all.findLast((one) => orderOf(one) < orderOf(trigger)) ?? all[0] ?? trigger
}

/**
 * The leaving that comes later than that, and before it what the same people do until then: nobody turns off the power of a house
 * that they have left.
 */
function stepsToMove(steps: readonly Step[], leaving: readonly Step[], to: TriggerId): readonly string[] {
  const late = leaving.filter((step) => orderOf(step.trigger) > orderOf(to))
  const isBefore = (step: Step, at: number): boolean =>
    orderOf(step.trigger) > orderOf(to) &&
    !(step.what.type === 'code' && [...STAYING, ...LEAVING].includes(step.what.code)) &&
    triggerOf(step.trigger).says !== 'own' &&
    late.some((one) => at < steps.indexOf(one) && isAmong(step.who, one.who))
  return steps.filter((step, at) => late.includes(step) || isBefore(step, at)).map(({ id }) => id)
}

/** True when all who do it are among those who leave; an empty list means everybody. */
const isAmong = (who: readonly string[], leaving: readonly string[]): boolean =>
  leaving.length === 0 || (who.length > 0 && who.every((id) => leaving.includes(id)))

/** The facts with ways on foot at another pace, where it is slower; what the family told of minutes stands. */
function atPace(facts: PlanFacts, pace: number): PlanFacts {
  if (pace >= facts.pace) return facts
  const slower = (minutes: number): number => Math.ceil((minutes * facts.pace) / pace)
  const destinations = facts.destinations.map((one) =>
    one.way === null || one.way.from === 'told' || one.destination.by !== 'walk'
      ? one
      : {
          ...one,
          way: { ...one.way, minutes: slower(one.way.minutes), nightMinutes: slower(one.way.nightMinutes) },
        },
  )
  return { ...facts, destinations, pace }
}
