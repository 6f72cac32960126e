import * as v from 'valibot'
import { joinTrust, parseTrust, type FeedName, type FeedTrust } from '#domain/feeds/feed-trust.ts'
import type { KeptDatabase, KeptTransaction } from '../kept-database.ts'

/** A feed as it came, with the marks of the host for asking whether it changed. */
export type KeptFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly signatures: Uint8Array<ArrayBuffer>
  readonly etag: string | null
  readonly signaturesEtag: string | null
  /** Milliseconds since 1970. */
  readonly fetched: number
}

/** What is kept of a feed. The two belong together: they are written and lost together. */
export type KeptRecord = { readonly trust: FeedTrust; readonly file: KeptFile | null }

export type ReadShelf = {
  /** Both copies joined; null = nothing is there that can be read. */
  readonly trust: FeedTrust | null
  /** The files of the copies that can be read, newer first, each with the hash that it must have. */
  readonly files: readonly { readonly file: KeptFile; readonly digest: string }[]
  /** A copy is there and cannot be read. */
  readonly isDamaged: boolean
  /** A newer app wrote it: it is left as it is. */
  readonly isNewer: boolean
}

/** Keeps a feed in two copies, written one after the other: a write that is cut spoils one of them at most. */
export type FeedShelf = {
  read(feed: FeedName, area: string): Promise<ReadShelf>
  /**
   * Writes both copies if nobody has written since. `conflict` = another tab has: read again, check again.
   * @param basedOn the serial of what was read; 0 = nothing
   */
  write(record: KeptRecord, basedOn: number): Promise<'written' | 'conflict'>
}

const COPIES = ['a', 'b'] as const
const keyOf = (feed: FeedName, area: string, copy: (typeof COPIES)[number]): string =>
  `${feed}/${area}/${copy}`

const Bytes = v.custom<Uint8Array<ArrayBuffer>>(
  (value) => Object.prototype.toString.call(value) === '[object Uint8Array]',
)
const Etag = v.nullable(v.pipe(v.string(), v.maxLength(140)))
const KeptFile = v.strictObject({
  bytes: Bytes,
  signatures: Bytes,
  etag: Etag,
  signaturesEtag: Etag,
  fetched: v.pipe(v.number(), v.finite()),
})

export function createFeedShelf(database: KeptDatabase<'feeds'>): FeedShelf {
  return {
    read: (feed, area) => database.work('readonly', async (transaction) => readBoth(transaction, feed, area)),
    async write(record, basedOn) {
      const first = await writeCopy(database, record, 'a', basedOn)
      if (first === 'conflict') return first
      // The second on its own: should the device lose power now, one copy is whole.
      await writeCopy(database, record, 'b', null)
      return 'written'
    },
  }
}

async function readBoth(
  transaction: KeptTransaction<'feeds', 'readonly' | 'readwrite'>,
  feed: FeedName,
  area: string,
): Promise<ReadShelf> {
  const store = transaction.objectStore('feeds')
  const copies = []
  for (const copy of COPIES) copies.push(readCopy(await store.get(keyOf(feed, area, copy)), feed, area))
  const records = copies
    .flatMap(({ record }) => (record === null ? [] : [record]))
    .toSorted((one, other) => other.trust.serial - one.trust.serial)
  return {
    trust: joinTrust(records[0]?.trust ?? null, records[1]?.trust ?? null),
    files: records.flatMap(({ trust, file }) =>
      file === null || trust.current === null ? [] : [{ file, digest: trust.current.digest }],
    ),
    isDamaged: copies.some(({ is }) => is === 'broken'),
    isNewer: copies.some(({ is }) => is === 'newer'),
  }
}

type ReadCopy = { readonly is: 'none' | 'whole' | 'broken' | 'newer'; readonly record: KeptRecord | null }

function readCopy(value: unknown, feed: FeedName, area: string): ReadCopy {
  if (value === undefined) return { is: 'none', record: null }
  const { trust: kept, file } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  const trust = parseTrust(kept)
  if (!trust.ok) return { is: trust.reason === 'newerVersion' ? 'newer' : 'broken', record: null }
  if (trust.value.feed !== feed || trust.value.area !== area) return { is: 'broken', record: null }
  const whole = v.safeParse(v.nullable(KeptFile), file)
  return {
    is: whole.success ? 'whole' : 'broken',
    record: { trust: trust.value, file: whole.success ? whole.output : null },
  }
}

const writeCopy = (
  database: KeptDatabase<'feeds'>,
  record: KeptRecord,
  copy: (typeof COPIES)[number],
  basedOn: number | null,
): Promise<'written' | 'conflict'> =>
  database.work('readwrite', async (transaction) => {
    const { feed, area, serial } = record.trust
    const there = await readBoth(transaction, feed, area)
    if (there.isNewer) throw new Error('a newer app wrote the feeds')
    const now = there.trust?.serial ?? 0
    // For the second copy: another tab may have written a newer one between the two.
    if (basedOn === null ? now > serial : now !== basedOn && now !== serial) return 'conflict'
    if (basedOn !== null && now === serial && !isOurs(there, record)) return 'conflict'
    const key = keyOf(feed, area, copy)
    const store = transaction.objectStore('feeds')
    await store.put(record, key)
    const back = readCopy(await store.get(key), feed, area)
    if (back.record?.trust.serial !== serial) throw new Error(`${key} could not be read back`)
    return 'written'
  })

/** An earlier try of the same write came through after all. */
const isOurs = ({ trust }: ReadShelf, record: KeptRecord): boolean =>
  JSON.stringify(trust) === JSON.stringify(record.trust)
