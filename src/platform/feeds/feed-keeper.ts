import {
  checkFeed,
  isTrusted,
  type FeedHead,
  type FeedKind,
  type FeedVerdict,
} from '#domain/feeds/check-feed.ts'
import type { Verify } from '#domain/feeds/check-signers.ts'
import { joinTrust, newTrust, type FeedTrust } from '#domain/feeds/feed-trust.ts'
import type { FeedReading, FeedTrouble, SignedFeed } from '../ports.ts'
import type { Fetch } from '../packs/download.ts'
import { sha256 } from '../packs/hash.ts'
import { FEED_PATIENCE, HostError, type FeedPatience } from './ask-host.ts'
import type { FeedShelf, KeptFile, ReadShelf } from './feed-shelf.ts'
import { fetchPair, type Pair } from './fetch-pair.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { startRefreshClock, type RefreshClockOptions } from './refresh-clock.ts'

export type FeedKeeperOptions<T extends FeedHead> = {
  readonly kind: FeedKind<T>
  readonly area: string
  /** Absolute address of the folder of the feeds, ending in a slash. */
  readonly base: string
  readonly keys: KeyKeeper
  readonly shelf: FeedShelf
  /** null = this browser cannot verify. Asked at the first refresh, and again while it says no. */
  readonly findVerifier: () => Promise<Verify | null>
  readonly fetch?: Fetch
  readonly patience?: FeedPatience
  readonly now?: () => number
  /** After a pair that does not fit together it is fetched once more: the city may just be publishing. Milliseconds. */
  readonly settleMs?: number
  readonly rhythm?: Omit<RefreshClockOptions, 'refresh'>
}

/** What a keeper knows. The reading of the outside is made from it. */
type Memory<T> = {
  trust: FeedTrust
  before: T | null
  file: KeptFile | null
  /** The serial that lies on the device. */
  serialKept: number
  rest: Omit<FeedReading<T>, 'kept'>
}

/** Other tabs may write between reading and writing; so often it is read again and checked again. */
const TRIES = 3
/** The longest that a pair of files which do not fit is waited for. */
const SETTLE_MS = 2_000

/** A signed feed of an area (see `SignedFeed`). Nothing that came over the network is shown or kept before `checkFeed` agreed. */
export function createSignedFeed<T extends FeedHead>(options: FeedKeeperOptions<T>): SignedFeed<T> {
  const keeper = new FeedKeeper(options)
  return {
    reading: () => keeper.reading(),
    open: () => keeper.open(),
    refresh: () => keeper.refresh(),
    keepFresh: () =>
      startRefreshClock({
        ...options.rhythm,
        refresh: async () => (await keeper.refresh()).trouble?.kind !== 'network',
      }),
    onChange: (changed) => keeper.listen(changed),
  }
}

class FeedKeeper<T extends FeedHead> {
  readonly #options: FeedKeeperOptions<T>
  readonly #fetch: Fetch
  readonly #now: () => number
  readonly #listeners = new Set<(reading: FeedReading<T>) => void>()
  readonly #memory: Memory<T>
  #opening: Promise<void> | null = null
  #asking: Promise<void> | null = null
  #verifier: Promise<Verify | null> | null = null

  constructor(options: FeedKeeperOptions<T>) {
    this.#options = options
    this.#fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init))
    this.#now = options.now ?? Date.now
    this.#memory = {
      trust: newTrust(options.kind.name, options.area),
      before: null,
      file: null,
      serialKept: 0,
      rest: { trouble: null, isAsking: false, isStored: true, lostMemory: false, alarms: [], clocks: null },
    }
  }

  reading(): FeedReading<T> {
    const { before, file, trust, rest } = this.#memory
    if (before === null || file === null) return { ...rest, kept: null }
    const ring = this.#options.keys.ring()
    const keys = trust.current?.keys ?? []
    const isKeyTrusted = keys.some((key) => isTrusted(ring, key))
    return { ...rest, kept: { feed: before, fetched: file.fetched, isTrusted: isKeyTrusted } }
  }

  listen(changed: (reading: FeedReading<T>) => void): () => void {
    this.#listeners.add(changed)
    return () => void this.#listeners.delete(changed)
  }

  async open(): Promise<FeedReading<T>> {
    await (this.#opening ??= this.#readAll())
    return this.reading()
  }

  async refresh(): Promise<FeedReading<T>> {
    await this.open()
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
      this.#tell({ isAsking: false })
    })
    await this.#asking
    return this.reading()
  }

  #tell(change: Partial<Memory<T>['rest']>): void {
    this.#memory.rest = { ...this.#memory.rest, ...change }
    const reading = this.reading()
    for (const listener of this.#listeners) listener(reading)
  }

  async #readAll(): Promise<void> {
    await this.#options.keys.open().catch(() => undefined)
    await this.#readShelf()
  }

  /** Takes in what lies on the device, unless more is known here. */
  async #readShelf(): Promise<void> {
    const { kind, area, shelf } = this.#options
    const read = await shelf.read(kind.name, area).catch(() => null)
    if (read === null) return this.#tell({ isStored: false })
    const memory = this.#memory
    const lostMemory = read.isDamaged && read.trust === null
    if (read.trust === null || read.trust.serial < memory.trust.serial) {
      memory.serialKept = read.trust?.serial ?? 0
      return this.#tell({ lostMemory, isStored: !read.isNewer })
    }
    const found = await this.#readFile(read)
    memory.trust = joinTrust(read.trust, memory.trust) ?? read.trust
    memory.serialKept = read.trust.serial
    memory.before = found?.feed ?? null
    memory.file = found?.file ?? null
    this.#tell({ lostMemory, isStored: !read.isNewer })
  }

  /** The newest kept file that is whole: its hash is what was remembered when it was verified. */
  async #readFile({ files }: ReadShelf): Promise<{ readonly feed: T; readonly file: KeptFile } | null> {
    for (const { file, digest } of files) {
      if ((await sha256(file.bytes).catch(() => '')) !== digest) continue
      const parsed = this.#options.kind.parse(file.bytes)
      if (parsed.ok) return { feed: parsed.value, file }
    }
    return null
  }

  async #ask(): Promise<void> {
    this.#tell({ isAsking: true })
    const verify = await (this.#verifier ??= this.#options.findVerifier().catch(() => null))
    if (verify === null) {
      this.#verifier = null
      return this.#tell({ trouble: refusal('cannotVerify') })
    }
    try {
      await this.#fetchAndCheck(verify)
    } catch (error) {
      const trouble: FeedTrouble = { kind: 'network', why: error instanceof HostError ? error.code : 'dead' }
      this.#tell({ trouble })
    }
  }

  async #fetchAndCheck(verify: Verify): Promise<void> {
    let pair = await this.#fetchPair(this.#memory.file)
    if (pair.isUnchanged) return this.#noteUnchanged(pair)
    let verdict = await this.#check(pair, verify)
    // Keys that we do not know may be new ones of the city.
    if (!verdict.ok && (verdict.reason === 'unknownKey' || verdict.reason === 'keyNotValid')) {
      if (await this.#options.keys.refresh(verify)) verdict = await this.#check(pair, verify)
    }
    // File and signatures may be of two issues: the city is publishing, or a mark of the host stood for two files.
    if (!verdict.ok && verdict.reason === 'badSignature') {
      await new Promise((resolve) => setTimeout(resolve, this.#options.settleMs ?? SETTLE_MS))
      pair = await this.#fetchPair(null)
      verdict = await this.#check(pair, verify)
    }
    await this.#settle(pair, verdict, verify)
  }

  async #fetchPair(known: KeptFile | null): Promise<Pair> {
    const { base, kind, patience = FEED_PATIENCE } = this.#options
    const pair = await fetchPair(`${base}${kind.name}.json`, {
      fetch: this.#fetch,
      patience,
      cap: kind.cap,
      known,
    })
    if (pair.hostDate !== null) this.#tell({ clocks: { host: pair.hostDate, device: this.#now() } })
    return pair
  }

  #check(pair: Pair, verify: Verify): Promise<FeedVerdict<T>> {
    const { kind, area, keys } = this.#options
    const { trust, before } = this.#memory
    const { bytes, signatures } = pair
    const digest = (some: Uint8Array) => sha256(new Uint8Array(some))
    return checkFeed({
      kind,
      area,
      bytes,
      signatures,
      ring: keys.ring(),
      trust,
      before,
      now: this.#now(),
      verify,
      digest,
    })
  }

  async #settle(pair: Pair, first: FeedVerdict<T>, verify: Verify): Promise<void> {
    let verdict = first
    for (let tried = 1; ; tried += 1) {
      const alarms = [...new Set([...this.#memory.rest.alarms, ...verdict.alarms])]
      if (!verdict.ok) return this.#tell({ alarms, trouble: refusal(verdict.reason, verdict.takesBack) })
      const file = fileOf(pair, this.#now())
      const written = await this.#write(verdict.trust, file)
      if (written === 'conflict' && tried < TRIES) {
        // Another tab accepted something meanwhile: what it knows binds us too.
        await this.#readShelf()
        verdict = await this.#check(pair, verify)
        continue
      }
      const isStored = written === 'written'
      const memory = this.#memory
      memory.trust = verdict.trust
      memory.before = verdict.feed
      memory.file = file
      if (isStored) memory.serialKept = verdict.trust.serial
      return this.#tell({ alarms, trouble: null, isStored, lostMemory: false })
    }
  }

  async #noteUnchanged(pair: Pair): Promise<void> {
    const memory = this.#memory
    memory.file = fileOf(pair, this.#now())
    // Only the time is new: where it cannot be written, or another tab has written, nothing is lost.
    await this.#write(memory.trust, memory.file)
    this.#tell({ trouble: null })
  }

  #write(trust: FeedTrust, file: KeptFile): Promise<'written' | 'conflict' | 'failed'> {
    return this.#options.shelf.write({ trust, file }, this.#memory.serialKept).catch(() => 'failed' as const)
  }
}

const fileOf = ({ bytes, signatures, etag, signaturesEtag }: Pair, fetched: number): KeptFile => ({
  bytes,
  signatures,
  etag,
  signaturesEtag,
  fetched,
})

const refusal = (
  why: Extract<FeedTrouble, { kind: 'refused' }>['why'],
  takesBack: readonly string[] = [],
): FeedTrouble => ({
  kind: 'refused',
  why,
  takesBack,
})
