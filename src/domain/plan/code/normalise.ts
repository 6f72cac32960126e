import type { Destination, Plan } from '../plan.ts'
import type { CodeParts, CodePosition, LeftOut } from './layout.ts'

/** What a code is made of: how much of the plan, and how precisely the places where people live. */
export type CodeChoice = { readonly parts: CodeParts; readonly position: CodePosition }

/** 0.001° is 111 m to the north and 90 m to the east in the middle of Japan: a block of houses. */
const GRID = 1_000

/** The plan that a reader of its code gets, and what is missing in it. */
export type ReducedPlan = { readonly plan: Plan; readonly leftOut: readonly LeftOut[] }

/**
 * The plan as its code gives it back when all that was asked for has room: photos gone, ids `i1`, `i2` … in the order members,
 * places, destinations, marks, routes, contacts, steps, kit. `essential` keeps household, home, destinations, contacts and
 * timelines. Nothing else is changed.
 */
export const normaliseForCode = (plan: Plan, choice: CodeChoice): Plan => reducePlan(plan, choice).plan

/** `normaliseForCode`, with what it leaves out. */
export function reducePlan(plan: Plan, { parts, position }: CodeChoice): ReducedPlan {
  const chosen = parts === 'all' ? withoutPhotos(plan) : essentialOf(plan)
  const hidden = hidePositions(chosen, position)
  return { plan: renumber(hidden), leftOut: whatIsGone(plan, hidden) }
}

const withoutPhotos = (plan: Plan): Plan => ({
  ...plan,
  marks: plan.marks.map((mark) => ({ ...mark, photo: null })),
})

const essentialOf = (plan: Plan): Plan => ({
  ...plan,
  places: plan.places.filter((place) => place === plan.places.find(({ kind }) => kind === 'home')),
  marks: [],
  routes: [],
  kit: [],
  interview: { answered: [], skipped: [] },
})

/** Sites and hotels are known to all; every other destination is somebody's house. */
const isPublic = ({ kind }: Destination): boolean => kind === 'site' || kind === 'hotel'

/**
 * Rounds or takes away where people live. A place cannot be without a position and goes; a destination can. Routes go in
 * both cases: they begin at the door. Marks stay: they are put on the map to be shown.
 */
function hidePositions(plan: Plan, position: CodePosition): Plan {
  if (position === 'exact') return plan
  const hide = position === 'none' ? () => null : onGrid
  return {
    ...plan,
    places: position === 'none' ? [] : plan.places.map((place) => ({ ...place, at: onGrid(place.at) })),
    destinations: plan.destinations.map((one) =>
      isPublic(one) || one.at === null ? one : { ...one, at: hide(one.at) },
    ),
    routes: [],
  }
}

const onGrid = ([lng, lat]: readonly [number, number]): [number, number] => [
  Math.round(lng * GRID) / GRID || 0,
  Math.round(lat * GRID) / GRID || 0,
]

function whatIsGone(before: Plan, after: Plan): readonly LeftOut[] {
  const hasHome = ({ places }: Plan) => places.some(({ kind }) => kind === 'home')
  const others = ({ places }: Plan) => places.length - (hasHome({ places } as Plan) ? 1 : 0)
  const gone: Partial<Record<LeftOut, boolean>> = {
    photos: before.marks.some(({ photo }) => photo !== null),
    places: others(before) > others(after),
    home: hasHome(before) && !hasHome(after),
    positions: before.destinations.some(
      ({ at }, index) => at !== null && after.destinations[index]?.at === null,
    ),
    marks: before.marks.length > after.marks.length,
    routes: before.routes.length > after.routes.length,
    kit: before.kit.length > after.kit.length,
  }
  return (Object.keys(gone) as LeftOut[]).filter((one) => gone[one] === true)
}

/** New ids in the order in which a code is read, and everything that names one of them follows. */
export function renumber(plan: Plan): Plan {
  const ids = new Map<string, string>()
  const give = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
    all.map((one) => {
      const id = `i${ids.size + 1}`
      ids.set(one.id, id)
      return { ...one, id }
    })
  const follow = (id: string): string => ids.get(id) ?? id
  const members = give(plan.household.members)
  return {
    ...plan,
    household: { ...plan.household, members },
    places: give(plan.places).map((place) => ({ ...place, members: place.members.map(follow) })),
    destinations: give(plan.destinations),
    marks: give(plan.marks),
    routes: give(plan.routes).map((route) => ({
      ...route,
      destination: route.destination === null ? null : follow(route.destination),
    })),
    contacts: give(plan.contacts).map((contact) => ({
      ...contact,
      caller: contact.caller === null ? null : follow(contact.caller),
    })),
    timelines: plan.timelines.map((timeline) => ({
      ...timeline,
      steps: give(timeline.steps).map((step) => ({ ...step, who: step.who.map(follow) })),
    })),
    kit: give(plan.kit),
  }
}
