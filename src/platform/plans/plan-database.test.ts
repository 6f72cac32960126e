import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { aPlanStore, SILENT } from '#tests/support/a-kept-plan.ts'
import { anEmptyPlan, PLAN_MADE_AT } from '#tests/support/a-plan.ts'
import { makeIndexedDbFaulty, type FaultyIndexedDb } from '#tests/support/faulty-indexed-db.ts'

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
describe('a browser without storage', () => {
  const real = () => new IDBFactory()
  const opens = (open: () => unknown) => Object.assign(real(), { open })
  const failing = (name: string) => () => {
    const request = Object.create(IDBOpenDBRequest.prototype, {
      error: { get: () => new DOMException('', name) },
      addEventListener: {
        value: (type: string, listener: () => void) => type === 'error' && setTimeout(listener),
      },
      removeEventListener: { value: () => undefined },
    }) as object
    return request
  }
  const throwing = (name: string) => () => {
    throw new DOMException('', name)
  }
  const hanging = () =>
    Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: { value: () => undefined },
      removeEventListener: { value: () => undefined },
    }) as object

  const blocked = () =>
    Object.create(IDBOpenDBRequest.prototype, {
      addEventListener: {
        value: (type: string, listener: (event: object) => void) =>
          type === 'blocked' && setTimeout(() => listener({})),
      },
      removeEventListener: { value: () => undefined },
    }) as object

  it.each([
    ['no IndexedDB at all', (): unknown => undefined, 'noStorage'],
    ['null', (): unknown => null, 'noStorage'],
    ['opening throws', () => opens(throwing('SecurityError')), 'noStorage'],
    ['private mode of Firefox', () => opens(failing('InvalidStateError')), 'noStorage'],
    ['an error event', () => opens(failing('SecurityError')), 'noStorage'],
    ['the file cannot be opened', () => opens(failing('UnknownError')), 'lost'],
    ['no room even to open', () => opens(failing('QuotaExceededError')), 'full'],
    ['no event ever', () => opens(hanging), 'notAnswering'],
    ['an older page holds it and does not let go', () => opens(blocked), 'blocked'],
  ] as const)('%s: says why, rejects nothing, and works when it is there again', async (_, make, trouble) => {
    const store = aPlanStore({ deadlines: { openMs: 20, workMs: 200 } })
    globalThis.indexedDB = make() as unknown as IDBFactory
    expect(await store.open()).toEqual({ plans: [], quarantined: [], trouble, removedBySystem: false })
    expect(await store.save(plan, null)).toMatchObject({ ok: false, why: trouble })
    expect(await store.putPhoto('p', new Blob(['x']))).toEqual({ ok: false, why: trouble })
    expect(await store.remove(plan.id)).toEqual({ ok: false, why: trouble })
    expect(await store.noteExport(plan.id, { at: 1, changedAt: 1 })).toBe(false)
    expect([await store.read(plan.id), await store.photo('p')]).toEqual([null, null])
    await store.tidyPhotos(PLAN_MADE_AT)
    globalThis.indexedDB = real()
    expect(await store.open()).toMatchObject({ trouble: null })
    expect(await store.save(plan, null)).toMatchObject({ ok: true })
  })

  it('merely asking for it throws', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') as PropertyDescriptor
    Object.defineProperty(globalThis, 'indexedDB', { get: throwing('SecurityError'), configurable: true })
    expect(await aPlanStore().open()).toMatchObject({ trouble: 'noStorage' })
    Object.defineProperty(globalThis, 'indexedDB', before)
  })
})

describe('the connection', () => {
  it('that another page holds in an older version is told as blocked, and opens when that one closes', async () => {
    const old = await openDB('mhm-plans', 1)
    // A database that is being deleted waits for the old page, and so does everybody after it.
    const deleting = deleteDB('mhm-plans', { blocked: () => undefined })
    const store = aPlanStore({ deadlines: { openMs: 30, workMs: 200 } })
    expect(await store.open()).toMatchObject({ plans: [], trouble: 'notAnswering' })
    old.close()
    await deleting
    expect(await store.open()).toMatchObject({ trouble: null })
  })

  it('is given up when another page wants the database, and opened anew when it is needed', async () => {
    const wake = vi.fn()
    const store = aPlanStore({ tabs: { ...SILENT, wake } })
    await store.save(plan, null)
    await deleteDB('mhm-plans')
    expect(wake).toHaveBeenCalledOnce()
    expect(await store.open()).toMatchObject({ plans: [], trouble: null, removedBySystem: true })
    expect(await store.save(plan, null)).toMatchObject({ ok: true })
  })

  it.each([
    ['Connection to Indexed Database server lost', 'UnknownError'],
    ['the connection is closing', 'InvalidStateError'],
    ['aborted with no reason', 'AbortError'],
  ])('%s: the write is done again on a new one', async (_, name) => {
    const store = aPlanStore()
    await store.open()
    for (const at of [0, 1, 2, 3, 4]) {
      breakCall(at, 'throw', name)
      expect(await store.save(named(`n${at}`), await revisionOf(plan.id))).toMatchObject({ ok: true })
      expect((await aPlanStore().read(plan.id))?.plan.name).toBe(`n${at}`)
    }
  })

  it('that is lost again and again is told after three tries', async () => {
    const store = aPlanStore()
    await store.save(plan, null)
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    })
    expect(await store.save(named('b'), 1)).toMatchObject({ ok: false, why: 'lost' })
    expect(transaction).toHaveBeenCalledTimes(3)
    transaction.mockRestore()
    expect((await aPlanStore().read(plan.id))?.plan).toEqual(plan)
  })

  it('that answers nothing is given up, and what was given up is not written after all', async () => {
    const store = aPlanStore({ deadlines: { openMs: 200, workMs: 30 } })
    await store.save(plan, null)
    const revision = await revisionOf(plan.id)
    const real = IDBObjectStore.prototype.get
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(function (
      this: IDBObjectStore,
      key,
    ) {
      // Answers only to the third listener from now: long after the deadline, with the transaction kept alive.
      const keepAlive = (left: number): IDBRequest => {
        const request = real.call(this, key)
        if (left > 0) request.addEventListener('success', () => void keepAlive(left - 1))
        return request
      }
      keepAlive(50_000)
      return Object.create(IDBRequest.prototype, {
        addEventListener: { value: () => undefined },
        removeEventListener: { value: () => undefined },
      }) as IDBRequest
    })
    expect(await store.save(named('late'), revision)).toMatchObject({ ok: false, why: 'notAnswering' })
    get.mockRestore()
    expect((await aPlanStore().read(plan.id))?.plan).toEqual(plan)
  })
})
