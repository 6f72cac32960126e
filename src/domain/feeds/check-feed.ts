import { ok, refuse, type Result } from '../result.ts'
import { checkSigners, type SignerRefusal, type Verify } from './check-signers.ts'
import { CLOCK_SLACK_MS } from './clock-slack.ts'
import { maySign, type FeedKey, type KeyRing } from './key-ring.ts'
import { parseSignatures } from './signature-file.ts'
import { raise, type FeedName, type FeedTrust, type Mark } from './feed-trust.ts'

/** What every signed feed says of itself. Times in milliseconds since 1970. */
export type FeedHead = {
  readonly area: string
  readonly sequence: number
  readonly issued: number
  readonly expires: number
}

/** A kind of feed: how it is read, and what in it takes two people. */
export type FeedKind<T extends FeedHead> = {
  readonly name: FeedName
  /** Most bytes of the file. */
  readonly cap: number
  readonly parse: (bytes: Uint8Array) => Result<T>
  /**
   * What this feed takes back of the former one, by name: false news can lead astray, but news that are kept back can kill.
   * @param before null = there was none
   */
  readonly takesBack: (before: T | null, after: T) => readonly string[]
}

/**
 * Why a feed is refused, in the order of the checks. `tooLarge` · `badSignatureFile` · those of `SignerRefusal` · `notAFeed` it
 * cannot be read · `wrongArea` · `badTimes` it ends before it begins, or lasts too long · `older` a newer one was accepted ·
 * `sameSequenceOtherBytes` a key signed two files under one number: somebody erred, or the key is stolen · `issuedInFuture` the
 * clock here or there is wrong · `oneSignature` it opens something, and only one person signed.
 */
export type FeedRefusal =
  | 'tooLarge'
  | 'badSignatureFile'
  | SignerRefusal
  | 'notAFeed'
  | 'wrongArea'
  | 'badTimes'
  | 'older'
  | 'sameSequenceOtherBytes'
  | 'issuedInFuture'
  | 'oneSignature'

export const FEED_REFUSALS = [
  'tooLarge',
  'badSignatureFile',
  'unknownKey',
  'keyNotValid',
  'badSignature',
  'cannotVerify',
  'notAFeed',
  'wrongArea',
  'badTimes',
  'older',
  'sameSequenceOtherBytes',
  'issuedInFuture',
  'oneSignature',
] as const satisfies readonly FeedRefusal[]

/** Longer than this no feed is current, whoever signed it. Own choice: a thief's file ages too. */
export const LONGEST_LIFE_MS = 31 * 86_400_000

export type FeedCheck<T extends FeedHead> = {
  readonly kind: FeedKind<T>
  readonly bytes: Uint8Array
  /** The bytes of the `.sig` file. */
  readonly signatures: Uint8Array
  readonly area: string
  readonly ring: KeyRing
  /** What is remembered: both copies, joined. */
  readonly trust: FeedTrust
  /** The feed that is in use; null = none. */
  readonly before: T | null
  /** Milliseconds since 1970. */
  readonly now: number
  readonly verify: Verify
  /** SHA-256 as 64 lower-case hexadecimal digits. */
  readonly digest: (bytes: Uint8Array) => Promise<string>
}

export type FeedVerdict<T> =
  | {
      readonly ok: true
      readonly feed: T
      /** To be kept, with the bytes. The only place where what is remembered changes. */
      readonly trust: FeedTrust
      readonly isNew: boolean
      /** True from its expiry on: it counts as old, and is kept. */
      readonly isOld: boolean
      /** Names of the keys that counted. */
      readonly signedBy: readonly string[]
      readonly alarms: readonly string[]
    }
  | {
      readonly ok: false
      readonly reason: FeedRefusal
      readonly detail?: string
      /** What it would have taken back, when it is `oneSignature`. */
      readonly takesBack: readonly string[]
      /** Names of keys that signed two different files under one number. */
      readonly alarms: readonly string[]
    }

/**
 * Decides whether a feed may take the place of the one in use. The order is that of The Update Framework: nothing is parsed
 * before it is signed, and nothing is remembered before everything held. An expired feed is accepted as old, because what it
 * says of closed roads is still the best that is known.
 */
export async function checkFeed<T extends FeedHead>(check: FeedCheck<T>): Promise<FeedVerdict<T>> {
  const { kind, bytes, now } = check
  if (bytes.length > kind.cap) return refused('tooLarge', String(bytes.length))
  const signatures = parseSignatures(check.signatures)
  if (!signatures.ok) return refused(signatures.reason)
  const signers = await checkSigners({ ...check, signatures: signatures.value, role: 'feed' })
  if (!signers.ok) return refused(signers.reason, signers.detail)
  const parsed = kind.parse(bytes)
  if (!parsed.ok) return refused('notAFeed', parsed.reason)
  const feed = parsed.value
  const head = checkHead(feed, check.area)
  if (!head.ok) return refused(head.reason)
  // Who signed before the key began, or after it ended, did not sign as this key's officer.
  const inTheirTime = signers.value.filter((key) => maySign(key, feed.issued))
  if (inTheirTime.length === 0) return refused('keyNotValid')
  const digest = await check.digest(bytes)
  const ranked = rankSigners(inTheirTime, feed, digest, check)
  if (!ranked.ok) return { ...refused(ranked.reason), alarms: ranked.alarms }
  if (feed.issued > now + CLOCK_SLACK_MS) return { ...refused('issuedInFuture'), alarms: ranked.alarms }
  const takenBack = kind.takesBack(check.before, feed)
  if (takenBack.length > 0 && ranked.counting.length < 2)
    return { ...refused('oneSignature'), takesBack: takenBack, alarms: ranked.alarms }
  return {
    ok: true,
    feed,
    trust: remember(check.trust, ranked.counting, feed, digest, now),
    isNew: check.trust.current?.digest !== digest,
    isOld: now >= feed.expires,
    signedBy: ranked.counting.map(({ kid }) => kid),
    alarms: ranked.alarms,
  }
}

function checkHead(feed: FeedHead, area: string): Result<null, 'wrongArea' | 'notAFeed' | 'badTimes'> {
  if (feed.area !== area) return refuse('wrongArea')
  if (!Number.isSafeInteger(feed.sequence) || feed.sequence < 0) return refuse('notAFeed')
  if (!Number.isSafeInteger(feed.issued) || !Number.isSafeInteger(feed.expires)) return refuse('notAFeed')
  const life = feed.expires - feed.issued
  return life > 0 && life <= LONGEST_LIFE_MS ? ok(null) : refuse('badTimes')
}

type Ranked =
  | { readonly ok: true; readonly counting: readonly FeedKey[]; readonly alarms: readonly string[] }
  | {
      readonly ok: false
      readonly reason: 'older' | 'sameSequenceOtherBytes'
      readonly alarms: readonly string[]
    }

/**
 * Which signatures are not older than what the same key signed before. The ratchet is of each key; that the signature of one
 * officer does not bring back what another has replaced since is held by the time of issue, which nobody can set more than ten
 * minutes ahead. It binds only while a key of the feed in use still counts: a revoked thief holds up nobody.
 */
function rankSigners<T extends FeedHead>(
  signers: readonly FeedKey[],
  feed: FeedHead,
  digest: string,
  { trust, ring }: FeedCheck<T>,
): Ranked {
  const { current } = trust
  const stands = signers.map((signer) => ({ signer, stand: standOf(markOf(trust, signer), feed, digest) }))
  const alarms = stands.flatMap(({ signer, stand }) => (stand === 'conflict' ? [signer.kid] : []))
  const binds = current !== null && current.keys.some((key) => isTrusted(ring, key))
  if (binds && digest !== current.digest && feed.issued < current.issued)
    return { ok: false, reason: alarms.length > 0 ? 'sameSequenceOtherBytes' : 'older', alarms }
  const mayRepeat = !binds || digest === current.digest
  const counting = stands
    .filter(({ stand }) => stand === 'higher' || (stand === 'same' && mayRepeat))
    .map(({ signer }) => signer)
  if (counting.length > 0) return { ok: true, counting, alarms }
  return { ok: false, reason: alarms.length > 0 ? 'sameSequenceOtherBytes' : 'older', alarms }
}

const markOf = (trust: FeedTrust, signer: FeedKey): Mark | undefined =>
  trust.marks.find(({ key }) => key === signer.key)

function standOf(
  mark: Mark | undefined,
  feed: FeedHead,
  digest: string,
): 'higher' | 'same' | 'older' | 'conflict' {
  if (mark === undefined || feed.sequence > mark.sequence) return 'higher'
  if (feed.sequence < mark.sequence) return 'older'
  return mark.digest === digest ? 'same' : 'conflict'
}

/** True while a key, by its bytes, is in the list for feeds and not revoked. Its time may be over: what it signed in it stands. */
export const isTrusted = (ring: KeyRing, key: string): boolean =>
  ring.keys.some((one) => one.key === key && one.role === 'feed' && !one.revoked)

function remember(
  trust: FeedTrust,
  signers: readonly FeedKey[],
  feed: FeedHead,
  digest: string,
  now: number,
): FeedTrust {
  const { sequence, issued } = feed
  const keys = signers.map(({ key }) => key)
  const repeats = trust.current?.digest === digest
  const marks = keys.reduce<readonly Mark[]>((all, key) => raise(all, { key, sequence, digest }), trust.marks)
  const former = repeats ? (trust.current?.keys ?? []) : []
  return {
    ...trust,
    serial: trust.serial + 1,
    marks: [...marks],
    current: {
      sequence,
      digest,
      issued,
      accepted: Math.max(0, Math.trunc(now)),
      keys: [...new Set([...former, ...keys])],
    },
  }
}

type Refused = Extract<FeedVerdict<unknown>, { ok: false }>

const refused = (reason: FeedRefusal, detail?: string): Refused => ({
  ok: false,
  reason,
  ...(detail === undefined ? {} : { detail }),
  takesBack: [],
  alarms: [],
})
