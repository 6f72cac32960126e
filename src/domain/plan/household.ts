import { NEEDS_TIME, type Home, type NeedsTime } from '../stay/home.ts'
import type { Plan, PlanPlace } from './plan.ts'

/** Who in the household needs time to leave, each once, in the order of `NEEDS_TIME`. */
export function needsTimeOf({ household }: Plan): readonly NeedsTime[] {
  const needs = new Set<string>(household.members.flatMap((member) => member.needs))
  if (household.car === false) needs.add('noCar')
  return NEEDS_TIME.filter((one) => needs.has(one))
}

/** The building and the household as the decision to stay or to leave asks for them; null = the building was not told. */
export const homeOf = (plan: Plan, place: PlanPlace): Home | null =>
  place.building === null ? null : { ...place.building, household: needsTimeOf(plan) }

/** The place where the family lives: the first of that kind; null = not told. */
export const homePlaceOf = (plan: Plan): PlanPlace | null =>
  plan.places.find(({ kind }) => kind === 'home') ?? null
