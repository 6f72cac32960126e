import type { Plan } from '../plan.ts'

/** Numbers from here on count as names only: else a plan with the highest number could not be added to. */
const HIGHEST = 1e9

/**
 * The id of the next thing that is added to the plan: one letter and a number that is higher than those of all things that
 * are there. What was removed can be told from all that stands beside it, so undoing never mixes two.
 */
export const nextId = (plan: Plan): string => nextIds(plan, 1)[0] ?? 'i1'

/** The ids of the next `count` things, in order. */
export function nextIds(plan: Plan, count: number): readonly string[] {
  const taken = idsOf(plan)
  const numbers = taken.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)).filter((one) => one < HIGHEST)
  const isTaken = new Set(taken)
  const ids: string[] = []
  let number = numbers.reduce((most, one) => Math.max(most, one), 0)
  while (ids.length < count) {
    number += 1
    if (!isTaken.has(`i${number}`)) ids.push(`i${number}`)
  }
  return ids
}

/** The ids of everything in the plan. */
export function idsOf(plan: Plan): readonly string[] {
  const { household, places, destinations, marks, routes, contacts, kit, timelines } = plan
  const steps = timelines.flatMap((timeline) => timeline.steps)
  const all = [household.members, places, destinations, marks, routes, contacts, kit, steps].flat()
  return all.map(({ id }) => id)
}
