import * as v from 'valibot'
import { readJson, type JsonRefusal } from '../plan/read-json.ts'
import type { Closure, ClosureFeed } from './closure.ts'
import { ClosureId, ClosureProperties, FeedHeader, FEED_SCHEMA } from './feed-schema.ts'
import { readShape } from './read-shape.ts'

/**
 * How much of a feed is looked at. A closure takes about 1 KB, so this is more than any prefecture ever closed at once, and
 * little enough for any phone. Own choice.
 */
export const FEED_LIMITS = { bytes: 2_000_000, depth: 12, values: 300_000, closures: 2_000 } as const

/**
 * Why a feed is refused, always whole: half a list would open the roads of the other half. Besides those of JSON
 * (`plan/read-json.ts`): `notAFeed` = other JSON · `otherVersion` = a version of the format that is not read here ·
 * `brokenFeed` = its head · `brokenClosure` = one of its closures · `repeatedId` · `tooManyClosures`.
 */
export type FeedRefusal =
  | JsonRefusal
  | 'notAFeed'
  | 'otherVersion'
  | 'brokenFeed'
  | 'brokenClosure'
  | 'repeatedId'
  | 'tooManyClosures'

/** Where a feed is broken: for whoever makes it, never for the public. */
export type FeedFault = {
  /** Number of the feature, from 1; null = the head of the feed. */
  readonly feature: number | null
  readonly id: string | null
  /** `properties.reason` */
  readonly field: string
  /** What should stand there: the schema's own words, or a code of `ShapeRefusal`. */
  readonly expected: string
}

export type FeedRefused = {
  readonly ok: false
  readonly reason: FeedRefusal
  readonly detail?: string
  readonly fault: FeedFault | null
}

export type ReadFeed = { readonly ok: true; readonly value: ClosureFeed } | FeedRefused

/**
 * Reads a feed of closures, `road-closure-1` (docs/closures.md). It is copied field by field; what the schema does not know
 * is left out. Who signed it, and whether it is the newest, is not looked at here.
 */
export function readFeed(input: Uint8Array | string): ReadFeed {
  if (typeof input === 'string' && input.length > FEED_LIMITS.bytes)
    return { ok: false, reason: 'tooLarge', detail: String(input.length), fault: null }
  const json = readJson(typeof input === 'string' ? encodeUtf8(input) : input, FEED_LIMITS)
  if (!json.ok) return { ...json, fault: null }
  if (!isCollection(json.value)) return { ok: false, reason: 'notAFeed', fault: null }
  const { feed, features } = json.value
  if (features.length > FEED_LIMITS.closures)
    return { ok: false, reason: 'tooManyClosures', detail: String(features.length), fault: null }
  if (feed['schema'] !== FEED_SCHEMA) return refuseVersion(feed['schema'])
  const head = v.safeParse(FeedHeader, feed, { abortEarly: true })
  if (!head.success) return broken('brokenFeed', null, null, 'feed', head.issues[0])
  const closures = readClosures(features)
  if (!closures.ok) return closures
  const { area, publisher, licence, sequence, issued, expires } = head.output
  return {
    ok: true,
    value: { area, publisher, licence, sequence, issued, expires, closures: closures.value },
  }
}

type Collection = { readonly feed: Readonly<Record<string, unknown>>; readonly features: readonly unknown[] }

function isCollection(value: unknown): value is Collection {
  if (typeof value !== 'object' || value === null) return false
  const { type, feed, features } = value as Record<string, unknown>
  return type === 'FeatureCollection' && typeof feed === 'object' && feed !== null && Array.isArray(features)
}

function refuseVersion(schema: unknown): FeedRefused {
  const isOurs = typeof schema === 'string' && /^road-closure-\d{1,4}$/.test(schema)
  return isOurs
    ? { ok: false, reason: 'otherVersion', detail: schema, fault: null }
    : { ok: false, reason: 'notAFeed', fault: null }
}

type ReadClosures = { readonly ok: true; readonly value: readonly Closure[] } | FeedRefused

function readClosures(features: readonly unknown[]): ReadClosures {
  const closures: Closure[] = []
  const ids = new Set<string>()
  for (const [index, feature] of features.entries()) {
    const closure = readClosure(feature, index + 1)
    if (!closure.ok) return closure
    const { id } = closure.value
    if (ids.has(id)) {
      const fault = { feature: index + 1, id, field: 'id', expected: 'an id of its own' }
      return { ok: false, reason: 'repeatedId', detail: id, fault }
    }
    ids.add(id)
    closures.push(closure.value)
  }
  return { ok: true, value: closures }
}

const Feature = v.object({
  type: v.literal('Feature'),
  id: ClosureId,
  geometry: v.unknown(),
  properties: ClosureProperties,
})

function readClosure(
  feature: unknown,
  number: number,
): { readonly ok: true; readonly value: Closure } | FeedRefused {
  const read = v.safeParse(Feature, feature, { abortEarly: true })
  if (!read.success) return broken('brokenClosure', number, idOf(feature), '', read.issues[0])
  const { id, geometry, properties } = read.output
  const shape = readShape(geometry)
  if (!shape.ok) {
    const fault = { feature: number, id, field: 'geometry', expected: shape.reason }
    return { ok: false, reason: 'brokenClosure', detail: detailOf(fault), fault }
  }
  return { ok: true, value: closureOf(id, shape.value, properties) }
}

function closureOf(id: string, shape: Closure['shape'], properties: ClosureProperties): Closure {
  const { depthM, ...rest } = properties
  return { id, shape, ...rest, depth: depthM }
}

/** The id of a broken feature, when it has one that can be shown. */
function idOf(feature: unknown): string | null {
  if (typeof feature !== 'object' || feature === null || !Object.hasOwn(feature, 'id')) return null
  const id = v.safeParse(ClosureId, (feature as { readonly id: unknown }).id)
  return id.success ? id.output : null
}

function broken(
  reason: 'brokenFeed' | 'brokenClosure',
  feature: number | null,
  id: string | null,
  within: string,
  issue: v.BaseIssue<unknown>,
): FeedRefused {
  const field = [within, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.')
  const fault = {
    feature,
    id,
    field: field.slice(0, 100),
    expected: (issue.expected ?? issue.message).slice(0, 300),
  }
  return { ok: false, reason, detail: detailOf(fault), fault }
}

/** `3 properties.reason`, or `feed.expires`. */
const detailOf = ({ feature, field }: FeedFault): string =>
  [feature === null ? '' : String(feature), field].join(' ').trim()

declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** As `TextDecoder` in `packs/read-area.ts`: every engine has it, only its types live with the DOM. */
export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
