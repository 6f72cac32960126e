import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHost, aTab, refused } from '#tests/support/a-feed-host.ts'
import { AREA, aToy, bytesOf, FEED_NOW, ONE } from '#tests/support/a-signed-feed.ts'
import { FAULTS, makeIndexedDbFaulty } from '#tests/support/faulty-indexed-db.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the storage', () => {
  const inDatabase = async (job: (database: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>) => {
    const database = await openDB('mhm-feeds')
    await job(database)
    database.close()
  }
  const serialsKept = async (): Promise<readonly number[]> => {
    const serials: number[] = []
    await inDatabase(async (database) => {
      for (const copy of ['a', 'b']) {
        const record = (await database.get('feeds', `closures/${AREA}/${copy}`)) as {
          trust: { serial: number }
        }
        serials.push(record.trust.serial)
      }
    })
    return serials
  }
  const keep = async (host: ReturnType<typeof aHost>) => {
    host.publish(aToy(), ONE)
    await aTab(host).refresh()
  }

  it('has two copies: either alone holds the file and the high-water mark', async () => {
    for (const copy of ['a', 'b']) {
      globalThis.indexedDB = new IDBFactory()
      const host = aHost()
      await keep(host)
      await inDatabase((database) => database.put('feeds', 'nonsense', `closures/${AREA}/${copy}`))
      const tab = aTab(host)
      expect(await tab.open()).toMatchObject({ kept: { feed: aToy() }, lostMemory: false })
      host.publish(aToy({ sequence: 9 }), ONE)
      expect(await tab.refresh()).toMatchObject({ trouble: refused('older') })
    }
  })

  it('whose bytes were changed shows nothing of them', async () => {
    const host = aHost()
    await keep(host)
    for (const copy of ['a', 'b'])
      await inDatabase(async (database) => {
        const key = `closures/${AREA}/${copy}`
        const record = (await database.get('feeds', key)) as { file: { bytes: Uint8Array } }
        record.file.bytes = bytesOf(aToy({ shut: [] }))
        await database.put('feeds', record, key)
      })
    const tab = aTab(host)
    expect((await tab.open()).kept).toBeNull()
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() } })
  })

  it('of which nothing can be read says so, until a feed is accepted', async () => {
    const host = aHost()
    await keep(host)
    for (const copy of ['a', 'b'])
      await inDatabase((database) => database.put('feeds', { trust: 7 }, `closures/${AREA}/${copy}`))
    const tab = aTab(host)
    expect(await tab.open()).toMatchObject({ kept: null, lostMemory: true })
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, lostMemory: false, isStored: true })
  })

  it('of a newer app is not written over', async () => {
    const host = aHost()
    await keep(host)
    const newer = { trust: { format: 'minna-feed-trust', version: 2 }, more: 1 }
    for (const copy of ['a', 'b'])
      await inDatabase((database) => database.put('feeds', newer, `closures/${AREA}/${copy}`))
    expect(await aTab(host).refresh()).toMatchObject({ kept: { feed: aToy() }, isStored: false })
    await inDatabase(async (database) =>
      expect(await database.get('feeds', `closures/${AREA}/a`)).toEqual(newer),
    )
  })

  it('that is not there leaves a feed in memory, and the ratchet with it', async () => {
    globalThis.indexedDB = undefined as unknown as IDBFactory
    const host = aHost()
    host.publish(aToy(), ONE)
    const tab = aTab(host)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, isStored: false, trouble: null })
    host.publish(aToy({ sequence: 9 }), ONE)
    expect(await tab.refresh()).toMatchObject({ kept: { feed: aToy() }, trouble: refused('older') })
  })

  it('that another tab wrote meanwhile binds this one too', async () => {
    const host = aHost()
    await keep(host)
    const [one, two] = [aTab(host), aTab(host)]
    await Promise.all([one.open(), two.open()])
    host.publish(aToy({ sequence: 12, shut: ['a', 'b'], issued: FEED_NOW }), ONE)
    await one.refresh()
    host.publish(aToy({ sequence: 11, shut: ['a', 'c'] }), ONE)
    expect(await two.refresh()).toMatchObject({ kept: { feed: { sequence: 12 } }, trouble: refused('older') })
    expect((await aTab(host).open()).kept?.feed.sequence).toBe(12)
  })

  it('that another tab wrote twice meanwhile is not written over', async () => {
    const host = aHost()
    await keep(host)
    const [one, two] = [aTab(host), aTab(host)]
    await Promise.all([one.open(), two.open()])
    for (const sequence of [12, 13]) {
      host.publish(aToy({ sequence, shut: ['a', 'b'], issued: FEED_NOW }), ONE)
      await one.refresh()
    }
    host.publish(aToy({ sequence: 11, shut: ['a', 'c'] }), ONE)
    expect(await two.refresh()).toMatchObject({ kept: { feed: { sequence: 13 } }, trouble: refused('older') })
    expect((await aTab(host).open()).kept?.feed.sequence).toBe(13)
  })

  it('that says yes and writes nothing is found out', async () => {
    const host = aHost()
    host.publish(aToy(), ONE)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
      this: IDBObjectStore,
    ) {
      return this.get('nothing') as IDBRequest<IDBValidKey>
    })
    expect(await aTab(host).refresh()).toMatchObject({ kept: { feed: aToy() }, isStored: false })
    put.mockRestore()
  })

  it.each(FAULTS)(
    'with any one call going wrong (%s) loses no closure and says nothing untrue',
    async (fault) => {
      const faulty = makeIndexedDbFaulty()
      const newer = aToy({ sequence: 11, shut: ['a', 'b'], issued: FEED_NOW })
      try {
        for (let at = 0, calls = 1; at < calls; at += 1) {
          globalThis.indexedDB = new IDBFactory()
          faulty.plan()
          const host = aHost()
          await keep(host)
          host.publish(newer, ONE)
          faulty.plan(at, fault)
          const told = await aTab(host).refresh()
          calls = faulty.calls()
          faulty.plan()
          expect(told, `call ${at}`).toMatchObject({ kept: { feed: newer } })
          const later = await aTab(host).open()
          if (told.isStored) {
            expect(later.kept?.feed, `call ${at}`).toEqual(newer)
            expect(await serialsKept(), `call ${at}`).toEqual([2, 2])
          } else expect(later.kept?.feed.shut, `call ${at}`).toContain('a')
        }
      } finally {
        faulty.restore()
      }
    },
  )
})
