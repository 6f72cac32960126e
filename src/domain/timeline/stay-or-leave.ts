import type { PlanFacts } from '../plan/plan-facts.ts'
import type { StayHazard, StayVerdict } from '../stay/stay-decision.ts'
import type { TimelineHazard } from './trigger.ts'

/**
 * What a household does in one danger.
 * `leave` it goes · `upstairs` its own building is above the water and it holds out there (屋内安全確保) · `notKnown` whether
 * it could stay is not known, so that it plans to go · `outside` no published zone reaches the home: it goes when the city
 * says so, and never plans on being spared.
 */
export type Course = 'leave' | 'upstairs' | 'notKnown' | 'outside'

export type StayOrLeave = {
  readonly course: Course
  /** The verdict that decides; null where the building was not told or no area is open. */
  readonly verdict: StayVerdict | null
}

/** The hazards that the decision for a building knows, for each danger. */
const STAY_HAZARDS_OF: { readonly [hazard in TimelineHazard]: readonly StayHazard[] } = {
  flood: ['flood', 'inlandFlood', 'pond'],
  landslide: ['landslide'],
  stormSurge: ['stormSurge'],
  tsunami: ['tsunami'],
}

/**
 * To leave or to stay at home, as `decideStay` has it for this danger: its worst hazard speaks. A pond of which nothing is
 * known does not count, as there. Where the building was not told nobody stays in it: a zone then means leaving.
 */
export function stayOrLeave(facts: PlanFacts, hazard: TimelineHazard): StayOrLeave {
  const { home } = facts
  if (home?.stay == null) return { course: withoutBuilding(facts, hazard), verdict: null }
  const verdicts = home.stay.hazards
    .filter((one) => STAY_HAZARDS_OF[hazard].includes(one.hazard))
    .filter((one) => one.hazard !== 'pond' || one.result !== 'notKnown')
  const by = (result: StayVerdict['result']) => verdicts.find((one) => one.result === result) ?? null
  const leaving = by('leave')
  if (leaving !== null) return { course: 'leave', verdict: leaving }
  const unsure = by('notKnown')
  if (unsure !== null || verdicts.length === 0) return { course: 'notKnown', verdict: unsure }
  const above = verdicts.find(({ rule }) => rule !== 'E')
  return above === undefined
    ? { course: 'outside', verdict: by('stayPossible') }
    : { course: 'upstairs', verdict: above }
}

function withoutBuilding({ home, reached, unknown }: PlanFacts, hazard: TimelineHazard): Course {
  if (home === null || home.risk === null || unknown.includes(hazard)) return 'notKnown'
  return reached.includes(hazard) ? 'leave' : 'outside'
}
