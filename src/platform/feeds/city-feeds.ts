import { ALERTS_KIND } from '#domain/alerts/alert.ts'
import type { Verify } from '#domain/feeds/check-signers.ts'
import { parseKeyRing } from '#domain/feeds/key-ring.ts'
import { CLOSURES_KIND } from '#domain/feeds/reopened-roads.ts'
import type { Fetch } from '../packs/download.ts'
import type { CityFeeds, NoFeeds } from '../ports.ts'
import { findVerifier as findInBrowser } from './ed25519.ts'
import { createKeptDatabase, type KeptDatabase } from '../kept-database.ts'
import { createSignedFeed, type FeedKeeperOptions } from './feed-keeper.ts'
import { createFeedShelf } from './feed-shelf.ts'
import { createKeyKeeper } from './key-keeper.ts'

export type CityFeedsOptions = {
  /** The lists of keys that the app was built with, by area: the text of each as it was published. */
  readonly pinned: Readonly<Record<string, string>>
  /** Absolute address of the folder `feeds/`, ending in a slash; else beside the app, on its own origin. */
  readonly base?: string
  readonly fetch?: Fetch
  readonly now?: () => number
  readonly findVerifier?: () => Promise<Verify | null>
  readonly database?: KeptDatabase<'feeds'>
  /** What wakes a refresh, and how often (tests). */
  readonly rhythm?: FeedKeeperOptions<never>['rhythm']
}

/**
 * The signed files of a city, under `feeds/<code>/`; or why nothing of it can be believed here. Nothing is fetched before
 * `start` or a `refresh`. Does not reject.
 * @param code the area, five digits
 */
export async function createCityFeeds(code: string, options: CityFeedsOptions): Promise<CityFeeds | NoFeeds> {
  const bytes = new TextEncoder().encode(options.pinned[code] ?? '')
  const ring = parseKeyRing(bytes)
  if (!ring.ok || ring.value.area !== code) return 'noKeys'
  const findVerifier = options.findVerifier ?? (() => findInBrowser())
  if ((await findVerifier().catch(() => null)) === null) return 'noVerifier'
  const base = `${options.base ?? new URL('feeds/', document.baseURI).href}${code}/`
  const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
  const now = options.now ?? Date.now
  const database = options.database ?? createKeptDatabase('feeds')
  // One list for both: a change of the keys holds for closures and orders at once.
  const keys = createKeyKeeper({ pinned: { ring: ring.value, bytes }, base, database, fetch, now })
  const common = {
    area: code,
    base,
    keys,
    shelf: createFeedShelf(database),
    findVerifier,
    fetch,
    now,
    ...(options.rhythm === undefined ? {} : { rhythm: options.rhythm }),
  }
  const closures = createSignedFeed({ ...common, kind: CLOSURES_KIND })
  const alerts = createSignedFeed({ ...common, kind: ALERTS_KIND })
  return {
    closures,
    alerts,
    start() {
      // What is kept is read in a tab that is not seen, too; the host is asked when somebody looks.
      const ends = [closures, alerts].map((feed) => {
        void feed.open()
        return feed.keepFresh()
      })
      return () => ends.forEach((end) => end())
    },
  }
}
