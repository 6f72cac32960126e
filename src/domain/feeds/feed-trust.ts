import * as v from 'valibot'
import { migrateRecord, type Migration } from '../migrate-record.ts'
import { ok, refuse, type Result } from '../result.ts'
import { Sequence } from './key-ring.ts'

/** The signed files of an area. */
export const FEED_NAMES = ['closures', 'alerts'] as const
export type FeedName = (typeof FEED_NAMES)[number]

/** The version of the record below. Raised only together with a migration. */
export const TRUST_VERSION = 1

/** Keys that are remembered, newest last: far more than a city has at a time. Own choice. */
const MOST_MARKS = 64

const Digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const PublicKey = v.pipe(v.string(), v.length(44))
const Time = v.pipe(v.number(), v.integer(), v.minValue(0))

const FeedTrust = v.strictObject({
  format: v.literal('minna-feed-trust'),
  version: v.literal(TRUST_VERSION),
  feed: v.picklist(FEED_NAMES),
  area: v.pipe(v.string(), v.regex(/^\d{5}$/)),
  /** Grows by one with each acceptance: of two copies the higher is the newer. */
  serial: Sequence,
  /**
   * The highest sequence of each key, by the key itself and not by its name: a thief who signs number 99,000,000 blocks the
   * stolen key only, and the next key begins anew.
   */
  marks: v.pipe(
    v.array(v.strictObject({ key: PublicKey, sequence: Sequence, digest: Digest })),
    v.maxLength(MOST_MARKS),
  ),
  /** The file that is in use; `keys` signed it. */
  current: v.nullable(
    v.strictObject({
      sequence: Sequence,
      digest: Digest,
      issued: Time,
      accepted: Time,
      keys: v.pipe(v.array(PublicKey), v.minLength(1), v.maxLength(MOST_MARKS)),
    }),
  ),
})

/** What is remembered of a feed, so that no older file takes the place of a newer one. Nothing in it is secret. */
export type FeedTrust = v.InferOutput<typeof FeedTrust>
export type Mark = FeedTrust['marks'][number]

/** Nothing was ever accepted. */
export const newTrust = (feed: FeedName, area: string): FeedTrust => ({
  format: 'minna-feed-trust',
  version: TRUST_VERSION,
  feed,
  area,
  serial: 0,
  marks: [],
  current: null,
})

/**
 * Why a record is refused. `notTrust` = something else · `newerVersion` = a newer app wrote it: it is not to be written over
 * · `brokenTrust` = its content does not hold.
 */
export type TrustRefusal = 'notTrust' | 'newerVersion' | 'brokenTrust'

const MIGRATIONS: readonly Migration[] = []

/** Reads a record from the device: brings it up to date, then checks every field. */
export function parseTrust(value: unknown): Result<FeedTrust, TrustRefusal> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'format'))
    return refuse('notTrust')
  const { format, version } = value as Record<string, unknown>
  if (format !== 'minna-feed-trust' || !Number.isInteger(version) || Number(version) < 1)
    return refuse('notTrust')
  if (Number(version) > TRUST_VERSION) return refuse('newerVersion', `version ${Number(version)}`)
  const migrated = migrateRecord(value as Record<string, unknown>, Number(version), MIGRATIONS, TRUST_VERSION)
  const parsed = migrated === null ? null : v.safeParse(FeedTrust, migrated, { abortEarly: true })
  if (parsed?.success === true) return ok(parsed.output)
  const issue = parsed?.issues[0]
  return refuse(
    'brokenTrust',
    issue === undefined ? `version ${Number(version)}` : (v.getDotPath(issue) ?? ''),
  )
}

/**
 * What two copies remember together: of each key the higher mark, the rest of the newer copy. A copy that was lost, or that
 * somebody put back, lowers no mark that the other holds. null = neither is there.
 */
export function joinTrust(one: FeedTrust | null, other: FeedTrust | null): FeedTrust | null {
  if (one === null || other === null) return one ?? other
  const [newer, older] = one.serial >= other.serial ? [one, other] : [other, one]
  return { ...newer, marks: older.marks.reduce(raise, newer.marks) }
}

/** The marks with this one, unless a higher one of the key is there. */
export function raise(marks: readonly Mark[], mark: Mark): Mark[] {
  const before = marks.find(({ key }) => key === mark.key)
  if (before !== undefined && before.sequence >= mark.sequence) return [...marks]
  return [...marks.filter(({ key }) => key !== mark.key), mark].slice(-MOST_MARKS)
}
