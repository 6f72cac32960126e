import { isInside } from '#domain/geo/lng-lat.ts'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { Place } from '#domain/places/place.ts'
import { POINT } from '../lib/tiles/mvt.ts'
import type { Properties, TileLayers } from '../lib/tiles/mvt.ts'
import { toLngLat } from '../lib/tiles/tile-grid.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { namesOf, readingOf } from './base-map-names.ts'
import { poiClassOf } from './base-map-rules.ts'

/** OpenMapTiles `place.class` → what it is for the search. */
const PLACE_KINDS: Readonly<Record<string, Place['kind']>> = {
  city: 'district',
  town: 'district',
  village: 'district',
  suburb: 'district',
  quarter: 'district',
  borough: 'district',
  neighbourhood: 'neighbourhood',
  hamlet: 'neighbourhood',
  isolated_dwelling: 'neighbourhood',
  locality: 'neighbourhood',
  island: 'landmark',
}
const POI_KINDS: Readonly<Record<string, Place['kind']>> = {
  railway: 'station',
  ferry_terminal: 'station',
  school: 'school',
  college: 'school',
  hospital: 'landmark',
  town_hall: 'landmark',
  police: 'landmark',
  fire_station: 'landmark',
  place_of_worship: 'landmark',
  castle: 'landmark',
  museum: 'landmark',
  library: 'landmark',
  attraction: 'landmark',
  park: 'landmark',
  stadium: 'landmark',
  mall: 'landmark',
}

/** Two points of the same name and kind nearer than this are one place seen in two tiles or mapped twice (degrees ≈ 500 m). */
const SAME_PLACE = 0.005
const MAX_NAME = 200

const roundTo = (value: number): number => Math.round(value * 1e6) / 1e6

function placeOf(layer: 'place' | 'poi', properties: Properties, at: LngLat): Place | null {
  const { name, 'name:latin': latin } = namesOf(properties)
  if (name === undefined || name.length > MAX_NAME) return null
  const kind =
    layer === 'place'
      ? PLACE_KINDS[String(properties['class'])]
      : POI_KINDS[poiClassOf({ ...properties, name })]
  if (kind === undefined) return null
  const romaji =
    latin !== undefined && /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}]{1,200}$/u.test(latin) ? latin : null
  return { name, kana: readingOf(properties), romaji, kind, at: [roundTo(at[0]), roundTo(at[1])] }
}

/** The named places of one tile that lie inside the bounds, for the search. */
export function placesOf(layers: TileLayers, tile: TileAddress, bounds: Bounds): Place[] {
  const out: Place[] = []
  for (const layer of ['place', 'poi'] as const) {
    for (const feature of layers.get(layer) ?? []) {
      const [x, y] = feature.type === POINT ? (feature.paths[0] ?? []) : []
      if (x === undefined || y === undefined) continue
      const at = toLngLat(tile, x, y)
      const place = isInside(at, bounds) ? placeOf(layer, feature.properties, at) : null
      if (place !== null) out.push(place)
    }
  }
  return out
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compare = (a: Place, b: Place): number =>
  compareText(a.kind, b.kind) || compareText(a.name, b.name) || a.at[0] - b.at[0] || a.at[1] - b.at[1]

/**
 * One entry for each place: sorted by kind, name (by code point) and position, so that the order of reading does not matter.
 */
export function uniquePlaces(places: readonly Place[]): Place[] {
  const out: Place[] = []
  for (const place of [...places].sort(compare)) {
    const isKnown = out.some(
      (other) =>
        other.kind === place.kind &&
        other.name === place.name &&
        Math.abs(other.at[0] - place.at[0]) < SAME_PLACE &&
        Math.abs(other.at[1] - place.at[1]) < SAME_PLACE,
    )
    if (!isKnown) out.push(place)
  }
  return out
}
