import { minutesFor, paceOf } from '../plan/walking.ts'
import type { Plan } from '../plan/plan.ts'
import { leaveBy, USUAL_READY } from '../timeline/leave-by.ts'
import { orderOf } from '../timeline/trigger.ts'
import { beganAtHome, type Learned, type Proposal } from './proposal.ts'

/** What a plan takes as the speed of somebody, metres per second (`Member`). */
const SLOWEST = 0.1
const FASTEST = 3
/** Less than this apart is the error of the measuring. Own choice. */
const SAME_SPEED = 0.05
/** Minutes to be ready are told by so many, as in `leave-by.ts`; rounded up. */
const READY_STEP = 5
/** The most that a plan takes. */
const MOST_MINUTES = 1440

/**
 * The measured speed of who walked. Rounded down to 0.01 m/s. Only from a walk outdoors, of somebody who is in the plan.
 * A faster one is proposed too, and says so: it makes the times of the plan shorter.
 */
export function proposeSpeed({ plan, run, result, who }: Learned): readonly Proposal[] {
  const member = plan.household.members.find(({ id }) => id === who)
  const from = member === undefined ? null : paceOf(member)
  if (run.mode !== 'walk' || result.speed === null || member === undefined || from === null) return []
  // 0.29 * 100 is 28.999…
  const to = Math.floor(result.speed * 100 + 1e-9) / 100
  if (!(to >= SLOWEST && to <= FASTEST)) return []
  if (member.speed !== null && Math.abs(to - from) < SAME_SPEED) return []
  const reason = member.speed === null ? 'measured' : to < from ? 'slower' : 'faster'
  return [{ kind: 'speed', reason, member: member.id, from, to }]
}

/**
 * Minutes to be ready, rounded up to 5. Counted from the signal at which the plan has them leave, where the scenario gave one
 * like it or a later one, since nobody is slow who waits as planned; else from the first signal of level 3. A tsunami tells
 * nothing here: nobody packs for it. Shorter only from a drill outdoors: at a table nobody puts shoes on.
 */
export function proposeReady(learned: Learned): readonly Proposal[] {
  const { plan, run } = learned
  const took = minutesToLeave(learned)
  if (took === null || run.scenario.hazard === 'tsunami') return []
  const to = Math.min(MOST_MINUTES, Math.ceil(took / READY_STEP) * READY_STEP)
  const told = plan.household.readyMinutes
  const from = told ?? USUAL_READY
  if (to === told || (run.mode !== 'walk' && to <= from)) return []
  const reason = told === null ? 'measured' : to > from ? 'slower' : 'faster'
  return [{ kind: 'ready', reason, from, to }]
}

function minutesToLeave({ plan, facts, run, result }: Learned): number | null {
  if (run.left === null) return null
  const { hazard, signals } = run.scenario
  const planned = leaveBy(plan, facts, hazard).trigger
  const signal = signals.find(({ trigger }) => orderOf(trigger) >= orderOf(planned))
  if (signal === undefined) return result.prepared
  return run.left >= signal.minute ? run.left - signal.minute : null
}

/**
 * Minutes of the way that was walked, where it led from home to a destination of the plan: its length at the pace of the slowest
 * who goes, so that a fast walker does not make it short for the others. Rounded up.
 */
export function proposeMinutes(learned: Learned): readonly Proposal[] {
  const { plan, facts, run, result } = learned
  if (run.mode !== 'walk' || result.outcome !== 'arrived' || result.speed === null) return []
  if (!(result.speed > 0) || !(result.metres > 0) || result.goal === null || !beganAtHome(learned)) return []
  const goal = plan.destinations.find(({ id, site }) => site === result.goal || id === result.goal)
  if (goal === undefined || goal.by !== 'walk') return []
  const { minutes: to } = minutesFor(result.metres, Math.min(result.speed, slowestPace(plan)), 'walk')
  const from =
    goal.minutes ?? facts.destinations.find((one) => one.destination.id === goal.id)?.way?.minutes ?? null
  if (to === goal.minutes || to > MOST_MINUTES) return []
  const reason = from === null || goal.minutes === null ? 'measured' : to > from ? 'slower' : 'faster'
  return [{ kind: 'minutes', reason, destination: goal.id, from, to }]
}

/** Who was told of; nobody but the walker where the plan has nobody. */
const slowestPace = ({ household }: Plan): number =>
  Math.min(...household.members.flatMap((member) => paceOf(member) ?? []))
