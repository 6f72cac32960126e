import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { aHost } from '#tests/support/a-host.ts'
import { aStore, complete, never, siteOf } from '#tests/support/a-pack-store.ts'
import { aPack } from '#tests/support/a-pack.ts'
import { openIndexedDbShelf } from './indexed-db-shelf.ts'
import { createMemoryShelf } from './memory-shelf.ts'
import type { PackStoreOptions } from './pack-store.ts'
import type { Shelf } from './shelf.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a device that does not keep', () => {
  const blocked: readonly (readonly [string, PackStoreOptions['openShelf']])[] = [
    ['refuses', () => Promise.reject(new Error('SecurityError'))],
    ['has no IndexedDB', () => ((globalThis.indexedDB = undefined as never), openIndexedDbShelf())],
    [
      'never answers',
      () => {
        globalThis.indexedDB = { open: () => new EventTarget() } as never
        return openIndexedDbShelf({ openMs: 30, workMs: 30 })
      },
    ],
  ]
  it.each(blocked)('%s: the pack is held in memory and says so', async (_, openShelf) => {
    const store = aStore(aHost(aPack()), openShelf === undefined ? {} : { openShelf })
    expect(await store.open('99201', never)).toMatchObject({ ok: true, state: { stored: false } })
    expect(await complete(store)).toMatchObject({ ok: true, state: { stored: false, complete: true } })
    expect(await store.mapFile('99201', 'zones')).not.toBeNull()
  })

  const WRITES = ['expect', 'putFile', 'flip', 'settle'] as const
  /** A shelf that throws at its k-th write. */
  const failingAt = (shelf: Shelf, k: number): { shelf: Shelf; writes: () => number } => {
    let writes = 0
    const guard = (method: (...args: never[]) => Promise<void>) =>
      ((...args: never[]) => {
        writes += 1
        return writes === k ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : method(...args)
      }) as never
    const guarded = Object.fromEntries(WRITES.map((name) => [name, guard(shelf[name] as never)]))
    return { shelf: { ...shelf, lasting: true, ...guarded }, writes: () => writes }
  }

  it('is full at the k-th write of a first visit, for every k: it answers all the same', async () => {
    for (let k = 1; ; k += 1) {
      const { shelf, writes } = failingAt(createMemoryShelf(), k)
      const store = aStore(aHost(aPack()), { openShelf: async () => shelf })
      const opened = await store.open('99201', never)
      expect(siteOf(opened), `write ${k}`).toBe('見本小学校 99201 2025')
      if (writes() < k) break
      await complete(store)
      // The first six writes are the expectation, four files and the flip: without one of them nothing is kept.
      expect(opened.ok && opened.state.stored, `write ${k}`).toBe(k > 6)
      expect(await store.mapFile('99201', 'zones'), `write ${k}`).not.toBeNull()
    }
  })

  it('is full at the k-th write of the map files, for every k: it says so, and the map is there for now', async () => {
    for (let k = 1; k <= 2; k += 1) {
      const shelf = createMemoryShelf()
      await aStore(aHost(aPack()), { openShelf: async () => ({ ...shelf, lasting: true }) }).open(
        '99201',
        never,
      )
      const failing = failingAt(shelf, k).shelf
      const store = aStore(aHost(aPack()), { openShelf: async () => failing })
      expect(await complete(store)).toEqual({ ok: false, why: 'storageFull' })
      expect(await store.mapFile('99201', 'zones')).not.toBeNull()
      expect(await store.mapFile('99201', 'basemap')).not.toBeNull()
    }
  })

  it('is full at the k-th write of an update, for every k: the old pack is whole, or the new one', async () => {
    for (let k = 1; ; k += 1) {
      const shelf = createMemoryShelf()
      const host = aHost(aPack())
      await complete(aStore(host, { openShelf: async () => ({ ...shelf, lasting: true }) }))
      host.offer(aPack({ edition: '2026' }))
      const { shelf: failing, writes } = failingAt(shelf, k)
      const done = await complete(aStore(host, { openShelf: async () => failing }))
      if (writes() < k) break
      expect(done, `write ${k}`).toMatchObject({
        ok: true,
        updated: false,
        state: { updateFailure: 'storageFull' },
      })
      const again = aStore(host, { openShelf: async () => ({ ...shelf, lasting: true }) })
      expect(siteOf(await again.open('99201', never)), `write ${k}`).toBe('見本小学校 99201 2025')
      expect(await again.selfTest('99201', never), `write ${k}`).toMatchObject({ filesChecked: 6 })
    }
  })
})

describe('the list of areas', () => {
  it('stands at once from the copy kept last, however dead the line is, and is fetched for the next time', async () => {
    const host = aHost(aPack())
    await aStore(host).index(never)
    const asked = host.asked.length
    // No deadline ever comes: what waits for the host waits for good.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let release = (): void => undefined
    host.play(() => new Promise<Response>((resolve) => (release = () => resolve(new Response('late')))))
    expect(await aStore(host).index(never, '99201')).toMatchObject({
      ok: true,
      value: { areas: [{ code: '99201' }] },
    })
    vi.useRealTimers()
    await expect.poll(() => host.asked.length).toBe(asked + 1)
    release()
  })

  it('is asked of the host where the kept one lacks the wanted area', async () => {
    const host = aHost(aPack())
    await aStore(host).index(never)
    host.offer(aPack({ code: '41207' }))
    expect(await aStore(host).index(never, '41207')).toMatchObject({ value: { areas: [{ code: '41207' }] } })
  })

  it('comes from the host, else from the copy kept last, else not at all', async () => {
    const host = aHost(aPack())
    expect(await aStore(host).index(never)).toMatchObject({ ok: true, value: { areas: [{ code: '99201' }] } })
    host.play(() => new Response('<p>Sign in'))
    expect(await aStore(host).index(never)).toMatchObject({ ok: true, value: { areas: [{ code: '99201' }] } })
    globalThis.indexedDB = new IDBFactory()
    expect(await aStore(host).index(never)).toEqual({ ok: false, why: 'notData' })
  })
})
