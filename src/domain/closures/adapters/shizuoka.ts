import * as v from 'valibot'
import { readJson } from '#domain/plan/read-json.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { readShape } from '../read-shape.ts'
import { JAPAN_OFFSET, readTime, readWallTime } from '../time.ts'
import {
  collectClosures,
  idFrom,
  IMPORT_LIMITS,
  makeClosure,
  nameFrom,
  type Imported,
  type ImportRefusal,
  type Origin,
} from './imported.ts'
import { guessReason, readState } from './japanese-words.ts'

const Text = v.optional(v.nullable(v.union([v.string(), v.number()])), null)

const Regulation = v.object({
  id: Text,
  geometry: v.unknown(),
  properties: v.object({
    id: Text,
    regulation_type: v.string(),
    road_name: Text,
    reasons: v.optional(v.nullable(v.union([v.string(), v.array(v.string())])), null),
    construction_info: v.optional(v.unknown()),
    start_date: Text,
    end_date: Text,
    updated_at: Text,
  }),
})
type Regulation = v.InferOutput<typeof Regulation>

/**
 * Reads a FeatureCollection of regulations as the city of Shizuoka publishes it (しずみちinfo, `roadRegulation`). A word for the kind
 * of regulation that is not known is a restriction; a reason that is not known is `other`; times that are not told, or not
 * in a form that is known, are now for the start and open for the end. `detail` = the number of the feature and the field.
 */
export function readShizuoka(bytes: Uint8Array, origin: Origin): Result<Imported, ImportRefusal> {
  const json = readJson(bytes, IMPORT_LIMITS)
  if (!json.ok) return json
  const collection = v.safeParse(
    v.object({ type: v.literal('FeatureCollection'), features: v.array(v.unknown()) }),
    json.value,
  )
  if (!collection.success) return refuse('notThisFormat')
  const { features } = collection.output
  if (features.length > IMPORT_LIMITS.records) return refuse('tooMany', String(features.length))
  const found = collectClosures()
  for (const [index, feature] of features.entries()) {
    const read = v.safeParse(Regulation, feature, { abortEarly: true })
    if (!read.success) return refuse('badRecord', `${index + 1} ${v.getDotPath(read.issues[0]) ?? ''}`.trim())
    takeRegulation(read.output, index + 1, origin, found)
  }
  return ok(found.finish())
}

function takeRegulation(
  { id: typed, geometry, properties }: Regulation,
  number: number,
  { source, now }: Origin,
  found: ReturnType<typeof collectClosures>,
): void {
  const id = idFrom(String(typed ?? properties.id ?? ''), `regulation-${number}`)
  const { state, status } = readState(properties.regulation_type) ?? { state: 'restricted', status: 'active' }
  if (state === 'open') return found.leave(id, 'notAClosure')
  const shape = readShape(geometry)
  if (!shape.ok) return found.leave(id, 'noPlace')
  const start = timeFrom(properties.start_date) ?? now
  const end = timeFrom(properties.end_date)
  const name = nameFrom(String(properties.road_name ?? ''))
  found.add(
    makeClosure({
      id,
      shape: shape.value,
      state,
      status,
      reason: reasonOf(properties),
      start,
      end: end !== null && end >= start ? end : null,
      road: name === null ? null : { name, ref: null, class: 'unknown', from: null, to: null },
      source,
      updated: timeFrom(properties.updated_at) ?? now,
    }),
  )
}

function reasonOf({ reasons, construction_info: works }: Regulation['properties']) {
  const text = Array.isArray(reasons) ? reasons.join(' ') : (reasons ?? '')
  const isWorks = text === '' && typeof works === 'object' && works !== null
  return isWorks ? 'construction' : guessReason(text)
}

const LOCAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?$/

/** With an offset, or as a clock in Japan shows it. A day alone is no time. */
function timeFrom(value: string | number | null): number | null {
  if (typeof value !== 'string') return null
  const found = LOCAL.exec(value)
  if (found === null) return readTime(value)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((one) => Number(one ?? 0))
  return readWallTime({ year, month, day, hour, minute, second }, JAPAN_OFFSET)
}
