import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { Destination, Mark, Plan, PlanPlace, PlanRoute } from '#domain/plan/plan.ts'
import type { MyMap } from '#map/map-view.ts'

/** One thing of the plan on the paper's map: the map bears its number, the table beside it says what it is. */
export type Numbered = { readonly number: number } & (
  | { readonly type: 'place'; readonly thing: PlanPlace }
  | { readonly type: 'destination'; readonly thing: Destination }
  | { readonly type: 'mark'; readonly thing: Mark }
  | { readonly type: 'route'; readonly thing: PlanRoute }
)

type Unnumbered = Numbered extends infer One ? (One extends unknown ? Omit<One, 'number'> : never) : never

/**
 * Everything that has a place, numbered from 1: the home first, then other places, destinations, marks and routes as the
 * family put them. What lies at an unknown place (a relative far away, upstairs) has no number.
 */
export function numberThings(plan: Plan): readonly Numbered[] {
  const home = plan.places.filter(({ kind }) => kind === 'home')
  const others = plan.places.filter(({ kind }) => kind !== 'home')
  const all: readonly Unnumbered[] = [
    ...[...home, ...others].map((thing) => ({ type: 'place', thing }) as const),
    ...plan.destinations
      .filter(({ at, kind }) => at !== null && kind !== 'upstairs')
      .map((thing) => ({ type: 'destination', thing }) as const),
    ...plan.marks.map((thing) => ({ type: 'mark', thing }) as const),
    ...plan.routes.map((thing) => ({ type: 'route', thing }) as const),
  ]
  return all.map((one, index) => ({ ...one, number: index + 1 }) as Numbered)
}

/** The things as the map draws them: their numbers stand in place of their names, which the table has. */
export function myMapOf(things: readonly Numbered[]): MyMap {
  const points: MyMap['points'][number][] = []
  const areas: MyMap['areas'][number][] = []
  const lines: MyMap['lines'][number][] = []
  for (const one of things) {
    const common = { id: one.thing.id, name: String(one.number) }
    if (one.type === 'place')
      points.push({ ...common, at: one.thing.at, icon: one.thing.kind === 'home' ? 'home' : 'place' })
    else if (one.type === 'route') lines.push({ ...common, line: one.thing.line })
    else if (one.type === 'destination')
      points.push({ ...common, at: one.thing.at ?? [0, 0], icon: 'destination' })
    else if (one.thing.shape.type === 'point')
      points.push({ ...common, at: one.thing.shape.at, icon: one.thing.kind })
    else areas.push({ ...common, ring: one.thing.shape.ring, icon: one.thing.kind })
  }
  return { points, areas, lines, selected: null }
}

/** The corners of one thing. */
function cornersOf(one: Numbered): readonly LngLat[] {
  if (one.type === 'place') return [one.thing.at]
  if (one.type === 'destination') return one.thing.at === null ? [] : [one.thing.at]
  if (one.type === 'route') return one.thing.line
  return one.thing.shape.type === 'point' ? [one.thing.shape.at] : one.thing.shape.ring
}

/** Farther from the home than this a thing is not on the map: it would make everything near the home too small. Degrees (about 11 km). */
const FAR = 0.1
/** The least that the map shows, in degrees of latitude (about 900 m), so that streets can be recognised. */
const LEAST = 0.008
/** Free space around the outermost thing, as a share of the whole. */
const MARGIN = 0.12

const isNear = (home: LngLat, at: LngLat): boolean =>
  Math.abs(at[1] - home[1]) <= FAR && Math.abs(at[0] - home[0]) * Math.cos((home[1] * Math.PI) / 180) <= FAR

/** Whether the thing, or a part of it, is shown on the paper's map. */
export const isOnPaperMap = (one: Numbered, centre: LngLat): boolean =>
  cornersOf(one).some((at) => isNear(centre, at))

/** Around what the map is drawn: the home, else the first thing; null = nothing has a place. */
export const centreOf = (things: readonly Numbered[]): LngLat | null => cornersOfAll(things)[0] ?? null

const cornersOfAll = (things: readonly Numbered[]): readonly LngLat[] => things.flatMap(cornersOf)

/** The piece of the world for the paper's map: the home and all that is near it, with a margin. null = nothing has a place. */
export function paperBounds(things: readonly Numbered[]): Bounds | null {
  const centre = centreOf(things)
  if (centre === null) return null
  const near = cornersOfAll(things).filter((at) => isNear(centre, at))
  const [lngs, lats] = [near.map(([lng]) => lng), near.map(([, lat]) => lat)]
  const squeeze = Math.max(0.1, Math.cos((centre[1] * Math.PI) / 180))
  const [west, east] = spread(lngs, LEAST / squeeze)
  const [south, north] = spread(lats, LEAST)
  return [west, south, east, north]
}

function spread(values: readonly number[], least: number): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const middle = (low + high) / 2
  const half = Math.max((high - low) * (0.5 + MARGIN), least / 2)
  return [middle - half, middle + half]
}
