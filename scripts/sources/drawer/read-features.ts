import { pointOnFeature } from '@turf/turf'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { MAX_NOTE, MAX_POLYGON_POINTS, type FeatureKind, type LocalFeature } from '#domain/features/local-feature.ts' // prettier-ignore
import { checkGeometry, type Polygon } from '#scripts/lib/check-geometry.ts'
import { Refusal } from '#scripts/lib/refusal.ts'
import { checkPosition, type Nearness } from './check-position.ts'
import type { DrawerFile } from './find-drawer-files.ts'
import { fieldOf, readDate, readNumber } from './read-fields.ts'
import type { ColumnRole, DrawerRecord } from './read-records.ts'

const MAX_NAME = 200

/** Six decimals of a degree are a decimetre. */
const rounded = ([lng, lat]: LngLat): [number, number] => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]

/**
 * The records of a file as features. A past flood may be a point or polygons (one feature each); all others are points.
 * @param source id into the pack's sources.
 * @throws Refusal for the first record that cannot be used: the file is taken whole or not at all.
 */
export function readFeatures(
  file: DrawerFile,
  kind: FeatureKind,
  records: readonly DrawerRecord[],
  { source, isNear }: { readonly source: string; readonly isNear: Nearness },
): LocalFeature[] {
  return records.flatMap((record) => {
    const said = wordsOf(record, kind)
    return placesOf(record, kind, isNear).map((place, index) => ({
      // A capital letter is in no file name, so two files never give the same id.
      id: `${file.name}-R${record.number}${index === 0 ? '' : `-${index + 1}`}`,
      kind,
      ...said,
      ...place,
      source,
    }))
  })
}

/** What a record says in words. @throws Refusal when it says nothing, or a flood has no date. */
function wordsOf(
  record: DrawerRecord,
  kind: FeatureKind,
): Pick<LocalFeature, 'name' | 'event' | 'note' | 'date'> {
  const ja = short(record, 'name', MAX_NAME)
  const name = ja === null ? null : { ja, kana: short(record, 'nameKana', MAX_NAME), en: short(record, 'nameEn', MAX_NAME) } // prettier-ignore
  const event = short(record, 'event', MAX_NAME)
  const note = short(record, 'note', MAX_NOTE)
  const date = readDate(record, 'date')
  if (kind === 'pastFlood' && date === null) {
    throw new Refusal(
      `${record.where}: the year of the flood is missing, expected it in the column that "columns": {"date": …} names`,
    )
  }
  if (kind !== 'pastFlood' && name === null && note === null) {
    throw new Refusal(
      `${record.where}: there is neither a name (column ${record.columnOf('name')}) nor a note (column ${record.columnOf('note')})`,
    )
  }
  return { name, event, note, date }
}

function short(record: DrawerRecord, role: ColumnRole, most: number): string | null {
  const text = record.read(role)
  if (text === null || text.length <= most) return text
  throw new Refusal(`${fieldOf(record, role)}: ${text.length} characters, expected at most ${most}`)
}

type Place = Pick<LocalFeature, 'at' | 'polygon'>

function placesOf(record: DrawerRecord, kind: FeatureKind, isNear: Nearness): Place[] {
  const { geometry, where } = record
  if (geometry === undefined) return [{ at: columnPosition(record, isNear) }]
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type === 'Point') return [{ at: rounded(checkPosition(pointOf(coordinates, where), isNear, where)) }]
  if (kind === 'pastFlood') return polygonPlaces(geometry, where, isNear)
  throw new Refusal(`${where}: “${typeof type === 'string' ? type : 'no geometry'}” where a point is wanted`)
}

function pointOf(coordinates: unknown, where: string): LngLat {
  const [lng, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : []
  if (typeof lng === 'number' && typeof lat === 'number' && Number.isFinite(lng) && Number.isFinite(lat)) return [lng, lat] // prettier-ignore
  throw new Refusal(
    `${where}: the coordinates are ${JSON.stringify(coordinates)}, expected [longitude, latitude]`,
  )
}

function columnPosition(record: DrawerRecord, isNear: Nearness): [number, number] {
  const [lat, lng] = [readNumber(record, 'lat', '33.1037'), readNumber(record, 'lng', '130.0989')]
  const empty = lat === null ? 'lat' : lng === null ? 'lng' : null
  if (lat === null || lng === null) {
    throw new Refusal(
      `${record.where}: the ${empty === 'lat' ? 'latitude' : 'longitude'} is missing, expected it in the column ${record.columnOf(empty ?? 'lat')}`,
    )
  }
  return rounded(checkPosition([lng, lat], isNear, record.where))
}

function polygonPlaces(geometry: unknown, where: string, isNear: Nearness): Place[] {
  const { polygons } = checkGeometry(geometry, where)
  if (polygons.length === 0) throw new Refusal(`${where}: the polygon has no area`)
  return polygons.map((polygon) => {
    checkPoints(polygon, where)
    const coordinates = polygon.map((ring) => ring.map(rounded))
    const [lng = NaN, lat = NaN] = pointOnFeature({ type: 'Polygon', coordinates }).geometry.coordinates
    if (![...polygon.flat(), [lng, lat] as const].some(isNear)) checkPosition([lng, lat], isNear, where)
    return { at: rounded([lng, lat]), polygon: coordinates }
  })
}

function checkPoints(polygon: Polygon, where: string): void {
  const count = polygon.reduce((sum, ring) => sum + ring.length, 0)
  if (count <= MAX_POLYGON_POINTS) return
  throw new Refusal(
    `${where}: the polygon has ${count} points, expected at most ${MAX_POLYGON_POINTS}; simplify it to about 1 m in a map program`,
  )
}
