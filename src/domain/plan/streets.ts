import type { LngLat } from '../geo/lng-lat.ts'
import type { Profile } from '../routes/profiles.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '../timeline/trigger.ts'
import type { Destination, Member, Plan } from './plan.ts'
import { slowestOf } from './walking.ts'

/** What is asked of real ways for one destination: plain data, so that it can be remembered. */
export type StreetAsked = {
  readonly from: LngLat
  readonly to: LngLat
  /** The dangers in which the family means to go there: one way that keeps out of all their zones as far as can be. */
  readonly hazards: readonly TimelineHazard[]
  readonly profile: Profile
  /** Metres per second that a drill measured; null = that of the profile. */
  readonly measured: number | null
}

/** A way on foot along real streets, for the slowest of the household. */
export type Street = {
  readonly metres: number
  /** By day, with slopes and steps. */
  readonly seconds: number
  /** True = every way there is barred by closures that are known: metres and seconds are those without them. */
  readonly isBarred: boolean
}

/** Looks a street up; null = none is known (yet). */
export type Streets = (asked: StreetAsked) => Street | null

/** No streets are known: no ways in the pack, or nobody asked yet. */
export const NO_STREETS: Streets = () => null

/**
 * How the slowest of the household walks. The plan does not tell of wheelchairs, so steps are no bar: where somebody uses one, the
 * way has to be drawn.
 */
export function walkerOfPlan(plan: Plan): Pick<StreetAsked, 'profile' | 'measured'> {
  const { member } = slowestOf(plan)
  if (member === null) return { profile: 'adult', measured: null }
  if (member.speed !== null) return { profile: 'adult', measured: member.speed }
  return { profile: profileOf(member), measured: null }
}

/** How a member of the household walks, by what they need; a measured speed aside. */
export function profileOf({ needs, kind }: Pick<Member, 'needs' | 'kind'>): Profile {
  if (needs.includes('disability')) return 'impaired'
  if (needs.includes('elderly') || needs.includes('pregnant')) return 'older'
  return kind === 'child' || needs.includes('infant') ? 'stroller' : 'adult'
}

/** What is asked for a destination; null = it is not walked to. */
export function streetTo(
  { by, kind, hazards }: Destination,
  from: LngLat,
  to: LngLat,
  walker: Pick<StreetAsked, 'profile' | 'measured'>,
): StreetAsked | null {
  if (by !== 'walk' || kind === 'upstairs') return null
  const meant = hazards.length === 0 ? TIMELINE_HAZARDS : hazards
  return { from, to, hazards: TIMELINE_HAZARDS.filter((one) => meant.includes(one)), ...walker }
}
