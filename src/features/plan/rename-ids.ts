import type { Plan } from '#domain/plan/plan.ts'

/** Two ids that change places. */
export type Swap = readonly [string, string]

/** The plan with the two ids changed, wherever they stand: on things, and where one thing names another. */
function swapIds(plan: Plan, [one, other]: Swap): Plan {
  if (one === other) return plan
  const renamed = (id: string): string => (id === one ? other : id === other ? one : id)
  const each = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((entry) => ({ ...entry, id: renamed(entry.id) }))
  const named = <T extends string | null>(id: T) => (id === null ? null : renamed(id))
  return {
    ...plan,
    household: { ...plan.household, members: each(plan.household.members) },
    places: each(plan.places).map((place) => ({ ...place, members: place.members.map(renamed) })),
    destinations: each(plan.destinations),
    marks: each(plan.marks),
    routes: each(plan.routes).map((route) => ({ ...route, destination: named(route.destination) })),
    contacts: each(plan.contacts).map((contact) => ({ ...contact, caller: named(contact.caller) })),
    timelines: plan.timelines.map((timeline) => ({
      ...timeline,
      steps: each(timeline.steps).map((step) => ({ ...step, who: step.who.map(renamed) })),
    })),
    kit: each(plan.kit),
  }
}

/** Does the swaps one after the other. */
export const swapAll = (plan: Plan, swaps: readonly Swap[]): Plan => swaps.reduce(swapIds, plan)

/** Takes them back. */
export const swapBack = (plan: Plan, swaps: readonly Swap[]): Plan => swaps.reduceRight(swapIds, plan)
