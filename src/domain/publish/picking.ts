import { distance } from '@turf/turf'
import type { Closure } from '../closures/closure.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { routeBetween } from '../routes/between.ts'
import { reckonCosts } from '../routes/cost.ts'
import type { RoadName, Snapped, WayClass } from '../routes/graph.ts'
import { walkerOf } from '../routes/profiles.ts'
import { snap, type EdgeIndex } from '../routes/snap.ts'
import { linesOf, stretchAt, type Stretch } from './stretches.ts'

/**
 * How a place is picked. `stretch` whole stretches between junctions · `between` along the roads from one end to another · `line`
 * freely, for a road that the pack does not know · `point` · `area`.
 */
export const PICKINGS = ['stretch', 'between', 'point', 'area', 'line'] as const
export type Picking = (typeof PICKINGS)[number]

/** What was picked so far. Each step gives a new one, so that the last step can be taken back. */
export type Picked = {
  readonly how: Picking
  readonly stretches: readonly Stretch[]
  /** `between`: none, one or both ends, and the way between them. */
  readonly ends: readonly Snapped[]
  readonly way: readonly LngLat[]
  /** `point`, `line`, `area`: what was tapped. */
  readonly corners: readonly LngLat[]
}

export const nothingPicked = (how: Picking): Picked => ({
  how,
  stretches: [],
  ends: [],
  way: [],
  corners: [],
})

/**
 * A tap, or a position that was typed.
 * @param index the ways of the pack; null = there are none, and only free forms can be picked
 * @returns what is picked then. Refusals: `noGraph` · `tooFar` no road near · `noWay` no road leads from end to end
 */
export function pickAt(
  picked: Picked,
  at: LngLat,
  index: EdgeIndex | null,
): Result<Picked, 'noGraph' | 'tooFar' | 'noWay'> {
  if (picked.how === 'point') return ok({ ...picked, corners: [at] })
  if (picked.how === 'line' || picked.how === 'area')
    return ok({ ...picked, corners: [...picked.corners, at] })
  if (index === null) return refuse('noGraph')
  const spot = snap(index, at, { within: 60 })
  if (!spot.ok) return spot
  if (picked.how === 'stretch') return ok(toggleStretch(picked, stretchAt(index.graph, spot.value.edge)))
  return pickEnd(picked, spot.value, index)
}

/** Adds a stretch, or takes it away when it was picked before. */
export function toggleStretch(picked: Picked, stretch: Stretch): Picked {
  const without = picked.stretches.filter(({ id }) => id !== stretch.id)
  const isThere = without.length < picked.stretches.length
  return { ...picked, stretches: isThere ? without : [...picked.stretches, stretch] }
}

function pickEnd(picked: Picked, spot: Snapped, { graph }: EdgeIndex): Result<Picked, 'noWay'> {
  const [first] = picked.ends
  if (first === undefined || picked.ends.length === 2) return ok({ ...picked, ends: [spot], way: [] })
  const costs = reckonCosts(graph, { walker: walkerOf('adult'), hazards: [], zones: 'ignore', closed: null })
  const route = routeBetween(costs, first, spot)
  if (!route.ok || route.value.line.length < 2 || route.value.decimetres === 0) return refuse('noWay')
  return ok({ ...picked, ends: [first, spot], way: route.value.line })
}

/** The geometry of a closure; null while something is missing. */
export function shapeOf({ how, stretches, way, corners }: Picked): Closure['shape'] | null {
  const [at] = corners
  switch (how) {
    case 'stretch':
      return stretches.length === 0 ? null : { kind: 'line', lines: linesOf(stretches) }
    case 'between':
      return way.length < 2 ? null : { kind: 'line', lines: [way] }
    case 'line':
      return corners.length < 2 ? null : { kind: 'line', lines: [corners] }
    case 'point':
      return at === undefined ? null : { kind: 'point', at }
    case 'area':
      return corners.length < 3 || at === undefined ? null : { kind: 'area', rings: [[...corners, at]] }
  }
}

/** Metres of all lines; 0 for a point or an area. */
export function metresOf(shape: Closure['shape'] | null): number {
  if (shape?.kind !== 'line') return 0
  return shape.lines
    .flatMap((line) => line.slice(1).map((point, index) => metresBetween(line[index] as LngLat, point)))
    .reduce((sum, metres) => sum + metres, 0)
}

const metresBetween = (a: LngLat, b: LngLat): number => distance([...a], [...b], { units: 'meters' })

const CLASSES: Partial<Record<WayClass, string>> = {
  motorway: 'motorway',
  trunk: 'national',
  primary: 'prefectural',
}

/** The name of the road that was picked, as far as the pack knows it; null = it knows nothing. The clerk can change it. */
export function roadOf(stretches: readonly Pick<Stretch, 'name' | 'way' | 'metres'>[]): Closure['road'] {
  const longest = stretches.toSorted((a, b) => b.metres - a.metres)
  const name: RoadName | null = longest.find((one) => one.name !== null)?.name ?? null
  const way = longest[0]?.way
  if (way === undefined) return null
  const known = name === null || name.ja === '' ? null : name.ja
  return { name: known, ref: name?.ref ?? null, class: CLASSES[way] ?? 'unknown', from: null, to: null }
}
