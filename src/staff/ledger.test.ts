import { webcrypto } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Closure } from '#domain/closures/closure.ts'
import { ALERT_BOOK, CLOSURE_BOOK } from '#domain/publish/books.ts'
import { parseHandover, writeHandover } from '#domain/publish/handover.ts'
import { openDesk } from '#platform/staff/open-desk.ts'
import type { HistoryEntry, StaffDatabase } from '#platform/staff/staff-database.ts'
import { aClosure } from '#tests/support/a-closure.ts'
import { aRing, keyOf, ONE, ringBytes, ROOT, TWO, type Officer } from '#tests/support/a-signed-feed.ts'
import { Ledger } from './ledger.ts'
import type { OfficerKey } from './officer-keys.ts'

const HOUR = 3_600_000
const BASE = 'https://city.test/feeds/41207/'

/** A static store in memory. `refuse` decides what a PUT is answered with. */
function aStore() {
  const files = new Map<string, Uint8Array>()
  const store = {
    files,
    refuse: (_address: string): number | null => null,
    puts: [] as string[],
    fetch: (async (input: string, init: RequestInit = {}) => {
      const address = String(input)
      if (init.method === 'PUT') {
        store.puts.push(address.slice(BASE.length))
        const status = store.refuse(address)
        if (status === 0) throw new TypeError('no network')
        if (status !== null) return new Response(null, { status })
        files.set(address, new Uint8Array(init.body as Uint8Array<ArrayBuffer>))
        return new Response(null, { status: 204 })
      }
      const bytes = files.get(address)
      if (bytes === undefined) return new Response(null, { status: 404 })
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/json' } })
    }) as typeof globalThis.fetch,
  }
  return store
}

function aDatabase(): StaffDatabase & { readonly entries: HistoryEntry[] } {
  const entries: HistoryEntry[] = []
  return {
    entries,
    keys: async () => [],
    keepKey: async () => undefined,
    forgetKey: async () => undefined,
    history: async () => entries.toSorted((a, b) => b.sequence - a.sequence),
    note: async (entry) => {
      const at = entries.findIndex(({ id }) => id === entry.id)
      if (at >= 0) entries[at] = entry
      else entries.push(entry)
    },
    setting: async () => null,
    set: async () => undefined,
  }
}

const officer = ({ kid, key, sign }: Officer): OfficerKey => ({
  kid,
  publicKey: key,
  till: Date.now() + HOUR,
  counts: true,
  sign: async (bytes) => ({ kid, sig: sign(bytes) }),
})
const [FIRST, SECOND] = [officer(ONE), officer(TWO)]

/** One clerk's machine over a store. */
async function aMachine(store: ReturnType<typeof aStore>) {
  const now = Date.now()
  const times = { from: now - 1000 * HOUR, till: now + 1000 * HOUR }
  const ring = aRing([keyOf(ROOT, 'root', times), keyOf(ONE, 'feed', times), keyOf(TWO, 'feed', times)])
  const pinned = { ring, bytes: ringBytes(ring) }
  const desk = await openDesk({ area: '41207', base: BASE, pinned, fetch: store.fetch })
  if (typeof desk === 'string') throw new Error(desk)
  const database = aDatabase()
  const common = { desk, database, now: Date.now }
  const closures = new Ledger({ ...common, book: CLOSURE_BOOK, feed: desk.closures })
  const alerts = new Ledger({ ...common, book: ALERT_BOOK, feed: desk.alerts })
  await closures.refresh()
  return { closures, alerts, database }
}
type Machine = Awaited<ReturnType<typeof aMachine>>

const put = ({ closures }: Machine, changes: Partial<Closure>) =>
  closures.add({ kind: 'put', item: aClosure({ checked: null, ...changes }), before: null })
const stateOf = ({ closures }: Machine) => closures.store.getState()
const publishedIds = ({ closures }: Machine) => closures.base()?.closures.map(({ id }) => id)

async function publish(machine: Machine, key: OfficerKey = FIRST) {
  await machine.closures.sign(key, 24 * HOUR, '見本市')
  await machine.closures.publish(null)
}

describe('the closures on a desk', () => {
  let store: ReturnType<typeof aStore>
  let machine: Machine
  beforeEach(async () => {
    if ((globalThis as { crypto?: unknown }).crypto === undefined)
      Object.assign(globalThis, { crypto: webcrypto })
    store = aStore()
    machine = await aMachine(store)
  })

  it('are published file first, read back as a phone reads them, and noted', async () => {
    expect(stateOf(machine)).toMatchObject({ missing: true })
    put(machine, { id: 'a' })
    await publish(machine)
    expect(stateOf(machine)).toMatchObject({ putting: { status: 'done' }, trouble: null, edits: [] })
    expect(store.puts).toEqual(['closures.json', 'closures.json.sig'])
    expect(publishedIds(machine)).toEqual(['a'])
    expect(machine.database.entries).toMatchObject([{ sequence: 1, state: 'published', before: null }])
    expect(publishedIds(await aMachine(store))).toEqual(['a'])
  })

  it('keep all that was published when something is added, and count up', async () => {
    put(machine, { id: 'a' })
    await publish(machine)
    machine.closures.discard()
    put(machine, { id: 'b' })
    await publish(machine)
    expect(publishedIds(machine)).toEqual(['a', 'b'])
    expect(machine.closures.base()?.sequence).toBe(2)
  })

  it('never go out under a number that was used, also by what was signed and not published', async () => {
    put(machine, { id: 'a' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    put(machine, { id: 'b' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    expect(stateOf(machine).signed?.feed.sequence).toBe(2)
  })

  it('are not signed over what somebody else published meanwhile: the clerk looks first', async () => {
    const other = await aMachine(store)
    put(machine, { id: 'a' })
    put(other, { id: 'b' })
    await publish(other, SECOND)
    await machine.closures.sign(FIRST, HOUR, '見本市')
    expect(stateOf(machine)).toMatchObject({ trouble: { kind: 'newer' }, rebased: [], signed: null })
    await publish(machine)
    expect(publishedIds(machine)).toEqual(['a', 'b'])
  })

  it('are not put over it either, when it came after the signature', async () => {
    const other = await aMachine(store)
    put(machine, { id: 'a' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    put(other, { id: 'b' })
    await publish(other, SECOND)
    const puts = store.puts.length
    await machine.closures.publish(null)
    expect(stateOf(machine).trouble).toEqual({ kind: 'newer' })
    expect(store.puts).toHaveLength(puts)
    expect(publishedIds(await aMachine(store))).toEqual(['b'])
  })

  it('tell which of both wins where two changed one closure', async () => {
    put(machine, { id: 'a' })
    await publish(machine)
    machine.closures.discard()
    const other = await aMachine(store)
    const before = machine.closures.items()[0] as Closure
    machine.closures.add({ kind: 'put', item: { ...before, depth: 1 }, before })
    other.closures.add({ kind: 'put', item: { ...before, depth: 2 }, before })
    await publish(other, SECOND)
    await machine.closures.sign(FIRST, HOUR, '見本市')
    expect(stateOf(machine).rebased).toEqual([{ id: 'a', why: 'changedByOther' }])
  })

  it('open only with a second person, whose machine reads the file of the first', async () => {
    put(machine, { id: 'a' })
    await publish(machine)
    machine.closures.discard()
    machine.closures.add({ kind: 'lift', id: 'a' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    const { signed } = stateOf(machine)
    if (signed === null) throw new Error('not signed')
    expect(signed.takesBack).toEqual(['a'])
    const handed = parseHandover(new TextEncoder().encode(writeHandover({ ...signed, feed: 'closures' })))
    if (!handed.ok) throw new Error(handed.reason)
    const second = await aMachine(store)
    await second.closures.takeHandover(handed.value)
    await second.closures.addSecond(FIRST)
    expect(stateOf(second).trouble).toEqual({ kind: 'coSign', why: 'alreadySigned' })
    await second.closures.addSecond(SECOND)
    await second.closures.publish(null)
    expect(stateOf(second)).toMatchObject({ trouble: null, putting: { status: 'done' } })
    expect(second.closures.base()?.closures[0]?.status).toBe('lifted')
  })

  it('take no handover that is older than what is published, or of another city', async () => {
    put(machine, { id: 'a' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    const { signed } = stateOf(machine)
    if (signed === null) throw new Error('not signed')
    const other = await aMachine(store)
    put(other, { id: 'b' })
    await publish(other, SECOND)
    await machine.closures.takeHandover({ ...signed, feed: 'closures' })
    expect(stateOf(machine).trouble).toEqual({ kind: 'coSign', why: 'tooOld' })
    const turned = new TextDecoder().decode(signed.bytes).replace('"41207"', '"41208"')
    await machine.closures.takeHandover({
      ...signed,
      feed: 'closures',
      bytes: new TextEncoder().encode(turned),
    })
    expect(stateOf(machine).trouble).toEqual({ kind: 'coSign', why: 'otherArea' })
  })

  it.each([
    [0, 'offline'],
    [401, 'denied'],
    [405, 'noPut'],
    [507, 'full'],
    [500, 'serverError'],
  ] as const)(
    'tell what the store says: %i is %s; what was done is kept, and can be tried again',
    async (status, why) => {
      store.refuse = () => status
      put(machine, { id: 'a' })
      await publish(machine)
      expect(stateOf(machine)).toMatchObject({ trouble: { kind: 'put', why, half: false } })
      expect(stateOf(machine).edits).toHaveLength(1)
      store.refuse = () => null
      await machine.closures.publish(null)
      expect(stateOf(machine)).toMatchObject({ trouble: null, putting: { status: 'done' } })
    },
  )

  it('say so when only half of it arrived, after three tries', async () => {
    store.refuse = (address) => (address.endsWith('.sig') ? 503 : null)
    put(machine, { id: 'a' })
    await publish(machine)
    expect(store.puts.filter((name) => name.endsWith('.sig'))).toHaveLength(3)
    expect(stateOf(machine).trouble).toMatchObject({ kind: 'put', half: true })
    store.refuse = () => null
    await machine.closures.publish(null)
    expect(stateOf(machine).putting.status).toBe('done')
  }, 20_000)

  it('are not called published while the host gives out something else', async () => {
    put(machine, { id: 'a' })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    await machine.closures.confirm()
    expect(stateOf(machine).trouble).toEqual({ kind: 'notSeen' })
    expect(machine.database.entries).toMatchObject([{ state: 'signed' }])
  })

  it('are not signed where every phone would refuse them', async () => {
    put(machine, { id: 'a', source: { kind: 'city', name: '', url: null } })
    await machine.closures.sign(FIRST, HOUR, '見本市')
    expect(stateOf(machine)).toMatchObject({ signed: null, trouble: { kind: 'write' } })
    machine.closures.discard()
    put(machine, { id: 'a' })
    const stranger = { ...FIRST, sign: async (bytes: Uint8Array) => ({ kid: ONE.kid, sig: TWO.sign(bytes) }) }
    await machine.closures.sign(stranger, HOUR, '見本市')
    expect(stateOf(machine)).toMatchObject({ signed: null, trouble: { kind: 'check', why: 'badSignature' } })
  })
})
