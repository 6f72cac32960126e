import { rankOfBounds, type DepthBounds } from '../hazards/depth-band.ts'
import { DURATION_BANDS, DURATION_RANKS, type HourBounds } from '../hazards/duration.ts'
import type { Scenario, WaterKind } from '../hazards/hazard-kind.ts'
import type { LandslideZone } from '../hazards/landslide.ts'
import type {
  CollapseHazard,
  DurationAnswer,
  LandslideHazard,
  RiverName,
  RiverReach,
  WaterHazard,
} from './hazard-answer.ts'
import { isWhole, oldest, whyUnavailable, type FoundReading, type Reading } from './read-layers.ts'

type Means<T extends FoundReading['means']['type']> = Extract<FoundReading['means'], { type: T }>

/** The layers that found a zone of one type of class. */
function ofType<T extends FoundReading['means']['type']>(readings: readonly Reading[], type: T) {
  return readings.flatMap((one) =>
    one.state === 'found' && one.means.type === type
      ? [{ layer: one.layer, means: one.means as Means<T> }]
      : [],
  )
}

const provenance = (readings: readonly { readonly layer: Reading['layer'] }[]) => ({
  sources: [...new Set(readings.flatMap(({ layer }) => layer.sources))],
  asOf: oldest(readings.map(({ layer }) => layer.asOf)),
})

/** The higher the worse; no upper bound is the worst. */
const upper = (bounds: { readonly max: number | null }): number => bounds.max ?? Infinity
const worse = (a: DepthBounds, b: DepthBounds): number => upper(b) - upper(a) || b.min - a.min

/** The answer for water: the deepest class of all layers, the rivers that reach the place, and how long the water stays. */
export function waterFound({
  kind,
  scenario,
  main,
  durations,
}: {
  readonly kind: WaterKind
  readonly scenario: Scenario
  readonly main: readonly Reading[]
  readonly durations: readonly Reading[]
}): WaterHazard {
  const found = ofType(main, 'depth').toSorted((a, b) => worse(a.means, b.means))
  const [deepest] = found
  if (deepest === undefined) throw new RangeError(`${kind}: a layer of depths holds no depths`)
  const depth = boundsOf(deepest.means)
  return {
    kind,
    scenario,
    answer: 'hazard',
    ...provenance(found),
    complete: isWhole(main),
    rank: rankOfBounds(depth),
    depth,
    duration: durationOf(durations),
    river: deepest.layer.river,
    rivers: riversOf(found, durations),
  }
}

const boundsOf = ({ min, max }: DepthBounds): DepthBounds => ({ min, max })

function riversOf(
  found: readonly { readonly layer: Reading['layer']; readonly means: DepthBounds }[],
  durations: readonly Reading[],
): readonly RiverReach[] {
  const rivers = new Map<string, RiverReach>()
  for (const { layer, means } of found) {
    const { river } = layer
    if (river === null || rivers.has(keyOf(river))) continue
    const own = durations.filter((one) => one.layer.river !== null && keyOf(one.layer.river) === keyOf(river))
    const depth = boundsOf(means)
    const duration = own.length > 0 ? durationOf(own, true) : durationOf(durations)
    rivers.set(keyOf(river), { river, rank: rankOfBounds(depth), depth, duration })
  }
  return [...rivers.values()]
}

const keyOf = ({ id, name }: RiverName): string => id ?? name

/** The longest of all layers of duration. `isPart`: the layers of one river, so that the others are not missed. */
function durationOf(readings: readonly Reading[], isPart = false): DurationAnswer {
  const [longest] = ofType(readings, 'duration')
    .map(({ means }) => means)
    .toSorted(worse)
  if (longest !== undefined) return hoursOf({ min: longest.min, max: longest.max })
  if (readings.length === 0) return { answer: 'dataUnavailable', why: 'notBuilt' }
  const asked = isPart
    ? readings.map((one) => ({ ...one, layer: { ...one.layer, siblings: readings.length } }))
    : readings
  const why = whyUnavailable(asked)
  return why === null ? { answer: 'noZonePublished' } : { answer: 'dataUnavailable', why }
}

/** With the official rank that holds the upper bound. */
export function hoursOf(hours: HourBounds): DurationAnswer {
  const rank = DURATION_RANKS.find((one) => upper(DURATION_BANDS[one]) >= upper(hours)) ?? 7
  return { answer: 'hours', rank, hours }
}

/** The answer where a landslide can reach: every phenomenon on its own, red before yellow. */
export function landslideFound({
  scenario,
  main,
}: {
  readonly scenario: Scenario
  readonly main: readonly Reading[]
}): LandslideHazard {
  const found = ofType(main, 'landslide')
  const zones = found
    .map(({ means: { phenomenon, zone, planned, specialUnsurveyed } }) => ({
      phenomenon,
      zone,
      planned,
      specialUnsurveyed,
    }))
    .toSorted((a, b) => weight(b) - weight(a))
  return {
    kind: 'landslide',
    scenario,
    answer: 'hazard',
    ...provenance(found),
    complete: isWhole(main),
    zone: zones[0]?.zone ?? 'warning',
    zones,
  }
}

const weight = ({ zone, planned, specialUnsurveyed }: LandslideZone): number =>
  (zone === 'special' ? 4 : 0) + (planned ? 0 : 2) + (specialUnsurveyed ? 1 : 0)

/** The answer where a house can be carried away, by the current, by the bank that gives way, or both. */
export function collapseFound({
  scenario,
  main,
}: {
  readonly scenario: Scenario
  readonly main: readonly Reading[]
}): CollapseHazard {
  const found = ofType(main, 'collapse')
  const causes = new Set(found.map(({ means }) => means.by))
  const rivers = new Map(
    found.flatMap(({ layer: { river } }) => (river === null ? [] : [[keyOf(river), river] as const])),
  )
  return {
    kind: 'houseCollapse',
    scenario,
    answer: 'hazard',
    ...provenance(found),
    complete: isWhole(main),
    zone: causes.size === 2 ? 'both' : causes.has('flow') ? 'flow' : 'erosion',
    rivers: [...rivers.values()],
  }
}
