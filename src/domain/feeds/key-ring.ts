import * as v from 'valibot'
import { fromBase64 } from '../plan/base64.ts'
import { readJson } from '../plan/read-json.ts'
import { ok, refuse, type Result } from '../result.ts'
import { CLOCK_SLACK_MS } from './clock-slack.ts'
import { isWeakKey, KEY_BYTES } from './ed25519-bounds.ts'
import { readTime } from '../closures/time.ts'

/** `root` signs lists of keys and lies offline; `feed` signs closures and alerts. Neither can do the other's work. */
export const KEY_ROLES = ['root', 'feed'] as const
export type KeyRole = (typeof KEY_ROLES)[number]

/** More keys than a city has officers for; bounds the work. Own choice. */
export const MOST_KEYS = 16

const Area = v.pipe(v.string(), v.regex(/^\d{5}$/))
export const Kid = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,31}$/))
export const Sequence = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(Number.MAX_SAFE_INTEGER - 1),
)
/** A time in a file: text with its offset, read as milliseconds since 1970. */
export const Instant = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((text) => readTime(text) !== null, 'no time with an offset'),
  v.transform((text) => readTime(text) ?? 0),
)

/** 32 bytes in Base64, and no point of small order. */
const PublicKey = v.pipe(
  v.string(),
  v.maxLength(44),
  v.check((text) => {
    const key = fromBase64(text)
    return key !== null && key.length === KEY_BYTES && !isWeakKey(key)
  }, 'no public key'),
)

const Key = v.pipe(
  v.strictObject({
    kid: Kid,
    role: v.picklist(KEY_ROLES),
    /** Base64 of the 32 bytes. */
    key: PublicKey,
    from: Instant,
    /** From then on it signs nothing any more. */
    till: Instant,
    /** Stolen or lost: nothing that it ever signed counts any more. */
    revoked: v.boolean(),
  }),
  v.check(({ from, till }) => from < till, 'till'),
)

const KeyRing = v.pipe(
  v.strictObject({
    v: v.literal(1),
    feed: v.literal('keys'),
    area: Area,
    sequence: Sequence,
    issued: Instant,
    keys: v.pipe(v.array(Key), v.minLength(1), v.maxLength(MOST_KEYS)),
  }),
  v.check(({ keys }) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'kids'),
  // One key under two names would sign for two people.
  v.check(({ keys }) => new Set(keys.map(({ key }) => key)).size === keys.length, 'twice'),
  v.check(({ keys }) => keys.some(({ role, revoked }) => role === 'root' && !revoked), 'root'),
)

/** The keys whose signatures count for an area. One list is pinned in the app; a newer one comes signed by the former. */
export type KeyRing = v.InferOutput<typeof KeyRing>
export type FeedKey = KeyRing['keys'][number]

/** More bytes than the fullest list has. */
export const KEYS_CAP = 16_384

/** Why a list of keys is refused: `notKeys` = something else; `brokenKeys` = it does not hold, `detail` names the field. */
export type KeysRefusal = 'notKeys' | 'brokenKeys'

/** Reads a list of keys (`docs/signing.md`) whole or not at all. Says nothing of whether it may be trusted. */
export function parseKeyRing(bytes: Uint8Array): Result<KeyRing, KeysRefusal> {
  const json = readJson(bytes, { bytes: KEYS_CAP, depth: 4, values: 400 })
  return json.ok ? readKeyRing(json.value) : refuse('notKeys', json.reason)
}

/** As `parseKeyRing`, of what was read from JSON: the list that is pinned in the app. */
export function readKeyRing(value: unknown): Result<KeyRing, KeysRefusal> {
  const parsed = v.safeParse(KeyRing, value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return refuse('brokenKeys', v.getDotPath(issue) ?? issue.message.slice(0, 40))
}

/** True while a key may sign: begun, not over, not revoked. @param at milliseconds since 1970 */
export const maySign = (key: FeedKey, at: number): boolean =>
  !key.revoked && key.from <= at + CLOCK_SLACK_MS && at < key.till
