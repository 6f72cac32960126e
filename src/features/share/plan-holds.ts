import type { Plan } from '#domain/plan/plan.ts'

/** The lists of a plan that are counted for a person, in the order in which they are told. */
export const HOLDINGS = [
  'members',
  'places',
  'destinations',
  'timelines',
  'marks',
  'photos',
  'routes',
  'contacts',
  'kit',
] as const
export type Holding = (typeof HOLDINGS)[number]

/** How many of each a plan holds; `timelines` counts only those with steps. */
export const holdingsOf = (plan: Plan): Readonly<Record<Holding, number>> => ({
  members: plan.household.members.length,
  places: plan.places.length,
  destinations: plan.destinations.length,
  timelines: plan.timelines.filter(({ steps }) => steps.length > 0).length,
  marks: plan.marks.length,
  photos: plan.marks.filter(({ photo }) => photo !== null).length,
  routes: plan.routes.length,
  contacts: plan.contacts.length,
  kit: plan.kit.length,
})

/** True when nothing but a name was put into the plan. */
export const isEmptyPlan = (plan: Plan): boolean =>
  Object.values(holdingsOf(plan)).every((count) => count === 0)
