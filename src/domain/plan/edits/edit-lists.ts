import { ok, refuse, type Result } from '#domain/result.ts'
import type { Contact, Destination, KitItem, Mark, Member, Plan, PlanPlace, PlanRoute } from '../plan.ts'
import { changePlan, type Edit, type EditRefusal } from './change-plan.ts'
import { nextId, nextIds } from './next-id.ts'

/** The lists of a plan that are edited entry by entry. */
export type Lists = {
  readonly members: Member
  readonly places: PlanPlace
  readonly destinations: Destination
  readonly marks: Mark
  readonly routes: PlanRoute
  readonly contacts: Contact
  readonly kit: KitItem
}
export type ListName = keyof Lists

/** The entries of a list. */
export function entriesOf<L extends ListName>(plan: Plan, list: L): readonly Lists[L][] {
  const all: { readonly [name in ListName]: readonly Lists[name][] } = {
    ...plan,
    members: plan.household.members,
  }
  return all[list]
}

const withEntries = <L extends ListName>(plan: Plan, list: L, entries: readonly Lists[L][]): Partial<Plan> =>
  list === 'members'
    ? { household: { ...plan.household, members: [...entries] as Member[] } }
    : ({ [list]: entries } as Partial<Plan>)

/** Adds an entry to the end; it gets the next free id (`nextId(plan)` tells it beforehand). */
export const addEntry =
  <L extends ListName>(list: L, entry: Omit<Lists[L], 'id'>): Edit =>
  (plan, now) =>
    changePlan(
      plan,
      withEntries(plan, list, [...entriesOf(plan, list), { ...entry, id: nextId(plan) } as Lists[L]]),
      now,
    )

/** Puts a whole list in place of a list of the plan, numbered anew: for drafts, such as a kit for this household. */
export const setEntries =
  <L extends Exclude<ListName, 'members' | 'destinations'>>(
    list: L,
    entries: readonly Omit<Lists[L], 'id'>[],
  ): Edit =>
  (plan, now) => {
    const ids = nextIds(plan, entries.length)
    const numbered = entries.map((entry, index) => ({ ...entry, id: ids[index] ?? '' }) as Lists[L])
    return changePlan(plan, withEntries(plan, list, numbered), now)
  }

/** Changes fields of one entry. Refuses with `notThere` when it is gone. */
export const changeEntry =
  <L extends ListName>(list: L, id: string, change: Partial<Omit<Lists[L], 'id'>>): Edit =>
  (plan, now) => {
    const entries = entriesOf(plan, list)
    if (!entries.some((entry) => entry.id === id)) return refuse('notThere')
    const changed = entries.map((entry) => (entry.id === id ? { ...entry, ...change, id } : entry))
    return changePlan(plan, withEntries(plan, list, changed), now)
  }

/** Takes an entry out, and its name out of whatever spoke of it. Removing what is gone changes nothing. */
export const removeEntry =
  (list: ListName, id: string): Edit =>
  (plan, now) => {
    const left = entriesOf(plan, list).filter((entry) => entry.id !== id)
    const without = { ...plan, ...withEntries(plan, list, left) }
    return changePlan(plan, forget(without, list, id), now)
  }

/** Moves an entry `by` places towards the end (negative: towards the beginning), as far as there is room. */
export const moveEntry =
  (list: ListName, id: string, by: number): Edit =>
  (plan, now) => {
    const moved = moveInList(entriesOf(plan, list), id, by)
    return moved.ok ? changePlan(plan, withEntries(plan, list, moved.value), now) : moved
  }

/** A copy of the list with one entry moved. */
export function moveInList<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  by: number,
): Result<readonly T[], EditRefusal> {
  const from = entries.findIndex((entry) => entry.id === id)
  const entry = entries[from]
  if (entry === undefined) return refuse('notThere')
  const rest = entries.toSpliced(from, 1)
  return ok(rest.toSpliced(Math.max(0, Math.min(rest.length, from + by)), 0, entry))
}

/** Takes the name of something that is gone out of what spoke of it. */
function forget(plan: Plan, list: ListName, id: string): Plan {
  if (list === 'destinations')
    return {
      ...plan,
      routes: plan.routes.map((route) =>
        route.destination === id ? { ...route, destination: null } : route,
      ),
    }
  if (list !== 'members') return plan
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return {
    ...plan,
    places: plan.places.map((place) => ({ ...place, members: others(place.members) })),
    contacts: plan.contacts.map((one) => (one.caller === id ? { ...one, caller: null } : one)),
    timelines: plan.timelines.map((timeline) => ({
      ...timeline,
      steps: timeline.steps.map((step) => ({ ...step, who: others(step.who) })),
    })),
  }
}
