import { createHash, createPrivateKey, createPublicKey, sign as signWith, webcrypto } from 'node:crypto'
import type { FeedCheck, FeedHead, FeedKind } from '#domain/feeds/check-feed.ts'
import type { Verify } from '#domain/feeds/check-signers.ts'
import { newTrust } from '#domain/feeds/feed-trust.ts'
import type { FeedKey, KeyRing, KeyRole } from '#domain/feeds/key-ring.ts'
import { writeSignatures } from '#domain/feeds/signature-file.ts'
import { ok, refuse } from '#domain/result.ts'

/** 2026-07-01T00:00:00Z. */
export const FEED_NOW = Date.UTC(2026, 6, 1)
export const HOUR = 3_600_000
export const AREA = '41207'

/** PKCS #8 of a bare Ed25519 seed (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type Officer = {
  readonly kid: string
  /** Base64 of the public key. */
  readonly key: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** The same key for the same name, whenever it is asked for. */
export function anOfficer(kid: string, seed: string = kid): Officer {
  const secret = createHash('sha256').update(seed).digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    kid,
    key: spki.subarray(-32).toString('base64'),
    sign: (bytes) => new Uint8Array(signWith(null, bytes, key)),
  }
}

export const ROOT = anOfficer('root-1')
export const ONE = anOfficer('city-one')
export const TWO = anOfficer('city-two')
export const THIEF = anOfficer('city-one', 'somebody else')

export const keyOf = (officer: Officer, role: KeyRole = 'feed', changes: Partial<FeedKey> = {}): FeedKey => ({
  kid: officer.kid,
  role,
  key: officer.key,
  from: FEED_NOW - 1000 * HOUR,
  till: FEED_NOW + 10_000 * HOUR,
  revoked: false,
  ...changes,
})

export const aRing = (
  keys: readonly FeedKey[] = [keyOf(ROOT, 'root'), keyOf(ONE), keyOf(TWO)],
  changes: Partial<KeyRing> = {},
): KeyRing => ({
  v: 1,
  feed: 'keys',
  area: AREA,
  sequence: 1,
  issued: FEED_NOW - 500 * HOUR,
  keys: [...keys],
  ...changes,
})

const iso = (at: number): string => new Date(at).toISOString()

/** A list of keys as a file. */
export const ringBytes = (ring: KeyRing): Uint8Array<ArrayBuffer> =>
  bytesOf({
    ...ring,
    issued: iso(ring.issued),
    keys: ring.keys.map((key) => ({ ...key, from: iso(key.from), till: iso(key.till) })),
  })

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value))

export const signed = (bytes: Uint8Array, ...officers: readonly Officer[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(writeSignatures(officers.map(({ kid, sign }) => ({ kid, sig: sign(bytes) }))))

export const verifyReally: Verify = async (key, bytes, signature) => {
  const own = (some: Uint8Array) => new Uint8Array(some)
  const imported = await webcrypto.subtle.importKey('raw', own(key), { name: 'Ed25519' }, false, ['verify'])
  return webcrypto.subtle.verify({ name: 'Ed25519' }, imported, own(signature), own(bytes))
}

export const digestReally = async (bytes: Uint8Array): Promise<string> =>
  createHash('sha256').update(bytes).digest('hex')

/** The least that a feed can be: what is shut. What is shut no more was taken back. */
export type ToyFeed = FeedHead & { readonly shut: readonly string[] }

export const TOY: FeedKind<ToyFeed> = {
  name: 'closures',
  cap: 10_000,
  parse(bytes) {
    try {
      const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ToyFeed
      return Array.isArray(value.shut) ? ok(value) : refuse('notToy')
    } catch {
      return refuse('notToy')
    }
  },
  takesBack: (before, after) => (before?.shut ?? []).filter((id) => !after.shut.includes(id)),
}

export const aToy = (changes: Partial<ToyFeed> = {}): ToyFeed => ({
  area: AREA,
  sequence: 10,
  issued: FEED_NOW - HOUR,
  expires: FEED_NOW + 5 * HOUR,
  shut: ['a'],
  ...changes,
})

/** A check of a feed with all that goes with it, signed by whoever is named. */
export function aCheck(
  feed: ToyFeed,
  officers: readonly Officer[] = [ONE],
  changes: Partial<FeedCheck<ToyFeed>> = {},
): FeedCheck<ToyFeed> {
  const bytes = changes.bytes ?? bytesOf(feed)
  return {
    kind: TOY,
    bytes,
    signatures: signed(bytes, ...officers),
    area: AREA,
    ring: aRing(),
    trust: newTrust('closures', AREA),
    before: null,
    now: FEED_NOW,
    verify: verifyReally,
    digest: digestReally,
    ...changes,
  }
}
