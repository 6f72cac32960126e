import type { Bounds } from '#domain/geo/lng-lat.ts'
import { DEPTH_BANDS, DEPTH_RANKS, isDepthRank, type DepthBounds } from '#domain/hazards/depth-band.ts'
import { boundsMeet, boundsOf, checkGeometry, type Polygon } from '#scripts/lib/check-geometry.ts'
import { noCounts, type Counts } from '#scripts/lib/counts.ts'
import { Refusal } from '#scripts/lib/refusal.ts'
import { parseDepthText } from '../parse-depth-text.ts'
import type { DrawerFile } from './find-drawer-files.ts'
import { fieldOf, readNumber } from './read-fields.ts'
import type { DrawerRecord } from './read-records.ts'

/** One polygon with the depth that the city says of it. */
export type DepthZone = { readonly depth: DepthBounds; readonly polygon: Polygon }

/**
 * The records of a file as zones with a depth each. Zones that do not reach into the bounds are counted as `outsideArea`;
 * a file of which none reaches in is no file of this municipality.
 * @throws Refusal for the first record that cannot be read: no polygon, no depth, a depth that is not understood.
 */
export function readDepthZones(
  file: DrawerFile,
  records: readonly DrawerRecord[],
  bounds: Bounds,
): { readonly zones: readonly DepthZone[]; readonly counts: Counts } {
  if (file.header.columns.depth === undefined) {
    throw new Refusal(`${file.name}.header.json: the key “columns.depth” is missing, which a ${file.header.kind} needs`) // prettier-ignore
  }
  const counts = noCounts()
  const zones = records.flatMap((record) => {
    counts.in += 1
    const checked = checkGeometry(polygonOnly(record, bounds), record.where)
    const depth = depthOf(record, file.header.depthAs)
    for (const repair of checked.repairs) counts.repaired[repair] += 1
    const near = checked.polygons.filter((polygon) => reaches(polygon, bounds))
    if (near.length > 0) counts.kept += 1
    else counts.refused[checked.refused ?? 'outsideArea'] += 1
    return near.map((polygon) => ({ depth, polygon }))
  })
  if (zones.length === 0) {
    throw new Refusal(`${file.label}: none of its ${counts.in} zones reaches the municipality, expected zones of this place`) // prettier-ignore
  }
  return { zones, counts }
}

const reaches = (polygon: Polygon, bounds: Bounds): boolean => {
  const box = boundsOf([polygon])
  return box !== null && boundsMeet(box, bounds)
}

/** The geometry when it is polygons or nothing. @throws Refusal for points and lines, and for latitude before longitude. */
function polygonOnly({ geometry, where }: DrawerRecord, bounds: Bounds): unknown {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (geometry === undefined) throw new Refusal(`${where}: a zone needs polygons, expected .geojson or .zip`)
  if (geometry === null) return null
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new Refusal(
      `${where}: “${typeof type === 'string' ? type : 'no geometry'}” where a polygon is wanted`,
    )
  }
  let first: unknown = coordinates
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0]
  const [lat, lng] = Array.isArray(first) ? (first as unknown[]) : []
  const [west, south, east, north] = bounds
  const isSwapped =
    typeof lat === 'number' && typeof lng === 'number' && lng >= west - 1 && lng <= east + 1 && lat >= south - 1 && lat <= north + 1 // prettier-ignore
  if (isSwapped) throw new Refusal(`${where}: latitude and longitude are swapped (${lat}, ${lng}), expected [longitude, latitude]`) // prettier-ignore
  return geometry
}

function depthOf(record: DrawerRecord, as: DrawerFile['header']['depthAs']): DepthBounds {
  const text = record.read('depth')
  const field = fieldOf(record, 'depth')
  if (text === null) throw new Refusal(`${field}: the depth is missing`)
  if (as === 'text') return depthInWords(text, field)
  const number = readNumber(record, 'depth', as === 'rank' ? '3' : '1.5') ?? NaN
  if (as === 'rank') {
    if (isDepthRank(number)) return DEPTH_BANDS[number]
    throw new Refusal(`${field}: “${text}” is not a depth rank, expected 1 to 6`)
  }
  if (number < 0 || number > 100)
    throw new Refusal(`${field}: “${text}” is not a depth in metres, expected 0 to 100`)
  return bandOf(number)
}

function depthInWords(text: string, field: string): DepthBounds {
  const parsed = parseDepthText(text)
  if (parsed.ok) return parsed.value
  throw new Refusal(`${field}: the depth “${text}” is not understood, expected for instance 0.5m以上3m未満`)
}

/**
 * The official band that holds a depth. A number per polygon is the deepest or the mean of a model's cells, nobody can say
 * which from here: the band claims no more than the number does, and its upper bound is what is advised by.
 */
function bandOf(metres: number): DepthBounds {
  const rank = DEPTH_RANKS.find((one) => metres < (DEPTH_BANDS[one].max ?? Infinity)) ?? 6
  return DEPTH_BANDS[rank]
}
