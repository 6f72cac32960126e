import { booleanClockwise } from '@turf/turf'
import { ok, refuse, type Result } from '../result.ts'
import {
  collectThings,
  type CollectRefusal,
  type ForeignThings,
  type NamedKind,
  type Told,
} from './foreign-things.ts'
import { MARK_KINDS, type MarkKind } from './mark-kinds.ts'
import type { Plan } from './plan.ts'
import { readGeometry, type GeometryRefusal } from './read-geometry.ts'
import { readJson, type JsonRefusal } from './read-json.ts'

/** RFC 7946 §12. */
export const GEOJSON_TYPE = 'application/geo+json'

/** How much of a file of another program is looked at. Own choice: a whole city's list of sites takes a tenth of it. */
export const GEOJSON_LIMITS = { bytes: 10_000_000, depth: 32, values: 1_000_000 } as const

/**
 * Why a file is refused, always whole. Besides those of JSON (`read-json.ts`): `notGeoJson` · `otherCrs` = its positions are no
 * longitudes and latitudes of WGS84 or JGD · of a geometry (`read-geometry.ts`), `detail` = the number of the feature, from 1 ·
 * of what a plan holds (`foreign-things.ts`).
 */
export type GeoJsonRefusal = JsonRefusal | 'notGeoJson' | 'otherCrs' | GeometryRefusal | CollectRefusal

/**
 * Places, destinations, marks, areas and routes of a plan as one FeatureCollection. `name` and `description` are what other
 * programs show; what begins with `minna:` is what `readGeoJson` reads back. Photos are not in it.
 * @param words the name of a kind, for what has no name of its own
 */
export function writeGeoJson(plan: Plan, words: (thing: NamedKind) => string): string {
  const named = (thing: NamedKind, { name, note }: { readonly name: string; readonly note: string }) => ({
    name: name === '' ? words(thing) : name,
    description: note,
    'minna:list': thing.list,
    'minna:kind': thing.kind,
    'minna:name': name,
    'minna:note': note,
  })
  const feature = (geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
    type: 'Feature',
    geometry,
    properties,
  })
  const point = (coordinates: readonly [number, number]): GeoJSON.Geometry => ({
    type: 'Point',
    coordinates: [...coordinates],
  })
  const features = [
    ...plan.places.map((place) =>
      feature(point(place.at), named({ list: 'places', kind: place.kind }, place)),
    ),
    ...plan.destinations.flatMap((goal) =>
      goal.at === null
        ? []
        : [feature(point(goal.at), named({ list: 'destinations', kind: goal.kind }, goal))],
    ),
    ...plan.marks.map((mark) =>
      feature(mark.shape.type === 'point' ? point(mark.shape.at) : polygon(mark.shape.ring), {
        ...named({ list: 'marks', kind: mark.kind }, mark),
        ...authorOf(mark),
      }),
    ),
    ...plan.routes.map((route) =>
      feature(
        { type: 'LineString', coordinates: route.line },
        { ...named({ list: 'routes', kind: 'route' }, route), ...authorOf(route) },
      ),
    ),
  ]
  return JSON.stringify({ type: 'FeatureCollection', features } satisfies GeoJSON.FeatureCollection)
}

const authorOf = ({ by, addedAt }: { readonly by: string; readonly addedAt: number }) => ({
  'minna:by': by,
  'minna:addedAt': addedAt,
})

/** Closed and counterclockwise, as RFC 7946 §3.1.6 asks; it begins where the person began. */
function polygon(ring: readonly [number, number][]): GeoJSON.Geometry {
  const [first = [0, 0], ...rest] = ring
  const closed = [first, ...rest, first]
  return { type: 'Polygon', coordinates: [booleanClockwise(closed) ? closed.toReversed() : closed] }
}

/**
 * Reads points and areas as marks, lines as routes, from any program. Fields that we do not know, heights and holes are left
 * out and counted; places and destinations of our own files too, because whose home it is does not follow from a file.
 * @param now when it is read: for what does not say when it was added
 * @param kind what a mark is that does not say so
 */
export function readGeoJson(
  bytes: Uint8Array,
  now: number,
  kind: MarkKind = 'otherDanger',
): Result<ForeignThings, GeoJsonRefusal> {
  const json = readJson(bytes, GEOJSON_LIMITS)
  if (!json.ok) return json
  const features = featuresOf(json.value)
  if (!features.ok) return features
  const things = collectThings()
  const unknown = new Set<string>()
  for (const [index, feature] of features.value.entries()) {
    const done = takeFeature(feature, { ...NOTHING_TOLD, kind, addedAt: now }, things, unknown)
    if (!done.ok) return refuse(done.reason, done.detail ?? String(index + 1))
  }
  things.left.fields = unknown.size
  return things.finish()
}

const NOTHING_TOLD = { name: '', note: '', by: '' }

type OneFeature = { readonly geometry: unknown; readonly properties: unknown }

/** The features of a collection, a single one, or a geometry that stands alone. */
function featuresOf(value: unknown): Result<readonly OneFeature[], 'notGeoJson' | 'otherCrs'> {
  if (!isRecord(value) || !Object.hasOwn(value, 'type')) return refuse('notGeoJson')
  if (!isKnownCrs(value['crs'])) return refuse('otherCrs', JSON.stringify(value['crs']).slice(0, 80))
  if (value['type'] === 'Feature') return ok([asFeature(value)])
  if (value['type'] !== 'FeatureCollection')
    return Object.hasOwn(value, 'coordinates') || Object.hasOwn(value, 'geometries')
      ? ok([{ geometry: value, properties: null }])
      : refuse('notGeoJson')
  const { features } = value
  if (!Array.isArray(features)) return refuse('notGeoJson')
  const all = features.map((one: unknown) =>
    isRecord(one) && one['type'] === 'Feature' ? asFeature(one) : null,
  )
  const wrong = all.indexOf(null)
  return wrong < 0 ? ok(all.filter((one) => one !== null)) : refuse('notGeoJson', String(wrong + 1))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asFeature = ({ geometry, properties }: Readonly<Record<string, unknown>>): OneFeature => ({
  geometry: geometry ?? null,
  properties,
})

/**
 * The member `crs` of older files (GeoJSON 2008): WGS84 by its names, and the Japanese datums, which differ from it by less
 * than a plan tells (JGD2011, JGD2000: EPSG 6668, 4612).
 */
function isKnownCrs(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true
  return /\bCRS84\b|EPSG:{1,2}(?:[\d.]*:)?(?:4326|6668|4612|6697|4979)\b/.test(JSON.stringify(crs))
}

type Things = ReturnType<typeof collectThings>

function takeFeature(
  { geometry, properties }: OneFeature,
  nothing: Told,
  things: Things,
  unknown: Set<string>,
): Result<true, GeometryRefusal | CollectRefusal> {
  const fields = isRecord(properties) ? properties : {}
  const list = fields['minna:list']
  const isNoMark = list === 'places' || list === 'destinations'
  const pieces = geometry === null ? ok([]) : readGeometry(geometry)
  if (!pieces.ok) return pieces
  if (isNoMark || pieces.value.length === 0) things.left.things += 1
  const told = readFields(fields, nothing, unknown)
  for (const piece of isNoMark ? [] : pieces.value) {
    const added = things.add(piece, told)
    if (!added.ok) return added
  }
  return ok(true)
}

/** What other programs call a name and a note, best first. */
const NAMES = ['minna:name', 'name', 'Name', 'NAME', 'title', '名称', '名前']
const NOTES = ['minna:note', 'description', 'desc', 'note', 'memo', '備考', '説明']
const KNOWN = new Set([...NAMES, ...NOTES, 'minna:list', 'minna:kind', 'minna:by', 'minna:addedAt'])

function readFields(fields: Readonly<Record<string, unknown>>, nothing: Told, unknown: Set<string>): Told {
  for (const name of Object.keys(fields)) if (!KNOWN.has(name)) unknown.add(name)
  const first = (names: readonly string[]): string => {
    const found = names.find((name) => Object.hasOwn(fields, name) && isText(fields[name]))
    return found === undefined ? '' : String(fields[found])
  }
  const kind = MARK_KINDS.find((one) => one === fields['minna:kind'])
  const { 'minna:addedAt': addedAt } = fields
  return {
    kind: kind ?? nothing.kind,
    name: first(NAMES),
    note: first(NOTES),
    by: first(['minna:by']),
    addedAt: isTime(addedAt) ? addedAt : nothing.addedAt,
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

const isTime = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15
