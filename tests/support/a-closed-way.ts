import type { Closure } from '#domain/closures/closure.ts'
import type { Reckoned } from '#domain/closures/feed-state.ts'
import { layAround, metresToLine } from '#domain/closures/plane.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { roadsNamed, stretchAt, type Stretch } from '#domain/publish/stretches.ts'
import { describeLength } from '#domain/routes/describe-way.ts'
import { goalsFor, zonesFor } from '#domain/routes/goals.ts'
import { findWays, openWays, type Ways } from '#domain/routes/way-finder.ts'
import type { FoundWay } from '#domain/routes/ways-question.ts'
import { aClosure } from './a-closure.ts'
import { surveyOf } from './find-place.ts'

/** A place, its way to a site, and a stretch of road on it: when that is closed another way is found, clearly longer. */
export type ClosedWay = {
  readonly area: Area
  /** The place as a person types it into the search. */
  readonly typed: string
  /** The name by which the road is found, and which of the stretches that are listed then is the one on the way. */
  readonly road: { readonly name: string; readonly index: number }
  readonly stretch: Stretch
  readonly before: FoundWay
  readonly after: FoundWay
}

/** Metres by which the told lengths differ, so that nobody takes one way for the other. */
const CLEARLY = 100
/** Metres: a way that people walk. */
const NEAR = 2_500
/** Metres from the place to the stretch: what is closed within a kilometre is told with the answer. */
const BESIDE = 800
/** Stretches that the staff page lists before more has to be typed. */
const LISTED = 40

/** The told metres of a way. */
export const metresOf = (way: FoundWay): number => describeLength(way.route).metres

/** Metres at which a line passes a stretch at its nearest, looked at in the middles of the pieces of the stretch: junctions do not count. */
export function metresFrom(stretch: readonly LngLat[], line: readonly LngLat[]): number {
  const lay = layAround(stretch[0] ?? [0, 0])
  const laid = line.map((at) => lay(at))
  const spots = stretch.map((at) => lay(at))
  const middles = spots.slice(1).map(([x, y], piece) => {
    const [fromX, fromY] = spots[piece] ?? [x, y]
    return [(x + fromX) / 2, (y + fromY) / 2] as const
  })
  return Math.min(...middles.map((middle) => metresToLine(middle, laid)))
}

const metresTo = (at: LngLat, line: readonly LngLat[]): number => {
  const lay = layAround(at)
  return metresToLine(
    [0, 0],
    line.map((one) => lay(one)),
  )
}

/** Looks for such a place in a built town, the same one each time. Floods are what is asked for, as on a fresh phone. */
export async function aClosedWay(packs: string, code: string): Promise<ClosedWay> {
  const survey = await surveyOf(packs, code)
  const ways = openWays(survey.area)
  if (!ways.ok) throw new Error(`${code} has no ways: ${ways.reason}`)
  let found: Omit<ClosedWay, 'area' | 'typed'> | null = null
  const { typed } = survey.spot('flooded, and on a way that can be closed', ({ hazards }, at) => {
    if (!hazards.some(({ kind, answer }) => kind === 'flood' && answer === 'hazard')) return false
    found = closedFrom(ways.value, survey.area, at)
    return found !== null
  })
  if (found === null) throw new Error('not reached')
  return { ...(found as Omit<ClosedWay, 'area' | 'typed'>), area: survey.area, typed }
}

function closedFrom(ways: Ways, area: Area, at: LngLat): Omit<ClosedWay, 'area' | 'typed'> | null {
  const before = wayFrom(ways, area, at, null)
  if (before === null || metresOf(before) > NEAR) return null
  for (const { edge } of before.route.legs.slice(1, -1)) {
    const stretch = stretchAt(ways.graph, edge)
    const road = roadOf(ways, stretch)
    if (road === null || stretch.metres < 60 || metresTo(at, stretch.line) > BESIDE) continue
    const closures = [aClosure({ shape: { kind: 'line', lines: [stretch.line] }, start: 0 })]
    const after = wayFrom(ways, area, at, { closures, at: 1 })
    if (after === null || metresOf(after) < metresOf(before) + CLEARLY) continue
    if (metresFrom(stretch.line, before.route.line) < 1 && metresFrom(stretch.line, after.route.line) > 12)
      return { road, stretch, before, after }
  }
  return null
}

/** The best way on foot from a place in a flood, with these closures. */
function wayFrom(ways: Ways, area: Area, at: LngLat, closures: Reckoned | null): FoundWay | null {
  const { goals } = goalsFor(area, 'flood')
  const walker = { manner: 'least', profile: 'adult', night: false, measured: null } as const
  const question = { hazards: zonesFor('flood'), ...walker, closures, goals }
  const found = findWays(ways, question, at, { count: 1 })
  return found.ok ? (found.value.ways[0] ?? null) : null
}

/** How the stretch is found by name; null = it has none, or too many others stand before it. */
function roadOf({ graph }: Ways, stretch: Stretch): ClosedWay['road'] | null {
  const name = stretch.name?.ja ?? ''
  const [first] = name === '' ? [] : roadsNamed(graph, name, 4)
  const index = first?.name.ja === name ? first.stretches.findIndex(({ id }) => id === stretch.id) : -1
  return index < 0 || index >= LISTED ? null : { name, index }
}

/** The stretch, closed for everybody by water. */
export const closureOn = ({ stretch, road }: ClosedWay, changes: Partial<Closure> = {}): Closure =>
  aClosure({
    shape: { kind: 'line', lines: [stretch.line] },
    road: { name: road.name, ref: null, class: 'municipal', from: null, to: null },
    ...changes,
  })
