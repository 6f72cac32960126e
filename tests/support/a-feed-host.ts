import { createHash } from 'node:crypto'
import type { KeyRing } from '#domain/feeds/key-ring.ts'
import { createKeptDatabase } from '#platform/kept-database.ts'
import { createSignedFeed, type FeedKeeperOptions } from '#platform/feeds/feed-keeper.ts'
import { createFeedShelf } from '#platform/feeds/feed-shelf.ts'
import { createKeyKeeper } from '#platform/feeds/key-keeper.ts'
import {
  AREA,
  aRing,
  bytesOf,
  FEED_NOW,
  ringBytes,
  signed,
  TOY,
  verifyReally,
  type Officer,
  type ToyFeed,
} from './a-signed-feed.ts'

export type Answer = () => Response | Promise<Response>

/** The city's host: files with a mark each, and whatever else it answers. */
export function aHost() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const asked: string[] = []
  let instead: Answer | null = null
  let before: ((name: string) => void) | null = null
  const markOf = (bytes: Uint8Array) => `"${createHash('sha256').update(bytes).digest('hex')}"`
  const host = {
    asked,
    publish(feed: ToyFeed, ...by: readonly Officer[]) {
      const bytes = bytesOf(feed)
      files.set('closures.json', bytes).set('closures.json.sig', signed(bytes, ...by))
    },
    publishKeys(ring: KeyRing, ...by: readonly Officer[]) {
      const bytes = ringBytes(ring)
      files.set('keys.json', bytes).set('keys.json.sig', signed(bytes, ...by))
    },
    put: (name: string, bytes: Uint8Array<ArrayBuffer>) => void files.set(name, bytes),
    answer: (answer: Answer | null) => void (instead = answer),
    onAsk: (act: ((name: string) => void) | null) => void (before = act),
    async fetch(address: string, init: RequestInit): Promise<Response> {
      const name = new URL(address).pathname.slice(1)
      asked.push(name)
      before?.(name)
      if (instead !== null) return instead()
      const bytes = files.get(name)
      if (bytes === undefined) return new Response('', { status: 404 })
      const etag = markOf(bytes)
      if (new Headers(init.headers).get('if-none-match') === etag)
        return new Response(null, { status: 304, headers: { etag } })
      return new Response(bytes, { headers: { etag, date: new Date(FEED_NOW).toUTCString() } })
    },
  }
  return host
}

type Changes = Partial<FeedKeeperOptions<ToyFeed>>

/** The feed as one tab has it; each call is another tab over the same database. */
export function aTab(host: ReturnType<typeof aHost>, changes: Changes = {}) {
  const database = createKeptDatabase('feeds', { openMs: 100, workMs: 100 })
  const ring = aRing()
  const keys = createKeyKeeper({
    pinned: { ring, bytes: ringBytes(ring) },
    base: 'https://city.test/',
    database,
    fetch: host.fetch,
    now: () => FEED_NOW,
  })
  return createSignedFeed<ToyFeed>({
    kind: TOY,
    area: AREA,
    base: 'https://city.test/',
    keys,
    shelf: createFeedShelf(database),
    findVerifier: async () => verifyReally,
    fetch: host.fetch,
    patience: { firstByteMs: 40, totalMs: 80 },
    now: () => FEED_NOW,
    settleMs: 1,
    ...changes,
  })
}
export const shutIn = (reading: { readonly kept: { readonly feed: ToyFeed } | null }) =>
  reading.kept?.feed.shut ?? null
export const refused = (why: string) => ({ kind: 'refused', why, takesBack: [] })
