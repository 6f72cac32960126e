import type { Plan } from '../plan.ts'

/**
 * The id of the next thing that is added to the plan: one letter and a number that is higher than all others, so that what
 * was removed never comes back under another meaning while it can still be undone.
 */
export function nextId(plan: Plan): string {
  const { household, places, destinations, marks, routes, contacts, kit, timelines } = plan
  const steps = timelines.flatMap((timeline) => timeline.steps)
  const all = [household.members, places, destinations, marks, routes, contacts, kit, steps].flat()
  const numbers = all.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)).filter((one) => one < 1e9)
  return `i${Math.max(0, ...numbers) + 1}`
}
