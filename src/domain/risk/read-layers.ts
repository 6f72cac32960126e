import type { LngLat } from '../geo/lng-lat.ts'
import type { Area } from '../packs/area.ts'
import type { PackLayer, ZoneClass } from '../packs/area-pack.ts'
import { rankAt, worstRankWithin } from '../ranks/rank-layer.ts'
import type { UnavailableReason } from './hazard-answer.ts'

/** `within`: the position is only known to this many metres; the answer is then the worst that may hold inside that circle. */
export type AssessOptions = { readonly within?: number }

/** What one layer of the pack says about a place. */
export type Reading = {
  readonly layer: PackLayer
} & (
  | { readonly state: 'found'; readonly means: ZoneClass['means'] }
  | { readonly state: 'nothing' }
  | { readonly state: 'unavailable'; readonly why: UnavailableReason }
)
export type FoundReading = Extract<Reading, { state: 'found' }>

/**
 * Asks one layer. `nothing` is only said by a layer that was built whole and read here: every other case names why nothing
 * can be said. A rank that the layer's classes do not explain is damage, never "no zone".
 */
export function readLayer(area: Area, layer: PackLayer, at: LngLat, options: AssessOptions): Reading {
  const unavailable = (why: UnavailableReason): Reading => ({ layer, state: 'unavailable', why })
  const file = layer.file === null ? undefined : area.ranks.get(layer.file)
  const rank = file?.ok === true ? rankOf(file.layer, at, options) : null
  if (rank !== null && rank > 0) {
    const means = layer.classes.find((one) => one.rank === rank)?.means
    return means?.type === typeOf(layer) ? { layer, state: 'found', means } : unavailable('unreadable')
  }
  if (layer.state === 'notBuilt' || layer.state === 'missing') return unavailable(layer.state)
  if (file !== undefined && !file.ok) return unavailable(file.why)
  if (rank !== 0) return unavailable('unreadable')
  return layer.state === 'partial' ? unavailable('partial') : { layer, state: 'nothing' }
}

/** The type of class that a layer must hold, so that hours are never read as metres. */
function typeOf({ kind, measure }: PackLayer): ZoneClass['means']['type'] {
  if (measure === 'duration') return 'duration'
  if (kind === 'landslide') return 'landslide'
  return kind === 'houseCollapse' ? 'collapse' : 'depth'
}

function rankOf(layer: Parameters<typeof rankAt>[0], at: LngLat, { within }: AssessOptions): number | null {
  const here = rankAt(layer, at)
  if (here === null || within === undefined) return here
  const around = worstRankWithin(layer, at, within)
  return around === null ? null : Math.max(here, around)
}

/**
 * Why layers of one group cannot answer together; null when all of them were read and show nothing. What can be mended on
 * the device comes first; where some layers were had and others not, or one is gone from the manifest, it is `partial`.
 */
export function whyUnavailable(readings: readonly Reading[]): UnavailableReason | null {
  const whys = new Set(readings.flatMap((one) => (one.state === 'unavailable' ? [one.why] : [])))
  for (const why of ['unreadable', 'notLoaded', 'partial'] as const) if (whys.has(why)) return why
  const lost = readings.some(({ layer }) => layer.siblings > readings.length)
  if (whys.size === 0) return lost || readings.length === 0 ? 'partial' : null
  const [first] = whys
  return readings.every(({ state }) => state === 'unavailable') && !lost && whys.size === 1
    ? (first ?? 'partial')
    : 'partial'
}

/** True when every layer of the group was built whole and could be read here. */
export const isWhole = (readings: readonly Reading[]): boolean =>
  whyUnavailable(readings) === null && readings.every(({ layer }) => layer.state === 'built')

/** The date that no fact of the group is older than; null where one of them is not known. */
export const oldest = (dates: readonly (string | null)[]): string | null => {
  const known = dates.filter((date) => date !== null)
  const [first = null] = known.toSorted((a, b) => (a < b ? -1 : 1))
  return known.length < dates.length ? null : first
}
