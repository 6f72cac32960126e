import { ALERTS_KIND, type AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { Verify } from '#domain/feeds/check-signers.ts'
import type { FeedName } from '#domain/feeds/feed-trust.ts'
import type { KeyRing } from '#domain/feeds/key-ring.ts'
import { CLOSURES_KIND } from '#domain/feeds/reopened-roads.ts'
import type { KeyList } from '#domain/feeds/rotate-keys.ts'
import { findVerifier } from '../feeds/ed25519.ts'
import { createKeptDatabase } from '../kept-database.ts'
import { createSignedFeed } from '../feeds/feed-keeper.ts'
import { createFeedShelf } from '../feeds/feed-shelf.ts'
import { createKeyKeeper } from '../feeds/key-keeper.ts'
import type { NoFeeds, SignedFeed } from '../ports.ts'
import { sha256 } from '../packs/hash.ts'
import { putPair, type PutOptions, type PutOutcome } from './feed-store.ts'

/** What a clerk's desk has of a city: its feeds as every phone reads them, its keys, and the way to the store. */
export type CityDesk = {
  readonly area: string
  readonly closures: SignedFeed<ClosureFeed>
  readonly alerts: SignedFeed<AlertFeed>
  readonly verify: Verify
  readonly digest: (bytes: Uint8Array) => Promise<string>
  ring(): KeyRing
  /** Where a file lies for everybody. */
  addressOf(feed: FeedName): string
  /** Whether the store holds no such file at all yet; null = it did not answer. */
  isMissing(feed: FeedName): Promise<boolean | null>
  put(
    feed: FeedName,
    pair: { readonly bytes: Uint8Array; readonly signatures: Uint8Array },
    options: Pick<PutOptions, 'onStep' | 'login'>,
  ): Promise<PutOutcome>
}

export type DeskOptions = {
  readonly area: string
  /** Absolute address of the folder `feeds/<code>/` of the store, ending in a slash. */
  readonly base: string
  /** The keys that the app was built with; null = none for this city. */
  readonly pinned: KeyList | null
  readonly fetch?: typeof globalThis.fetch
}

/** The same checks as on every phone, the same memory of what was seen: a clerk starts from what residents believe. */
export async function openDesk(options: DeskOptions): Promise<CityDesk | NoFeeds> {
  const { area, base, pinned } = options
  const fetch =
    options.fetch ?? ((...given: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...given))
  if (pinned === null) return 'noKeys'
  const verify = await findVerifier()
  if (verify === null) return 'noVerifier'
  const database = createKeptDatabase('feeds')
  const keys = createKeyKeeper({ pinned, base, database, fetch, now: Date.now })
  const common = {
    area,
    base,
    keys,
    shelf: createFeedShelf(database),
    fetch,
    findVerifier: async () => verify,
  }
  await keys.open()
  const addressOf = (feed: FeedName) => `${base}${feed}.json`
  return {
    area,
    verify,
    digest: (bytes) => sha256(new Uint8Array(bytes)),
    closures: createSignedFeed({ kind: CLOSURES_KIND, ...common }),
    alerts: createSignedFeed({ kind: ALERTS_KIND, ...common }),
    ring: () => keys.ring(),
    addressOf,
    async isMissing(feed) {
      const answer = await fetch(addressOf(feed), { method: 'HEAD', cache: 'no-store' }).catch(() => null)
      return answer === null || answer.status >= 500 ? null : answer.status === 404
    },
    put: (feed, pair, given) => putPair(addressOf(feed), pair, { ...given, fetch }),
  }
}
