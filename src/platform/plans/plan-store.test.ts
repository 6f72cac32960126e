import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { aMarker, aPlanStore, inPlanDatabase } from '#tests/support/a-kept-plan.ts'
import { aMark, anEmptyPlan, aPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { makeIndexedDbFaulty, type FaultyIndexedDb } from '#tests/support/faulty-indexed-db.ts'
import { projectFiles, textOf } from '#tests/support/source-files.ts'

const DAY = 86_400_000
const plan = anEmptyPlan()
const named = (name: string, of: Plan = plan): Plan => ({ ...of, name })

const revisionOf = async (id: string) => (await aPlanStore().read(id))?.revision ?? null

let faulty: FaultyIndexedDb | null = null
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  faulty?.restore()
  faulty = null
})
/** From now on one call goes wrong; the ones before it go well. */
const breakCall = (...planned: Parameters<FaultyIndexedDb['plan']>) => {
  faulty ??= makeIndexedDbFaulty()
  faulty.plan(...planned)
}
describe('a plan', () => {
  it('is there again after the page was closed, letter for letter, and its revision grows by one', async () => {
    const full = aPlan()
    const saved = await aPlanStore().save(full, null)
    expect(saved).toMatchObject({ ok: true, stored: { plan: full, exported: null } })
    const revision = saved.ok ? saved.stored.revision : 0
    expect(await aPlanStore().save(named('b', full), revision)).toMatchObject({
      stored: { revision: revision + 1 },
    })
    const opened = await aPlanStore().open()
    expect(opened).toMatchObject({ trouble: null, quarantined: [], removedBySystem: false })
    expect(opened.plans.map((one) => one.plan)).toEqual([named('b', full)])
  })

  it('is not overwritten on the ground of an old state', async () => {
    const store = aPlanStore()
    await store.save(plan, null)
    const revision = await revisionOf(plan.id)
    await store.save(named('theirs'), revision)
    const newest = { plan: { name: 'theirs' }, revision: (revision ?? 0) + 1 }
    expect(await store.save(named('mine'), revision)).toMatchObject({ ok: false, why: 'conflict', newest })
    expect(await store.save(named('mine'), null)).toMatchObject({ ok: false, why: 'conflict', newest })
    await store.remove(plan.id)
    expect(await store.save(named('mine'), revision)).toEqual({ ok: false, why: 'conflict', newest: null })
  })

  it('that is made anew under the id of one that was removed is not taken for the old one', async () => {
    let time = PLAN_MADE_AT
    const store = aPlanStore({ now: () => (time += 1) })
    await store.save(plan, null)
    const before = await revisionOf(plan.id)
    await store.remove(plan.id)
    await store.save(named('anew'), null)
    expect(await store.save(named('old'), before)).toMatchObject({ why: 'conflict' })
  })

  it('of two that save at the same moment one is told', async () => {
    await aPlanStore().save(plan, null)
    const revision = await revisionOf(plan.id)
    const both = await Promise.all(['a', 'b'].map((name) => aPlanStore().save(named(name), revision)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('that could not be read again does not take the place of one that can', async () => {
    await aPlanStore().save(plan, null)
    const bad = { ...plan, name: '' }
    expect(await aPlanStore().save(bad, await revisionOf(plan.id))).toMatchObject({ ok: false, why: 'lost' })
    expect((await aPlanStore().read(plan.id))?.plan).toEqual(plan)
  })

  it('keeps its last export, and noting one is a change of the record', async () => {
    const store = aPlanStore()
    expect(await store.noteExport(plan.id, { at: 2, changedAt: 1 })).toBe(false)
    await store.save(plan, null)
    const revision = (await revisionOf(plan.id)) ?? 0
    expect(await store.noteExport(plan.id, { at: 2, changedAt: 1 })).toBe(true)
    const saved = await store.save(named('b'), revision + 1)
    expect(saved).toMatchObject({ stored: { exported: { at: 2, changedAt: 1 }, revision: revision + 2 } })
  })

  it('is written strictly', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await aPlanStore().save(plan, null)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.length).toBeGreaterThan(0)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
    transaction.mockRestore()
  })

  it('the browser is asked once to keep the storage, after the first that was saved', async () => {
    const persist = vi.fn(async () => true)
    const store = aPlanStore({ persist })
    await store.open()
    await store.save({ ...plan, name: '' }, null)
    expect(persist).not.toHaveBeenCalled()
    await store.save(plan, null)
    await store.save(named('b'), await revisionOf(plan.id))
    expect(persist).toHaveBeenCalledOnce()
  })
})

describe('a database of a newer app', () => {
  it('is read and never written', async () => {
    await aPlanStore().save(plan, null)
    const newer = await openDB('mhm-plans', 7, {
      upgrade: (database) => void database.createObjectStore('more'),
    })
    newer.close()
    const store = aPlanStore()
    expect(await store.open()).toMatchObject({ plans: [{ plan }], trouble: 'newer' })
    expect(await store.save(named('b'), await revisionOf(plan.id))).toMatchObject({ ok: false, why: 'newer' })
    expect(await store.remove(plan.id)).toEqual({ ok: false, why: 'newer' })
    expect(await store.putPhoto('p', new Blob(['x']))).toEqual({ ok: false, why: 'newer' })
    expect(await store.noteExport(plan.id, { at: 1, changedAt: 1 })).toBe(false)
    await store.tidyPhotos(PLAN_MADE_AT + 9 * DAY)
    expect((await store.read(plan.id))?.plan).toEqual(plan)
    const database = await openDB('mhm-plans')
    expect([database.version, [...database.objectStoreNames]]).toEqual([7, ['more', 'photos', 'plans']])
    database.close()
  })

  it('that has no plans where this one looks for them is told too', async () => {
    const newer = await openDB('mhm-plans', 7, {
      upgrade: (database) => void database.createObjectStore('more'),
    })
    newer.close()
    expect((await aPlanStore().open()).trouble).not.toBeNull()
  })
})

describe('a broken record', () => {
  const text = JSON.stringify(plan)
  it.each([
    ['no record at all', 'nonsense', 'notAPlan', '"nonsense"'],
    ['no text', { revision: 1, exported: null }, 'notAPlan', '{\n "revision": 1,\n "exported": null\n}'],
    ['no JSON', { revision: 1, text: '{', exported: null }, 'notAPlan', '{'],
    [
      'another key',
      { revision: 1, text: text.replace(plan.id, 'x'.repeat(16)), exported: null },
      'brokenPlan',
    ],
    ['no revision', { text, exported: null }, 'brokenPlan', text],
    ['an export that is none', { revision: 1, text, exported: { at: 'x' } }, 'brokenPlan', text],
    [
      'a newer plan',
      { revision: 1, text: text.replace('"version":1', '"version":2'), exported: null },
      'newerVersion',
    ],
  ])('%s is set aside and left as it is; the others work', async (_, record, why, given?: string) => {
    const store = aPlanStore()
    await store.save(aPlan(), null)
    await inPlanDatabase((database) => database.put('plans', record, plan.id))
    const opened = await store.open()
    expect(opened).toMatchObject({
      plans: [{ plan: aPlan() }],
      quarantined: [{ key: plan.id, why }],
      trouble: null,
    })
    if (given !== undefined) expect(opened.quarantined[0]?.text).toBe(given)
    expect(await store.read(plan.id)).toBeNull()
    for (const basedOn of [null, 1])
      expect(await store.save(plan, basedOn)).toMatchObject({ ok: false, why: 'lost' })
    expect(await store.noteExport(plan.id, { at: 1, changedAt: 1 })).toBe(false)
    await inPlanDatabase(async (database) => expect(await database.get('plans', plan.id)).toEqual(record))
  })

  it('that the browser cannot even give out costs itself alone', async () => {
    const store = aPlanStore()
    await store.save(plan, null)
    await store.save(aPlan(), null)
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Failed to read large IndexedDB value', 'DataError')
    })
    const real = IDBObjectStore.prototype.get
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === plan.id) throw new DOMException('Failed to read large IndexedDB value', 'DataError')
      return real.call(this, key)
    })
    expect(await store.open()).toMatchObject({
      plans: [{ plan: aPlan() }],
      quarantined: [{ key: plan.id, why: 'brokenPlan', text: '' }],
      trouble: null,
    })
    get.mockImplementation(() => {
      throw new DOMException('', 'DataError')
    })
    expect(await store.open()).toMatchObject({ plans: [], quarantined: [], trouble: 'lost' })
    getAll.mockRestore()
    get.mockRestore()
  })
})

describe('photos', () => {
  const photo = new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/jpeg' })
  const bytes = async (blob: Blob | null) => blob && [...new Uint8Array(await blob.arrayBuffer())]

  it('are kept and given back, as pictures only', async () => {
    expect(await aPlanStore().putPhoto('a', photo)).toEqual({ ok: true })
    const page = new Blob(['<script>'], { type: 'text/html' })
    await aPlanStore().putPhoto('b', page)
    const back = await aPlanStore().photo('a')
    expect([await bytes(back), back?.type]).toEqual([[1, 2, 3], 'image/jpeg'])
    expect((await aPlanStore().photo('b'))?.type).toBe('image/jpeg')
    expect(await aPlanStore().photo('c')).toBeNull()
    await inPlanDatabase((database) => database.put('photos', { bytes: 'x' }, 'c'))
    expect(await aPlanStore().photo('c')).toBeNull()
  })

  it('that are not there as they were given are told', async () => {
    const store = aPlanStore()
    await store.open()
    breakCall(1, 'garbage')
    expect(await store.putPhoto('a', photo)).toEqual({ ok: false, why: 'lost' })
    breakCall(1, 'quota')
    expect(await store.putPhoto('a', photo)).toEqual({ ok: false, why: 'full' })
  })

  it('that no plan speaks of go after a day; while one plan cannot be read they all stay', async () => {
    const store = aPlanStore()
    const mark = aMark({ photo: { id: 'photo00000000001', width: 1, height: 1 } })
    await store.save({ ...plan, marks: [mark] }, null)
    for (const id of ['photo00000000001', 'photo00000000002']) await store.putPhoto(id, photo)
    const left = async () => {
      const there = await Promise.all([1, 2].map((one) => store.photo(`photo0000000000${one}`)))
      return there.map((one) => one !== null)
    }
    await store.tidyPhotos(PLAN_MADE_AT + DAY)
    expect(await left()).toEqual([true, true])
    await inPlanDatabase((database) => database.put('plans', 'nonsense', 'x'.repeat(16)))
    await store.tidyPhotos(PLAN_MADE_AT + 2 * DAY)
    expect(await left()).toEqual([true, true])
    await inPlanDatabase((database) => database.delete('plans', 'x'.repeat(16)))
    await store.tidyPhotos(PLAN_MADE_AT + 2 * DAY)
    expect(await left()).toEqual([true, false])
  })
})

describe('an empty database', () => {
  it('was emptied by the system when plans had been saved, and by the person when they removed the last', async () => {
    const marker = aMarker()
    const store = aPlanStore({ marker })
    expect(await store.open()).toMatchObject({ removedBySystem: false })
    await store.save(plan, null)
    expect(await store.open()).toMatchObject({ removedBySystem: false })
    await deleteDB('mhm-plans')
    expect(await aPlanStore({ marker }).open()).toMatchObject({ plans: [], removedBySystem: true })
    await store.save(plan, null)
    await store.save(aPlan(), null)
    await store.remove(plan.id)
    expect(marker.isSet()).toBe(true)
    await store.remove(aPlan().id)
    expect(await aPlanStore({ marker }).open()).toMatchObject({ removedBySystem: false })
  })
})

describe('the database of plans', () => {
  it('is named and opened by nothing else, above all by no update of code or packs', () => {
    const others = projectFiles().filter(
      (name) => /^(src|scripts)\/.*\.(ts|tsx|mjs|js)$/.test(name) && !name.startsWith('src/platform/plans/'),
    )
    expect(others.length).toBeGreaterThan(100)
    const naming = others.filter((name) => /['"`]mhm-plans['"`]|plan-database/.test(textOf(name)))
    expect(naming).toEqual([])
    const openers = others.filter((name) =>
      /indexedDB\s*\.|deleteDatabase|deleteDB\(|\.databases\(/.test(textOf(name)),
    )
    expect(openers).toEqual([])
  })
})
