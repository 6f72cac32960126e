import type { Result } from '../result.ts'
import type { TimelineHazard } from '../timeline/trigger.ts'
import { ALIKE, ALIKE_STEPS, findPartners, type Alike } from './alike.ts'
import { changePlan, isSame, type EditRefusal } from './edits/change-plan.ts'
import { idsOf, nextIds } from './edits/next-id.ts'
import type { Plan, Step, Timeline } from './plan.ts'
import { inReadingOrder } from './reading-order.ts'

/** The lists of a plan that are counted in a preview. */
export const COMPARED = [
  'members',
  'places',
  'destinations',
  'marks',
  'routes',
  'contacts',
  'steps',
  'kit',
] as const
export type Compared = (typeof COMPARED)[number]

/** `new` = I do not have it · `other` = I have it and it says something else; then mine stays · `same` = I have it. */
export type Comparison = { readonly new: number; readonly other: number; readonly same: number }

/**
 * What a merge would add of theirs, and what it would leave: the counts of a list sum to how many theirs are. What is done,
 * packed or when it was added makes no difference.
 */
export function comparePlans(mine: Plan, theirs: Plan): Readonly<Record<Compared, Comparison>> {
  const guests = invite(mine, theirs)
  return {
    members: count(guests.members),
    places: count(guests.places),
    destinations: count(guests.destinations),
    marks: count(guests.marks),
    routes: count(guests.routes),
    contacts: count(guests.contacts),
    steps: count(guests.timelines.flatMap(({ steps }) => steps)),
    kit: count(guests.kit),
  }
}

/**
 * My plan and what theirs has beyond it. Nothing of mine is changed: where both tell of the same thing (`alike.ts`), mine
 * stands. What is added gets ids of mine, and is neither done nor packed, because I have not done it. A home that is not
 * mine comes in as another place: `home` is where this family lives. Refused whole when not everything fits.
 * A photo is only named here; its bytes are kept by whoever keeps the plan.
 */
export function mergePlan(
  mine: Plan,
  theirs: Plan,
  now: number,
): Result<Plan, Exclude<EditRefusal, 'notThere'>> {
  const guests = invite(mine, theirs)
  const timelines = mergeTimelines(mine.timelines, guests.timelines)
  const change: Partial<Plan> = {
    household: { ...mine.household, members: [...mine.household.members, ...newOf(guests.members)] },
    places: [...mine.places, ...newOf(guests.places)],
    destinations: [...mine.destinations, ...newOf(guests.destinations)],
    marks: [...mine.marks, ...newOf(guests.marks)],
    routes: [...mine.routes, ...newOf(guests.routes)],
    contacts: [...mine.contacts, ...newOf(guests.contacts)],
    hazards: mine.hazards && plannedFor(mine, guests.timelines),
    timelines,
    kit: [...mine.kit, ...newOf(guests.kit)],
  }
  return changePlan(mine, change, now)
}

/** A thing of theirs in the ids of mine, and what it is the same as; null = it is new. */
type Guest<T> = { readonly thing: T; readonly like: T | null }

type GuestTimeline = { readonly hazard: TimelineHazard; readonly steps: readonly Guest<Step>[] }

/** All of theirs, each with its like of mine and spelled in my ids. */
function invite(mine: Plan, theirs: Plan) {
  const free = nextIds(mine, idsOf(theirs).length).values()
  const names = new Map<string, string>()
  const named = (id: string): string => names.get(id) ?? id
  /** `spell` is called when everything that it names has its id. */
  const meet = <T extends { readonly id: string }>(
    some: readonly T[],
    others: readonly T[],
    alike: Alike<T>,
    spell: (thing: T) => T = (thing) => thing,
  ): readonly Guest<T>[] =>
    findPartners(some, others, alike).map(({ theirs: thing, like }) => {
      const isMine = like !== null && some.includes(like)
      const id = like === null ? (free.next().value ?? '') : isMine ? like.id : named(like.id)
      names.set(thing.id, id)
      return { thing: spell({ ...thing, id }), like }
    })
  const members = meet(mine.household.members, theirs.household.members, ALIKE.members)
  const destinations = meet(mine.destinations, theirs.destinations, ALIKE.destinations)
  return {
    members,
    destinations,
    places: meet(mine.places, placesAsGuests(mine, theirs), ALIKE.places, (place) => ({
      ...place,
      members: place.members.map(named),
    })),
    marks: meet(mine.marks, theirs.marks, ALIKE.marks),
    routes: meet(mine.routes, theirs.routes, ALIKE.routes, (route) => ({
      ...route,
      destination: route.destination === null ? null : named(route.destination),
    })),
    contacts: meet(mine.contacts, theirs.contacts, ALIKE.contacts, (contact) => ({
      ...contact,
      caller: contact.caller === null ? null : named(contact.caller),
    })),
    kit: meet(mine.kit, theirs.kit, ALIKE.kit, (item) => ({ ...item, packed: false })),
    timelines: theirs.timelines.map(({ hazard, steps }): GuestTimeline => {
      const own = mine.timelines.find((one) => one.hazard === hazard)?.steps ?? []
      const spell = (step: Step): Step => ({ ...step, who: step.who.map(named), done: false })
      return { hazard, steps: meet(own, steps, ALIKE_STEPS, spell) }
    }),
  }
}

/** Their places; a home that is none of mine is another place, as long as I have one. */
function placesAsGuests(mine: Plan, theirs: Plan): Plan['places'] {
  const homes = mine.places.filter(({ kind }) => kind === 'home')
  if (homes.length === 0) return theirs.places
  return theirs.places.map((place) =>
    place.kind !== 'home' || homes.some((home) => ALIKE.places.near(home, place))
      ? place
      : { ...place, kind: 'other' },
  )
}

const newOf = <T>(guests: readonly Guest<T>[]): T[] =>
  guests.flatMap(({ thing, like }) => (like === null ? [thing] : []))

function mergeTimelines(mine: Plan['timelines'], guests: readonly GuestTimeline[]): Timeline[] {
  const merged = mine.map(({ hazard, steps }) => ({
    hazard,
    steps: [...steps, ...newOf(guests.find((one) => one.hazard === hazard)?.steps ?? [])],
  }))
  const brought = guests
    .filter(({ hazard }) => !mine.some((one) => one.hazard === hazard))
    .map(({ hazard, steps }) => ({ hazard, steps: newOf(steps) }))
    .filter(({ steps }) => steps.length > 0)
  return [...merged, ...brought].map(({ hazard, steps }) => ({ hazard, steps: inReadingOrder(steps) }))
}

/** The dangers that I plan for, and those for which steps come in. */
function plannedFor({ hazards }: Plan, guests: readonly GuestTimeline[]): TimelineHazard[] {
  const brought = guests.filter(({ steps }) => newOf(steps).length > 0).map(({ hazard }) => hazard)
  return [...(hazards ?? []), ...brought.filter((hazard) => hazards?.includes(hazard) !== true)]
}

function count<T extends object>(guests: readonly Guest<T>[]): Comparison {
  const known = guests.filter(({ like }) => like !== null)
  const same = known.filter(({ thing, like }) => isSame(contentOf(thing), contentOf(like ?? thing))).length
  return { new: guests.length - known.length, other: known.length - same, same }
}

/** What a thing says, without its state; names in it are a set. */
function contentOf(thing: object): object {
  const without = { ...thing, id: '', done: false, packed: false, addedAt: 0 }
  return Object.fromEntries(
    Object.entries(without).map(([name, value]: [string, unknown]) => [name, asSet(value)]),
  )
}

const asSet = (value: unknown): unknown =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? [...new Set(value)].sort() : value
