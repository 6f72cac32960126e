import * as v from 'valibot'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { readJson } from '#domain/plan/read-json.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Closure, ClosureState } from '../closure.ts'
import { readShape, type Shape } from '../read-shape.ts'
import { readTime, writeUtc } from '../time.ts'
import {
  collectClosures,
  idFrom,
  IMPORT_LIMITS,
  makeClosure,
  nameFrom,
  NOTHING_KNOWN,
  wordsFrom,
  type Imported,
  type ImportRefusal,
  type Origin,
} from './imported.ts'

const Time = v.pipe(
  v.string(),
  v.check((text) => readTime(text) !== null, 'date-time'),
  v.transform((text) => readTime(text) ?? 0),
)

/** What is read of a road event of WZDx 4.2 (`RoadEventFeature.json`); the rest is left out. */
const RoadEvent = v.object({
  id: v.string(),
  geometry: v.unknown(),
  properties: v.object({
    core_details: v.object({
      event_type: v.string(),
      road_names: v.pipe(v.array(v.string()), v.minLength(1)),
      description: v.optional(v.string(), ''),
      update_date: v.optional(Time),
    }),
    start_date: Time,
    end_date: Time,
    vehicle_impact: v.optional(v.string(), 'unknown'),
    event_status: v.optional(v.string(), 'active'),
    beginning_cross_street: v.optional(v.string(), ''),
    ending_cross_street: v.optional(v.string(), ''),
    restrictions: v.optional(v.array(v.object({ type: v.string() })), []),
    lanes: v.optional(v.array(v.object({ type: v.string(), status: v.string() })), []),
  }),
})
type RoadEvent = v.InferOutput<typeof RoadEvent>

const Info = v.object({ version: v.string(), update_date: Time, publisher: v.string() })

/**
 * Reads a Work Zone Feed, WZDx 4.0 to 4.2. Work zones that close a road, a lane, or restrict who may pass become closures;
 * detours and zones with all lanes open are left out. A road event is of one direction of traffic, so a line is `forward`.
 * Nothing is known of walkers but where a sidewalk is listed. `detail` = the number of the event and the field.
 */
export function readWzdx(bytes: Uint8Array, origin: Origin): Result<Imported, ImportRefusal> {
  const json = readJson(bytes, IMPORT_LIMITS)
  if (!json.ok) return json
  const collection = v.safeParse(v.object({ features: v.array(v.unknown()) }), json.value)
  const value = json.value as Readonly<Record<string, unknown>> | null
  const info = v.safeParse(Info, value?.['feed_info'] ?? value?.['road_event_feed_info'])
  if (!collection.success || !info.success) return refuse('notThisFormat')
  if (!/^4\.[012]$/.test(info.output.version)) return refuse('otherVersion', info.output.version.slice(0, 20))
  const { features } = collection.output
  if (features.length > IMPORT_LIMITS.records) return refuse('tooMany', String(features.length))
  const found = collectClosures()
  for (const [index, feature] of features.entries()) {
    const event = v.safeParse(RoadEvent, feature, { abortEarly: true })
    if (!event.success)
      return refuse('badRecord', `${index + 1} ${v.getDotPath(event.issues[0]) ?? ''}`.trim())
    takeEvent(event.output, `event-${index + 1}`, info.output.update_date, origin, found)
  }
  return ok(found.finish())
}

function takeEvent(
  { id: typed, geometry, properties }: RoadEvent,
  fallback: string,
  feedTime: number,
  { source }: Origin,
  found: ReturnType<typeof collectClosures>,
): void {
  const id = idFrom(typed, fallback)
  const state = stateOf(properties)
  const isOver = ['completed', 'cancelled'].includes(properties.event_status)
  if (state === null || isOver) return found.leave(id, 'notAClosure')
  const shape = placeOf(geometry)
  if (shape === null) return found.leave(id, 'noPlace')
  const { core_details: core } = properties
  const description = wordsFrom(core.description)
  found.add(
    makeClosure({
      id,
      shape,
      state,
      status: ['planned', 'pending'].includes(properties.event_status) ? 'planned' : 'active',
      reason: 'construction',
      start: properties.start_date,
      end: Math.max(properties.start_date, properties.end_date),
      direction: shape.kind === 'line' ? 'forward' : 'both',
      access: accessOf(properties, state),
      road: {
        name: nameFrom(core.road_names.join(', ')),
        ref: null,
        class: 'unknown',
        from: nameFrom(properties.beginning_cross_street),
        to: nameFrom(properties.ending_cross_street),
      },
      title: description === '' ? {} : { en: description },
      source,
      updated: core.update_date ?? feedTime,
    }),
  )
}

/** By `vehicle_impact`; what is open for all is a closure only where somebody is kept out. An unknown impact is a restriction. */
function stateOf(properties: RoadEvent['properties']): ClosureState | null {
  const { vehicle_impact: impact, restrictions } = properties
  if (properties.core_details.event_type !== 'work-zone') return null
  if (impact === 'all-lanes-closed') return 'closed'
  if (/^(some-lanes-closed|alternating-one-way|flagging|temporary-traffic-signal)/.test(impact))
    return 'one_lane'
  const keepsOut = restrictions.some(({ type }) => KEEPS_OUT.has(type))
  return impact.startsWith('all-lanes-open') && !keepsOut && sidewalkOf(properties) !== false
    ? null
    : 'restricted'
}

/** Restrictions that keep somebody from passing at all. */
const KEEPS_OUT: ReadonlySet<string> = new Set(['no-trucks', 'local-access-only'])

function accessOf(properties: RoadEvent['properties'], state: ClosureState): Closure['access'] {
  const noTrucks = state === 'closed' || properties.restrictions.some(({ type }) => type === 'no-trucks')
  return {
    ...NOTHING_KNOWN,
    foot: sidewalkOf(properties),
    car: state === 'closed' ? false : null,
    truck: noTrucks ? false : null,
  }
}

function sidewalkOf({ lanes }: RoadEvent['properties']): boolean | null {
  const walks = lanes.filter(({ type }) => type === 'sidewalk')
  if (walks.some(({ status }) => status === 'open')) return true
  return walks.length > 0 && walks.every(({ status }) => status === 'closed') ? false : null
}

/** A line, or points along one: the first is where the zone begins, the last where it ends. */
function placeOf(geometry: unknown): Shape | null {
  const read = v.safeParse(
    v.object({ type: v.literal('MultiPoint'), coordinates: v.array(v.unknown()) }),
    geometry,
  )
  const line = readShape(read.success ? { ...read.output, type: 'LineString' } : geometry)
  if (line.ok) return line.value
  const point = read.success ? readShape({ type: 'Point', coordinates: read.output.coordinates[0] }) : line
  return point.ok && line.reason === 'noLength' ? point.value : null
}

const DAYS_30 = 30 * 86_400_000

/**
 * A Work Zone Feed, WZDx 4.2. The format knows work zones only: closures for another reason, lifted ones and areas are left
 * out, and told. It knows no open end: 30 days after the start then, or after `now` if that is later. One event a direction
 * and a line.
 */
export function writeWzdx(
  closures: readonly Closure[],
  publisher: string,
  now: number,
): { readonly text: string; readonly left: Imported['left'] } {
  const kept = closures.filter(isWorkZone)
  const feed = {
    feed_info: {
      publisher,
      version: '4.2',
      update_date: writeUtc(now),
      data_sources: [{ data_source_id: '1', organization_name: publisher }],
    },
    type: 'FeatureCollection',
    features: kept.flatMap((closure) => eventsOf(closure, now)),
  }
  const left = closures
    .filter((one) => !isWorkZone(one))
    .map(({ id }) => ({ id, why: 'notAClosure' as const }))
  return { text: `${JSON.stringify(feed)}\n`, left }
}

const isWorkZone = ({ reason, shape, state, status }: Closure): boolean =>
  reason === 'construction' && shape.kind !== 'area' && state !== 'open' && status !== 'lifted'

function eventsOf(closure: Closure, now: number) {
  const { shape, direction } = closure
  const lines: readonly (readonly LngLat[])[] =
    shape.kind === 'line' ? shape.lines : shape.kind === 'point' ? [[shape.at, shape.at]] : []
  const ways =
    shape.kind === 'point' || direction !== 'both' ? [direction] : (['forward', 'backward'] as const)
  return lines.flatMap((line, index) =>
    ways.map((way) => ({
      id: [closure.id, ...(lines.length > 1 ? [index + 1] : []), ...(ways.length > 1 ? [way] : [])].join('.'),
      type: 'Feature',
      properties: propertiesOf(closure, now),
      geometry: {
        type: shape.kind === 'point' ? 'MultiPoint' : 'LineString',
        coordinates: way === 'backward' ? line.toReversed() : line,
      },
    })),
  )
}

const IMPACT: Readonly<Record<ClosureState, string>> = {
  closed: 'all-lanes-closed',
  one_lane: 'alternating-one-way',
  restricted: 'unknown',
  open: 'all-lanes-open',
}

function propertiesOf({ road, start, end, state, updated, title, access }: Closure, now: number) {
  const description = title['en'] ?? title['ja']
  return {
    core_details: {
      data_source_id: '1',
      event_type: 'work-zone',
      road_names: [road?.name ?? road?.ref ?? 'unknown'],
      direction: 'undefined',
      ...(description === undefined ? {} : { description }),
      update_date: writeUtc(updated),
    },
    ...(road?.from == null ? {} : { beginning_cross_street: road.from }),
    ...(road?.to == null ? {} : { ending_cross_street: road.to }),
    is_start_position_verified: false,
    is_end_position_verified: false,
    start_date: writeUtc(start),
    end_date: writeUtc(end ?? Math.max(start, now) + DAYS_30),
    is_start_date_verified: false,
    is_end_date_verified: false,
    location_method: 'unknown',
    vehicle_impact: IMPACT[state],
    ...(access.truck === false && state !== 'closed' ? { restrictions: [{ type: 'no-trucks' }] } : {}),
  }
}
