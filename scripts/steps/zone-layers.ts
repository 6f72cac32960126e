import type { Bounds } from '#domain/geo/lng-lat.ts'
import { ZONE_LAYERS, zoneLayerOf, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { PackLayer } from '#domain/packs/area-pack.ts'
import { CELL, QUANTA } from '#domain/ranks/rank-format.ts'
import { boundsOf } from '../lib/check-geometry.ts'
import { encodeRankLayer } from '../lib/encode-rank-layer.ts'
import { Refusal } from '../lib/refusal.ts'
import type { ZoneSet } from './zone-set.ts'
import { packFile, type PackedFile } from './write-pack.ts'

/** A layer of the pack with the set that it was made of; `file` null = nothing could be had. */
export type BuiltLayer = {
  readonly layer: PackLayer
  readonly set: ZoneSet
  readonly file: PackedFile | null
}

/** Why a layer for which no data set is read is missing, where there is more to say than that. */
const NO_DATA: Partial<Readonly<Record<ZoneLayerId, string>>> = {
  'pond-max': 'there is no national data set of pond floods: the city can put its own file into the area’s folder "local"',
  'stormSurge-duration': 'the national data set of storm surges has no duration',
} // prettier-ignore

/**
 * Makes the layers of a pack: one for each set, and a missing one for each layer of the map of which there is no set, so that
 * a pack never says nothing of a hazard. Sets that are missing are left out where another answers for the layer by itself.
 * @throws Refusal when two sets would become one layer.
 */
export function zoneLayers(given: readonly ZoneSet[], bounds: Bounds): BuiltLayer[] {
  const sets = ZONE_LAYERS.flatMap(({ id }) => settled(id, given))
  const groups = sets.map(({ draws }) => groupOf(draws))
  const built = sets.map((set, index): BuiltLayer => {
    const { kind, scenario, measure } = zoneLayerOf(set.draws)
    const id = set.part === null ? set.draws : `${set.draws}-${set.part}`
    const file = set.state === 'missing' ? null : rankFile(id, set, bounds)
    const layer: PackLayer = {
      id,
      kind,
      scenario,
      draws: set.draws,
      measure,
      river: set.river,
      siblings: groups.filter((group) => group === groups[index]).length,
      classes: [...set.classes],
      state: set.state,
      file: file?.entry.name ?? null,
      sources: [...set.sources],
      asOf: set.asOf,
      missing: set.missing.map((line) => line.slice(0, 500)),
    }
    return { layer, set, file }
  })
  const ids = built.map(({ layer }) => layer.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Refusal(`two sets of zones would become the layer ${twice}`)
  return built
}

/** Layers that answer together: those of one kind, scenario and measure. */
function groupOf(draws: ZoneLayerId): string {
  const { kind, scenario, measure } = zoneLayerOf(draws)
  return `${kind} ${scenario} ${measure}`
}

function settled(draws: ZoneLayerId, given: readonly ZoneSet[]): readonly ZoneSet[] {
  const mine = given.filter((set) => set.draws === draws)
  if (mine.length === 0) return [missingSet(draws, [NO_DATA[draws] ?? 'no data set of this layer is read'])]
  const isAnswered = mine.some(({ alone, state }) => alone && state === 'built')
  return isAnswered ? mine.filter(({ state }) => state !== 'missing') : mine
}

/** A set that could not be had, with the reasons. */
export const missingSet = (draws: ZoneLayerId, missing: readonly string[]): ZoneSet => ({
  draws,
  part: null,
  river: null,
  classes: [],
  zones: [],
  state: 'missing',
  alone: false,
  sources: [],
  asOf: null,
  missing,
  counts: null,
})

const rankFile = (id: string, { zones }: ZoneSet, bounds: Bounds): PackedFile =>
  packFile('ranks', 1, `${id}.bin`, encodeRankLayer(zones, tightBounds(zones, bounds)))

/** Rounding moves an edge by a quantum at most, so one cell of room keeps every edge inside the layer. */
const ROOM = CELL / QUANTA

/**
 * The part of the pack's box that the zones reach: outside of it a rank layer answers "none of this layer", which is true
 * there. The whole box when there are none.
 */
function tightBounds(zones: ZoneSet['zones'], [west, south, east, north]: Bounds): Bounds {
  const box = boundsOf(zones.map(({ polygon }) => polygon))
  if (box === null) return [west, south, east, north]
  const tight: Bounds = [
    Math.max(west, box[0] - ROOM),
    Math.max(south, box[1] - ROOM),
    Math.min(east, box[2] + ROOM),
    Math.min(north, box[3] + ROOM),
  ]
  return tight[0] < tight[2] && tight[1] < tight[3] ? tight : [west, south, east, north]
}
