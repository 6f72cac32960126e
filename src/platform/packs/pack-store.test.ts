import { createHash } from 'node:crypto'
import { gzipSync } from 'fflate'
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { aHost, hang, stall } from '#tests/support/a-host.ts'
import { aStore, complete, never, siteOf } from '#tests/support/a-pack-store.ts'
import { aPack, TOWN_TILE, type PackOnHost } from '#tests/support/a-pack.ts'
import type { PackProgress } from '../ports.ts'
import { openIndexedDbShelf } from './indexed-db-shelf.ts'
import { createTileReader } from './tile-reader.ts'

const html = () =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a first visit', () => {
  it('answers as soon as the files of stage 1 are here, and has asked for no map file', async () => {
    const host = aHost(aPack())
    const opened = await aStore(host).open('99201', never)
    expect(siteOf(opened)).toBe('見本小学校 99201 2025')
    expect(opened).toMatchObject({ state: { stored: true, complete: false, updateFailure: null } })
    expect(host.asked.some((path) => path.endsWith('.pmtiles'))).toBe(false)
  })

  it('opens from the device afterwards, though the host is gone', async () => {
    const host = aHost(aPack())
    await aStore(host).open('99201', never)
    host.play(() => Promise.reject(new TypeError('Failed to fetch')))
    host.asked.length = 0
    const opened = await aStore(host).open('99201', never)
    expect(siteOf(opened)).toBe('見本小学校 99201 2025')
    expect(host.asked).toEqual([])
  })

  it('completes with the map files, tells progress up to the last byte, and serves tiles', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    await store.open('99201', never)
    expect(await store.mapFile('99201', 'basemap')).toBeNull()
    const told: PackProgress[] = []
    const done = await store.complete('99201', never, (progress) => told.push(progress))
    expect(done).toMatchObject({ ok: true, updated: false, state: { complete: true } })
    expect(told.at(-1)?.bytesDone).toBe(told.at(-1)?.bytesTotal)
    expect(told.map(({ bytesDone }) => bytesDone)).toEqual(
      told.map(({ bytesDone }) => bytesDone).toSorted((a, b) => a - b),
    )
    const read = createTileReader(store, '99201')
    const tile = await read('basemap', TOWN_TILE.z, TOWN_TILE.x, TOWN_TILE.y, never)
    expect(tile?.byteLength).toBe(2_000)
    expect(await read('basemap', TOWN_TILE.z, TOWN_TILE.x + 1, TOWN_TILE.y, never)).toBeNull()
  })

  it('goes on by file after a cut: what has arrived is not asked for again', async () => {
    const host = aHost(aPack())
    host.play((path) => (path.includes('/sites-') ? Promise.reject(new TypeError('cut')) : null))
    expect(await aStore(host).open('99201', never)).toMatchObject({ ok: false, why: 'unreachable' })
    const before = host.asked.filter((path) => path.endsWith('.packed') && !path.includes('/sites-'))
    host.play(null)
    host.asked.length = 0
    expect((await aStore(host).open('99201', never)).ok).toBe(true)
    expect(before.length).toBeGreaterThan(0)
    expect(host.asked.filter((path) => before.includes(path))).toEqual([])
  })

  it('goes on with the map files after a cut, by file', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    host.play((path) => (path.includes('/zones-') ? Promise.reject(new TypeError('cut')) : null))
    expect(await complete(store)).toMatchObject({ ok: false, why: 'unreachable' })
    host.play(null)
    host.asked.length = 0
    expect(await complete(aStore(host))).toMatchObject({ ok: true, state: { complete: true } })
    expect(host.asked.filter((path) => path.includes('basemap'))).toEqual([])
  })

  it('is opened once for two who ask at the same time, and the one who leaves does not stop the other', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    const leaving = new AbortController()
    const [left, stayed] = [store.open('99201', leaving.signal), store.open('99201', never)]
    leaving.abort()
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
    expect((await stayed).ok).toBe(true)
    expect(host.asked.filter((path) => path === '99201/manifest.json')).toHaveLength(1)
  })

  it('asks the host once for two who both stay', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    const opened = await Promise.all([store.open('99201', never), store.open('99201', never)])
    expect(opened.every(({ ok }) => ok)).toBe(true)
    expect(host.asked.filter((path) => path === '99201/manifest.json')).toHaveLength(1)
  })

  it('may be opened again after everyone has left', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    const leaving = new AbortController()
    const left = store.open('99201', leaving.signal)
    leaving.abort()
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
    expect((await store.open('99201', never)).ok).toBe(true)
  })
})

describe('a host that answers something else', () => {
  const onFlood =
    (answer: (bytes: Uint8Array<ArrayBuffer>) => Response | Promise<Response>) =>
    (path: string, bytes: Uint8Array<ArrayBuffer> | null) =>
      path.includes('/flood-max-') && bytes !== null ? answer(bytes) : null
  const onManifest = (answer: () => Response | Promise<Response>) => (path: string) =>
    path.endsWith('manifest.json') ? answer() : null
  const flip = (bytes: Uint8Array<ArrayBuffer>) => {
    const damaged = bytes.slice()
    damaged[bytes.length >> 1] = (damaged[bytes.length >> 1] ?? 0) ^ 1
    return damaged
  }
  const other = aPack({ code: '99202' })
  const otherFlood = other.paths.get(`99202/${other.manifest.boundary ?? ''}`) as Uint8Array<ArrayBuffer>

  it.each([
    ['a truncated file', onFlood((bytes) => new Response(bytes.slice(0, -1))), 'corrupt'],
    ['a file that is too long', onFlood((bytes) => new Response(new Blob([bytes, 'x']))), 'corrupt'],
    ['a flipped bit', onFlood((bytes) => new Response(flip(bytes))), 'corrupt'],
    ['a file of another city', onFlood(() => new Response(otherFlood)), 'corrupt'],
    ['a page instead of a file', onFlood(html), 'notData'],
    ['a page under the type of data', onFlood(() => new Response('\n <HTML>')), 'notData'],
    [
      'a page that begins with words',
      onFlood(() => new Response('Sign in', { headers: { 'content-type': 'text/html; charset=utf-8' } })),
      'notData',
    ],
    ['an empty file', onFlood(() => new Response('')), 'corrupt'],
    ['a missing file', onFlood(() => new Response('404', { status: 404 })), 'notData'],
    ['206', onFlood((bytes) => new Response(bytes, { status: 206 })), 'notData'],
    ['a file that never ends', onFlood(stall), 'unreachable'],
    ['a page instead of the manifest', onManifest(html), 'notData'],
    ['an empty manifest', onManifest(() => new Response('')), 'notData'],
    ['204', onManifest(() => new Response(null, { status: 204 })), 'notData'],
    ['an error as JSON', onManifest(() => new Response('{"error":"quota"}')), 'corrupt'],
    ['brackets without end', onManifest(() => new Response('['.repeat(100_000))), 'corrupt'],
    ['a manifest too large', onManifest(() => new Response(' '.repeat(2_000_001))), 'corrupt'],
    ['bytes that are no text', onManifest(() => new Response(Uint8Array.of(0xff, 0xfe))), 'corrupt'],
    ['511', onManifest(() => new Response('sign in', { status: 511 })), 'notData'],
    ['no answer', onManifest(hang), 'unreachable'],
    [
      "another area's manifest",
      onManifest(() => new Response(other.paths.get('99202/manifest.json') as Uint8Array<ArrayBuffer>)),
      'wrongArea',
    ],
  ])('%s is refused on the first visit, and the old pack answers on an update', async (_, trick, why) => {
    const host = aHost(aPack())
    host.play(trick)
    expect(await aStore(host).open('99201', never)).toEqual({ ok: false, why })

    host.play(null)
    const store = aStore(host)
    expect((await complete(store)).ok).toBe(true)
    host.offer(aPack({ edition: '2026' }))
    // The flood file is the same in both editions: the fault is put on a file that differs.
    host.play((path, bytes) => trick(path.replace('/sites-', '/flood-max-'), bytes))
    const isOnManifest = trick('99201/manifest.json', null) !== null
    const done = await complete(store)
    expect(done).toMatchObject({ ok: true, updated: false, state: { manifest: { dataDate: '2025' } } })
    const isNothingSeen = why === 'unreachable' && isOnManifest
    expect(done.ok && done.state.updateFailure).toBe(isNothingSeen ? null : why)
    expect(siteOf(await aStore(host).open('99201', never))).toBe('見本小学校 99201 2025')
  })

  it('a file that unpacks to more than it says is given up at its cap', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(30_000_000)))
    const pack = withFile(aPack(), 'flood-max', bomb, 1_000)
    expect(await aStore(aHost(pack)).open('99201', never)).toEqual({ ok: false, why: 'corrupt' })
  })

  it('a new pack that has the right hashes but cannot be read does not replace the old one', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    await complete(store)
    const nonsense = new TextEncoder().encode('no rank layer')
    host.offer(
      withFile(aPack({ edition: '2026' }), 'flood-max', new Uint8Array(gzipSync(nonsense)), nonsense.length),
    )
    expect(await complete(store)).toMatchObject({
      ok: true,
      updated: false,
      state: { updateFailure: 'corrupt' },
    })
    expect(siteOf(await aStore(host).open('99201', never))).toBe('見本小学校 99201 2025')
  })
})

describe('a computed flood', () => {
  const series = Uint8Array.from({ length: 500 }, (_, index) => index % 7)
  const nameOf = (pack: PackOnHost, role: string) =>
    pack.manifest.files.find((file) => file.role === role)?.name ?? ''

  it('is read unpacked by its name, once it is on the device', async () => {
    const pack = aPack({ series })
    const store = aStore(aHost(pack))
    await store.open('99201', never)
    expect(await store.seriesFile('99201', nameOf(pack, 'series'))).toBeNull()
    await complete(store)
    expect(await store.seriesFile('99201', nameOf(pack, 'series'))).toEqual(series)
  })

  it('is neither another file of the pack nor a damaged one', async () => {
    const pack = aPack({ series })
    const store = aStore(aHost(pack))
    await complete(store)
    expect(await store.seriesFile('99201', nameOf(pack, 'sites'))).toBeNull()
    expect(await store.seriesFile('99201', 'series-other.bin.packed')).toBeNull()
    expect(await store.seriesFile('41207', nameOf(pack, 'series'))).toBeNull()
    await damage(pack, 'series')
    expect(await store.seriesFile('99201', nameOf(pack, 'series'))).toBeNull()
  })
})

describe('an update', () => {
  it('is taken over only when all of it is here, and the old pack stays until the new one has answered', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    await complete(store)
    const oldMap = await (await store.mapFile('99201', 'zones'))?.arrayBuffer()
    host.offer(aPack({ edition: '2026' }))
    expect(await complete(store)).toMatchObject({ ok: true, updated: true, state: { complete: true } })
    expect(await keptFiles()).toBe(9)
    const opened = await aStore(host).open('99201', never)
    expect(siteOf(opened)).toBe('見本小学校 99201 2026')
    expect(await keptFiles()).toBe(6)
    expect(oldMap?.byteLength).toBeGreaterThan(2_000)
  })

  it('goes on after a cut, and is no failure to someone who is offline', async () => {
    const host = aHost(aPack())
    await complete(aStore(host))
    host.play(() => Promise.reject(new TypeError('offline')))
    expect(await complete(aStore(host))).toMatchObject({
      ok: true,
      updated: false,
      state: { updateFailure: null },
    })
    host.offer(aPack({ edition: '2026' }))
    host.play((path) => (path.includes('/zones-') ? Promise.reject(new TypeError('cut')) : null))
    const cut = await complete(aStore(host))
    expect(cut).toMatchObject({ ok: true, updated: false, state: { updateFailure: 'unreachable' } })
    expect(siteOf(await aStore(host).open('99201', never))).toBe('見本小学校 99201 2025')
    host.play(null)
    host.asked.length = 0
    expect(await complete(aStore(host))).toMatchObject({ ok: true, updated: true })
    expect(host.asked.filter((path) => /basemap|sites/.test(path))).toEqual([])
  })

  it('falls back to the previous pack when the new one is damaged before it has ever answered', async () => {
    const host = aHost(aPack())
    const store = aStore(host)
    await complete(store)
    const next = aPack({ edition: '2026' })
    host.offer(next)
    await complete(store)
    await damage(next, 'sites')
    host.play(() => Promise.reject(new TypeError('offline')))
    const opened = await aStore(host).open('99201', never)
    expect(siteOf(opened)).toBe('見本小学校 99201 2025')
    expect(opened).toMatchObject({ state: { updateFailure: 'corrupt' } })
  })
})

describe('damage on the device', () => {
  it('is found by reading back, told by name, and repaired by completing', async () => {
    const pack = aPack()
    const host = aHost(pack)
    const store = aStore(host)
    await complete(store)
    expect(await store.selfTest('99201', never)).toMatchObject({
      filesChecked: 6,
      filesExpected: 6,
      damaged: [],
    })
    const name = await damage(pack, 'zones')
    expect(await aStore(host).selfTest('99201', never)).toMatchObject({ filesChecked: 5, damaged: [name] })
    expect(await complete(aStore(host))).toMatchObject({ ok: true, state: { complete: true } })
    expect(await store.selfTest('99201', never)).toMatchObject({ filesChecked: 6, damaged: [], missing: [] })
  })

  it('costs an offline answer only what was in the damaged file, and says so', async () => {
    const pack = aPack()
    const host = aHost(pack)
    await complete(aStore(host))
    await damage(pack, 'sites')
    host.play(() => Promise.reject(new TypeError('offline')))
    const opened = await aStore(host).open('99201', never)
    expect(opened.ok && opened.area.sites).toBeNull()
    expect(opened.ok && [...opened.area.ranks.values()].every(({ ok }) => ok)).toBe(true)
    host.play(null)
    expect(siteOf(await aStore(host).open('99201', never))).toBe('見本小学校 99201 2025')
  })
})

/** The pack with one file replaced, its hash and length told rightly. */
function withFile(
  pack: PackOnHost,
  label: string,
  bytes: Uint8Array<ArrayBuffer>,
  rawBytes: number,
): PackOnHost {
  const listed = pack.manifest.files.find(({ name }) => name.startsWith(label))
  if (listed === undefined) throw new Error(`no ${label}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const files = pack.manifest.files.map((file) =>
    file === listed ? { ...file, bytes: bytes.length, rawBytes, sha256 } : file,
  )
  const manifest = { ...pack.manifest, files }
  const paths = new Map(pack.paths)
  paths.set(`${pack.code}/${listed.name}`, bytes)
  paths.set(`${pack.code}/manifest.json`, new TextEncoder().encode(JSON.stringify(manifest)))
  return { ...pack, manifest, paths }
}

/** Overwrites a kept file with as many other bytes. @returns its name */
async function damage(pack: PackOnHost, label: string): Promise<string> {
  const file = pack.manifest.files.find(({ name }) => name.startsWith(label))
  if (file === undefined) throw new Error(`no ${label}`)
  const shelf = await openIndexedDbShelf()
  await shelf.putFile(file.sha256, new Uint8Array(file.bytes))
  return file.name
}

async function keptFiles(): Promise<number> {
  const { openDB } = await import('idb')
  const database = await openDB('mhm-packs')
  const count = await database.count('files')
  database.close()
  return count
}
