import type { LngLat } from '../geo/lng-lat.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import { homePlaceOf } from '../plan/household.ts'
import type { Destination, Plan } from '../plan/plan.ts'
import type { Site } from '../shelters/site.ts'
import type { TimelineHazard, TriggerId } from '../timeline/trigger.ts'
import type { Counterfactual, DrillResult, DrillRun } from './drill-run.ts'

/** Everything that a drill tells about a plan. */
export type Learned = {
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly run: DrillRun
  readonly result: DrillResult
  readonly others: readonly Counterfactual[]
  /** The member who walked, or the slowest of those who walked together; null = not told. */
  readonly who: string | null
  /** Where the water caught them; null = nowhere. */
  readonly wentWrong: LngLat | null
  /** Of the area's pack; empty = not to be had. */
  readonly sites: readonly Site[]
  /** What is noted with the dangerous place, in the participant's own language; '' = nothing. */
  readonly note: string
}

/** Against what was reckoned with until now. `measured` = nothing had been told before. */
type Beside = 'measured' | 'slower' | 'faster'
/** Why the family should go earlier: `caught`, `tooLate` as the drill ended · `smallMargin` they arrived with less than the margin to spare · `slowerStart` they need longer to be ready, or on the way. */
type TooLateFor = 'caught' | 'tooLate' | 'smallMargin' | 'slowerStart'

/** One change of the plan, offered by itself. Plain data: `editOf` makes the edit of it, at any time and on a newer plan. */
export type Proposal =
  | {
      readonly kind: 'trigger'
      readonly reason: TooLateFor
      readonly hazard: TimelineHazard
      readonly to: TriggerId
      /** Steps that move: the leaving, and what is done before it. In the order of reading. */
      readonly steps: readonly string[]
    }
  | {
      readonly kind: 'destination'
      readonly reason: 'caught' | 'tooLate'
      readonly hazard: TimelineHazard
      /** Where the plan has it already; null = it is added. It comes first in both cases. */
      readonly known: string | null
      readonly entry: Omit<Destination, 'id'>
    }
  | {
      readonly kind: 'danger'
      readonly reason: 'caught'
      readonly mark: 'slope' | 'otherDanger'
      readonly at: LngLat
      readonly note: string
    }
  | {
      readonly kind: 'speed'
      readonly reason: Beside
      readonly member: string
      /** Metres per second; what the plan reckoned with. */
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'ready'
      readonly reason: Beside
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'minutes'
      readonly reason: Beside
      readonly destination: string
      readonly from: number | null
      readonly to: number
    }
export type ProposalKind = Proposal['kind']

/** So far from the home a drill begins elsewhere, and its way is not the plan's. Metres, own choice: a large plot and the error of a position. */
const AT_HOME = 100

/** True where the drill began at the home of the plan. */
export function beganAtHome({ plan, run }: Pick<Learned, 'plan' | 'run'>): boolean {
  const home = homePlaceOf(plan)
  return home !== null && metresBetween(home.at, run.home) <= AT_HOME
}
