import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { Place } from '#domain/places/place.ts'
import { writePmtiles } from '../lib/pmtiles-writer.ts'
import type { TileToWrite, VectorLayer } from '../lib/pmtiles-writer.ts'
import { Refusal } from '../lib/refusal.ts'
import { decodeMvt, encodeMvt } from '../lib/tiles/mvt.ts'
import type { TileLayers } from '../lib/tiles/mvt.ts'
import { tilesOf } from '../lib/tiles/tile-grid.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { NAME_KEYS } from './base-map-names.ts'
import { placesOf, uniquePlaces } from './base-map-places.ts'
import { LAYER_RULES } from './base-map-rules.ts'
import { collectRoads, mergeRoads, type Roads, type TileRoads } from './collect-roads.ts'
import { reduceTile } from './reduce-tile.ts'

export type BaseMapInput = {
  /** The bytes of an OpenMapTiles-schema vector tile, gzip or not; null = the source has no such tile. */
  readonly getTile: (z: number, x: number, y: number) => Promise<Uint8Array | null>
  readonly bounds: Bounds
  readonly minZoom: number
  readonly maxZoom: number
  readonly signal: AbortSignal
  readonly onProgress: (tilesDone: number, tilesTotal: number) => void
}

export type BaseMap = {
  readonly pmtiles: Uint8Array
  /** Named places inside the bounds, for the search; sorted. */
  readonly places: Place[]
  /** The ways of the deepest zoom, as lines of tiles: what a walking graph is made of. */
  readonly roads: Roads
  readonly tilesRead: number
  readonly tilesMissing: number
}

/** Requests at a time; polite to a public tile server. */
const AT_ONCE = 6

const CREDIT =
  '<a href="https://www.openmaptiles.org/" target="_blank">&copy; OpenMapTiles</a> ' +
  '<a href="https://www.openstreetmap.org/copyright" target="_blank">&copy; OpenStreetMap contributors</a>'

const STRING_FIELDS = ['class', 'subclass', ...NAME_KEYS, 'brunnel', 'service', 'ref']
const NUMBER_FIELDS = ['admin_level', 'rank', 'ramp', 'intermittent']

function read(bytes: Uint8Array, { z, x, y }: TileAddress): TileLayers {
  try {
    return decodeMvt(bytes)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(
      `base map tile ${z}/${x}/${y} is not a vector tile (${why}); expected OpenMapTiles MVT, gzip or not`,
    )
  }
}

/** The layers and properties that are really in the tiles, as TileJSON describes them. */
function describe(layersSeen: ReadonlyMap<string, ReadonlySet<string>>, input: BaseMapInput): VectorLayer[] {
  return [...LAYER_RULES.keys()]
    .filter((id) => layersSeen.has(id))
    .map((id) => {
      const seen = layersSeen.get(id) ?? new Set()
      const strings = STRING_FIELDS.filter((key) => seen.has(key)).map((key) => [key, 'String'] as const)
      const numbers = NUMBER_FIELDS.filter((key) => seen.has(key)).map((key) => [key, 'Number'] as const)
      return {
        id,
        fields: Object.fromEntries([...strings, ...numbers]),
        minzoom: input.minZoom,
        maxzoom: input.maxZoom,
      }
    })
}

/**
 * Builds the base map of an area: reads the tiles that touch the bounds, keeps what a hazard map needs, and writes one
 * PMTiles archive. The same tiles give the same bytes, however fast they come.
 * @throws Refusal naming the tile when one is not a vector tile; the signal's reason when aborted.
 */
export async function buildBaseMap(input: BaseMapInput): Promise<BaseMap> {
  const addresses: TileAddress[] = []
  for (let z = input.minZoom; z <= input.maxZoom; z++) addresses.push(...tilesOf(input.bounds, z))
  const tiles: TileToWrite[] = []
  const places: Place[] = []
  const roads: TileRoads[] = []
  const layersSeen = new Map<string, Set<string>>()
  let [next, done, missing] = [0, 0, 0]

  const take = (bytes: Uint8Array, address: TileAddress): void => {
    const layers = read(bytes, address)
    if (address.z === input.maxZoom) {
      places.push(...placesOf(layers, address, input.bounds))
      roads.push(collectRoads(layers, address))
    }
    const reduced = reduceTile(layers, address, input.bounds)
    for (const [id, features] of reduced) {
      const seen = layersSeen.get(id) ?? new Set()
      for (const feature of features) for (const key of Object.keys(feature.properties)) seen.add(key)
      layersSeen.set(id, seen)
    }
    if (reduced.size > 0) tiles.push({ ...address, data: encodeMvt(reduced) })
  }
  const work = async (): Promise<void> => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++]) {
      input.signal.throwIfAborted()
      const bytes = await input.getTile(address.z, address.x, address.y)
      input.signal.throwIfAborted()
      if (bytes === null) missing++
      else take(bytes, address)
      input.onProgress(++done, addresses.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))

  const pmtiles = writePmtiles({
    tiles,
    bounds: input.bounds,
    minZoom: input.minZoom,
    maxZoom: input.maxZoom,
    name: 'base map',
    description: 'What a hazard map needs of the OpenMapTiles schema',
    attribution: CREDIT,
    vectorLayers: describe(layersSeen, input),
  })
  return {
    pmtiles,
    places: uniquePlaces(places),
    roads: mergeRoads(roads, input.maxZoom),
    tilesRead: done - missing,
    tilesMissing: missing,
  }
}
