import { createStore, type StoreApi } from 'zustand/vanilla'
import { checkFeed, type FeedHead, type FeedRefusal } from '#domain/feeds/check-feed.ts'
import { addSignature } from '#domain/feeds/co-sign.ts'
import { newTrust } from '#domain/feeds/feed-trust.ts'
import { writeSignatures, type Signature } from '#domain/feeds/signature-file.ts'
import type { Book } from '#domain/publish/books.ts'
import { conflictsOf, type Edit, type EditConflict } from '#domain/publish/edits.ts'
import { areSame } from '#domain/publish/same.ts'
import type { Handover } from '#domain/publish/handover.ts'
import type { FeedReading, SignedFeed } from '#platform/ports.ts'
import type { PutFailure, PutStep } from '#platform/staff/feed-store.ts'
import type { CityDesk } from '#platform/staff/open-desk.ts'
import type { HistoryEntry, StaffDatabase } from '#platform/staff/staff-database.ts'
import type { OfficerKey } from './officer-keys.ts'

/** A file that was signed and waits for a second signature, or to be published. */
export type SignedFile<F> = {
  readonly feed: F
  readonly bytes: Uint8Array
  readonly signatures: readonly Signature[]
  /** What it takes back, by id: with something in it, two people sign. */
  readonly takesBack: readonly string[]
  /** The feed it was made on; null = there was none. */
  readonly basedOn: F | null
}

/** What hindered the last act. Each has its sentence. */
export type LedgerTrouble =
  | { readonly kind: 'write'; readonly detail: string }
  | { readonly kind: 'check'; readonly why: FeedRefusal }
  | {
      readonly kind: 'coSign'
      readonly why: 'alreadySigned' | 'doesNotFit' | 'notReadable' | 'otherArea' | 'tooOld'
    }
  | { readonly kind: 'newer' }
  | { readonly kind: 'cannotSign' }
  | { readonly kind: 'put'; readonly why: PutFailure; readonly half: boolean }
  | { readonly kind: 'notSeen' }

export type LedgerState<T, F> = {
  readonly reading: FeedReading<F> | null
  /** The store holds no such file yet; null = not known. */
  readonly missing: boolean | null
  readonly isReading: boolean
  readonly edits: readonly Edit<T>[]
  /** Somebody published meanwhile: the edits were done again on theirs, and this is to be looked at. null = nothing happened. */
  readonly rebased: readonly EditConflict[] | null
  readonly signed: SignedFile<F> | null
  readonly putting:
    | { readonly status: 'resting' | 'checking' | 'done' }
    | { readonly status: 'putting'; readonly step: PutStep }
  readonly trouble: LedgerTrouble | null
}

export type LedgerOptions<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
> = {
  readonly book: Book<T, F>
  readonly desk: CityDesk
  readonly feed: SignedFeed<F>
  readonly database: StaffDatabase
  readonly now: () => number
}

/** The closures, or the orders, of a city on a clerk's desk. */
export class Ledger<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }> {
  readonly store: StoreApi<LedgerState<T, F>>
  readonly book: Book<T, F>
  readonly #options: LedgerOptions<T, F>

  constructor(options: LedgerOptions<T, F>) {
    this.#options = options
    this.book = options.book
    this.store = createStore<LedgerState<T, F>>(() => ({
      reading: null,
      missing: null,
      isReading: false,
      edits: [],
      rebased: null,
      signed: null,
      putting: { status: 'resting' },
      trouble: null,
    }))
  }

  get name() {
    return this.book.kind.name
  }

  get area(): string {
    return this.#options.desk.area
  }

  get address(): string {
    return this.#options.desk.addressOf(this.name)
  }

  /** The feed in use; null = none is known here. */
  base(): F | null {
    return this.store.getState().reading?.kept?.feed ?? null
  }

  /** What the list is with all edits. */
  items(): readonly T[] {
    const { book } = this
    const base = this.base()
    return book.edited(
      base === null ? [] : book.itemsOf(base),
      this.store.getState().edits,
      this.#options.now(),
    )
  }

  /** Asks the host what is published now. What was edited is kept, and done again on what is newer. True = nothing newer was there. */
  async refresh(): Promise<boolean> {
    const { feed, desk } = this.#options
    const before = this.base()
    const isFirst = this.store.getState().reading === null
    this.store.setState({ isReading: true })
    const reading = await feed.refresh()
    const missing =
      reading.trouble?.kind === 'network' && reading.trouble.why === 'absent'
        ? await desk.isMissing(this.name)
        : false
    const { edits, signed } = this.store.getState()
    const there = reading.kept?.feed ?? null
    // What this page published itself is no news.
    const isSame = isFirst || areSame(before, there) || (signed !== null && areSame(there, signed.feed))
    const items = reading.kept === null ? [] : this.book.itemsOf(reading.kept.feed)
    this.store.setState({
      reading,
      missing,
      isReading: false,
      ...(isSame || edits.length === 0 ? {} : { rebased: conflictsOf(edits, items) }),
    })
    return isSame
  }

  add(edit: Edit<T>): void {
    const { edits } = this.store.getState()
    this.store.setState({
      edits: edit.kind === 'restore' ? [edit] : [...edits, edit],
      rebased: null,
      signed: null,
      trouble: null,
      putting: { status: 'resting' },
    })
  }

  undo(): void {
    const { edits } = this.store.getState()
    this.store.setState({ edits: edits.slice(0, -1), signed: null, trouble: null, rebased: null })
  }

  /** Forgets all that was not published. */
  discard(): void {
    this.store.setState({
      edits: [],
      signed: null,
      trouble: null,
      rebased: null,
      putting: { status: 'resting' },
    })
  }

  seen(): void {
    this.store.setState({ rebased: null })
  }

  /** The next issue as it would be signed now, and what of it takes two people. */
  draft(
    lifeMs: number,
    office: string,
    sequence: number,
  ): { readonly feed: F; readonly takesBack: readonly string[] } {
    const base = this.base()
    const { desk, now } = this.#options
    const issue = { area: desk.area, publisher: base?.publisher ?? office, sequence, now: now(), lifeMs }
    const feed = this.book.next(issue, this.items(), base)
    return { feed, takesBack: this.book.kind.takesBack(base, feed) }
  }

  /** One more than every number that was used: by the host, and by what was signed here and perhaps handed on. */
  async nextSequence(): Promise<number> {
    const { database, desk } = this.#options
    const history = await database.history(desk.area).catch(() => [])
    const used = history.filter(({ feed }) => feed === this.name).map(({ sequence }) => sequence)
    return Math.max(0, this.base()?.sequence ?? 0, ...used) + 1
  }

  /** Signs the next issue, unless somebody published meanwhile: then the clerk looks again first. */
  async sign(key: OfficerKey, lifeMs: number, office: string): Promise<void> {
    this.store.setState({ trouble: null, putting: { status: 'checking' } })
    const isSame = await this.refresh()
    if (!isSame) return this.#fail({ kind: 'newer' })
    const { feed, takesBack } = this.draft(lifeMs, office, await this.nextSequence())
    const written = this.book.write(feed)
    if (!written.ok) return this.#fail({ kind: 'write', detail: `${written.reason} ${written.detail ?? ''}` })
    // As every phone will read it: what is shown and compared from here on is what was signed.
    const read = this.book.kind.parse(written.value)
    if (!read.ok) return this.#fail({ kind: 'write', detail: read.reason })
    const signature = await key.sign(written.value).catch(() => null)
    if (signature === null) return this.#fail({ kind: 'cannotSign' })
    await this.#take({
      feed: read.value,
      bytes: written.value,
      signatures: [signature],
      takesBack,
      basedOn: this.base(),
    })
  }

  /** A file from the first officer: shown, checked, and not yet signed. */
  async takeHandover({ bytes, signatures }: Handover): Promise<void> {
    this.store.setState({
      trouble: null,
      signed: null,
      edits: [],
      rebased: null,
      putting: { status: 'checking' },
    })
    await this.refresh()
    const parsed = this.book.kind.parse(bytes)
    if (!parsed.ok) return this.#fail({ kind: 'coSign', why: 'notReadable' })
    const feed = parsed.value
    if (feed.area !== this.area) return this.#fail({ kind: 'coSign', why: 'otherArea' })
    const base = this.base()
    if (base !== null && (feed.issued < base.issued || feed.sequence <= base.sequence))
      return this.#fail({ kind: 'coSign', why: 'tooOld' })
    const takesBack = this.book.kind.takesBack(base, feed)
    await this.#take({ feed, bytes, signatures, takesBack, basedOn: base }, false)
  }

  async addSecond(key: OfficerKey): Promise<void> {
    const { signed } = this.store.getState()
    if (signed === null) return
    const { desk, now } = this.#options
    const mine = await key.sign(signed.bytes).catch(() => null)
    if (mine === null) return this.#fail({ kind: 'cannotSign' })
    const both = await addSignature(signed, mine, { ring: desk.ring(), verify: desk.verify, now: now() })
    if (!both.ok) return this.#fail({ kind: 'coSign', why: both.reason })
    await this.#take({ ...signed, signatures: both.value })
  }

  /** Would a phone take it? Asked before anything leaves this machine. One signature too few is no fault yet. */
  async #take(signed: SignedFile<F>, note = true): Promise<void> {
    const { desk, now } = this.#options
    const verdict = await checkFeed({
      kind: this.book.kind,
      bytes: signed.bytes,
      signatures: new TextEncoder().encode(writeSignatures(signed.signatures)),
      area: desk.area,
      ring: desk.ring(),
      trust: newTrust(this.name, desk.area),
      before: this.base(),
      now: now(),
      verify: desk.verify,
      digest: desk.digest,
    })
    if (!verdict.ok && verdict.reason !== 'oneSignature')
      return this.#fail({ kind: 'check', why: verdict.reason })
    this.store.setState({ signed, trouble: null, putting: { status: 'resting' } })
    if (note) await this.#note(signed, 'signed')
  }

  /** Puts the signed file to the store, then reads it back as a phone would. */
  async publish(login: { readonly name: string; readonly password: string } | null): Promise<void> {
    const { signed } = this.store.getState()
    if (signed === null) return
    const { desk } = this.#options
    this.store.setState({ trouble: null, putting: { status: 'checking' } })
    await this.refresh()
    const base = this.base()
    if (!areSame(base, signed.feed) && !areSame(base, signed.basedOn)) return this.#fail({ kind: 'newer' })
    this.store.setState({ putting: { status: 'putting', step: 1 } })
    const signatures = new TextEncoder().encode(writeSignatures(signed.signatures))
    const outcome = await desk.put(
      this.name,
      { bytes: signed.bytes, signatures },
      { login, onStep: (step) => this.store.setState({ putting: { status: 'putting', step } }) },
    )
    if (!outcome.ok) return this.#fail({ kind: 'put', why: outcome.why, half: outcome.half })
    await this.confirm()
  }

  /** Looks whether the signed file is what everybody gets now. */
  async confirm(): Promise<void> {
    const { signed } = this.store.getState()
    if (signed === null) return
    this.store.setState({ trouble: null, putting: { status: 'checking' } })
    await this.refresh()
    const { reading } = this.store.getState()
    const isThere = reading?.trouble === null && areSame(reading.kept?.feed, signed.feed)
    if (!isThere) return this.#fail({ kind: 'notSeen' })
    await this.#note(signed, 'published')
    this.store.setState({ edits: [], rebased: null, putting: { status: 'done' } })
  }

  async #note(signed: SignedFile<F>, state: HistoryEntry['state']): Promise<void> {
    const { database, desk, now } = this.#options
    const id = `${desk.area} ${this.name} ${await desk.digest(signed.bytes)}`
    const history = await database.history(desk.area).catch(() => [])
    const known = history.find((entry) => entry.id === id)
    const base = this.base()
    const before = base === null ? null : this.book.write(base)
    const entry: HistoryEntry = {
      id,
      area: desk.area,
      feed: this.name,
      sequence: signed.feed.sequence,
      signed: known?.signed ?? now(),
      signedBy: signed.signatures.map(({ kid }) => kid),
      state,
      bytes: signed.bytes,
      signatures: new TextEncoder().encode(writeSignatures(signed.signatures)),
      before: known === undefined ? (before?.ok === true ? before.value : null) : known.before,
    }
    // A history that cannot be kept must not keep a closure back.
    await database.note(entry).catch(() => undefined)
  }

  #fail(trouble: LedgerTrouble): void {
    this.store.setState({ trouble, putting: { status: 'resting' } })
  }
}
