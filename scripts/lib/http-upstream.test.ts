import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breakOff, faultyServer, send, type Answer } from '#tests/support/faulty-server.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import type { DownloadLimits } from './download.ts'
import { createHttpUpstream } from './http-upstream.ts'
import { silentProgress } from './progress.ts'
import { sha256Of } from './upstream.ts'

const ZIP = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200_000, 'abcdefg')])
const LIMITS: DownloadLimits = {
  firstByteSeconds: 20,
  idleSeconds: 20,
  totalSeconds: 60,
  attempts: 3,
  backoffSeconds: 0.01,
}
const WANTED = { expects: 'zip', maxBytes: 1_000_000 } as const

async function setUp(
  answers: Record<string, Answer>,
  more: { limits?: Partial<DownloadLimits>; refresh?: boolean } = {},
) {
  const server = await faultyServer(answers)
  const cacheDir = await temporaryFolder()
  const open = (refresh = more.refresh ?? false) =>
    createHttpUpstream({ cacheDir, refresh, limits: { ...LIMITS, ...more.limits }, progress: silentProgress })
  const cancel = new AbortController()
  const upstream = open()
  const get = (
    path: string,
    wanted: { expects: 'zip' | 'json' | 'csv' | 'tile'; maxBytes: number } = WANTED,
  ) => upstream.get(server.url + path, wanted, cancel.signal)
  return { server, cacheDir, open, upstream, get, cancel }
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map(({ name }) => name)

describe('createHttpUpstream', () => {
  it('fetches a file once and answers from the cache afterwards', async () => {
    const { get, open, server } = await setUp({ '/a.zip': send(ZIP) })
    const first = await get('/a.zip')
    expect(first).toMatchObject({ ok: true, bytes: ZIP.length, sha256: sha256Of(ZIP), asOf: '2025-09-01' })
    if (!first.ok) throw new Error('not had')
    expect(await readFile(first.path)).toEqual(ZIP)
    const again = await open().get(`${server.url}/a.zip`, WANTED, new AbortController().signal)
    expect(again).toEqual(first)
    expect(server.asked).toHaveLength(1)
  })

  it('fetches again with refresh, and when the cached file was changed', async () => {
    const { get, open, server } = await setUp({ '/a.zip': send(ZIP) })
    await get('/a.zip')
    await open(true).get(`${server.url}/a.zip`, WANTED, new AbortController().signal)
    expect(server.asked).toHaveLength(2)
  })

  it('asks again for what has to be fresh, and falls back to the cache when there is no answer', async () => {
    const whole = send(ZIP)
    const { get, open, server } = await setUp(
      {
        '/a.zip': (request, response, attempt) => {
          if (attempt === 1) whole(request, response, attempt)
        },
      },
      { limits: { attempts: 1, firstByteSeconds: 0.1 } },
    )
    const first = await get('/a.zip')
    const signal = new AbortController().signal
    expect(await open().get(`${server.url}/a.zip`, { ...WANTED, fresh: true }, signal)).toEqual(first)
    expect(server.asked).toHaveLength(2)
  })

  it('says notFound for 404 at once, without trying again', async () => {
    const { get, server } = await setUp({})
    expect(await get('/a.zip')).toMatchObject({ ok: false, why: 'notFound', detail: 'HTTP 404' })
    expect(server.asked).toHaveLength(1)
  })

  it('tries again after 503 and a broken connection', async () => {
    const whole = send(ZIP)
    const { get, server } = await setUp({
      '/a.zip': (request, response, attempt) => {
        if (attempt === 1) response.writeHead(503).end()
        else if (attempt === 2) response.destroy()
        else whole(request, response, attempt)
      },
    })
    expect(await get('/a.zip')).toMatchObject({ ok: true, sha256: sha256Of(ZIP) })
    expect(server.asked).toHaveLength(3)
  })

  it('goes on where a download broke off, if it is still the same version', async () => {
    const [broken, whole] = [breakOff(ZIP, 120_000, '"v1"'), send(ZIP, '"v1"')]
    const { get, server } = await setUp({
      '/a.zip': (request, response, attempt) => (attempt === 1 ? broken : whole)(request, response, attempt),
    })
    expect(await get('/a.zip')).toMatchObject({ ok: true, bytes: ZIP.length, sha256: sha256Of(ZIP) })
    const from = Number(/^bytes=(\d+)-$/.exec(server.asked[1]?.range ?? '')?.[1])
    expect(from).toBeGreaterThan(0)
    expect(from).toBeLessThanOrEqual(120_000)
  })

  it('begins anew when the file changed in between, and never mixes two versions', async () => {
    const next = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(150_000, 'xyz')])
    const [broken, whole] = [breakOff(ZIP, 120_000, '"v1"'), send(next, '"v2"')]
    const { get } = await setUp({
      '/a.zip': (request, response, attempt) => (attempt === 1 ? broken : whole)(request, response, attempt),
    })
    expect(await get('/a.zip')).toMatchObject({ ok: true, bytes: next.length, sha256: sha256Of(next) })
  })

  it('begins anew when the server does not tell a version', async () => {
    const [broken, whole] = [breakOff(ZIP, 120_000), send(ZIP)]
    const { get, server } = await setUp({
      '/a.zip': (request, response, attempt) => (attempt === 1 ? broken : whole)(request, response, attempt),
    })
    expect((await get('/a.zip')).ok).toBe(true)
    expect(server.asked[1]?.range).toBeNull()
  })

  it('keeps the half file of a failed run for the next one', async () => {
    const [broken, whole] = [breakOff(ZIP, 120_000, '"v1"'), send(ZIP, '"v1"')]
    const { get, open, server } = await setUp({
      '/a.zip': (request, response, attempt) => (attempt <= 3 ? broken : whole)(request, response, attempt),
    })
    expect(await get('/a.zip')).toMatchObject({ ok: false, why: 'unreachable' })
    const next = await open().get(`${server.url}/a.zip`, WANTED, new AbortController().signal)
    expect(next).toMatchObject({ ok: true, sha256: sha256Of(ZIP) })
    expect(server.asked.at(-1)?.range).not.toBeNull()
  })

  it('gives up on a server that takes the request and says nothing, and does not ask that host again', async () => {
    const { get, upstream, server } = await setUp(
      { '/a.zip': () => {} },
      { limits: { attempts: 1, firstByteSeconds: 0.1 } },
    )
    expect(await get('/a.zip')).toMatchObject({ ok: false, why: 'unreachable', detail: 'no answer in time' })
    expect(await get('/b.zip')).toMatchObject({ ok: false, why: 'unreachable' })
    expect(server.asked).toHaveLength(1)
    expect(upstream.unreachable()).toEqual([new URL(server.url).host])
  })

  it('gives up on a server that begins to send and stops', async () => {
    const stalled: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': ZIP.length })
      response.write(ZIP.subarray(0, 1000))
    }
    const { get, upstream } = await setUp(
      { '/a.zip': stalled },
      { limits: { attempts: 1, idleSeconds: 0.1 } },
    )
    expect(await get('/a.zip')).toMatchObject({
      ok: false,
      why: 'unreachable',
      detail: 'no new byte for 0.1 s',
    })
    expect(upstream.unreachable()).toEqual([])
  })

  it('remembers a port where nobody listens', async () => {
    const { upstream } = await setUp({}, { limits: { attempts: 1 } })
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/a.zip`
    expect(await upstream.get(url, WANTED, new AbortController().signal)).toMatchObject({
      why: 'unreachable',
    })
    expect(upstream.unreachable()).toEqual([`127.0.0.1:${port}`])
  })

  it.each([
    ['zip', '<!doctype html><title>Sign in</title>'],
    ['json', '\n<html>'],
    ['csv', '<html>'],
    ['tile', '<html>'],
    ['zip', ''],
  ] as const)('does not take a page for a %s', async (expects, body) => {
    const { get, cacheDir } = await setUp({ '/a': send(Buffer.from(body)) })
    const file = await get('/a', { expects, maxBytes: 1000 })
    expect(file).toMatchObject({ ok: false, why: 'notData' })
    expect(await filesIn(cacheDir)).toEqual([])
  })

  it.each([
    ['that says its length', send(ZIP)],
    ['that does not', ((_, response) => void response.writeHead(200).end(ZIP)) satisfies Answer],
  ])('stops at the size cap for an answer %s', async (_, answer) => {
    const { get, cacheDir } = await setUp({ '/a.zip': answer })
    const file = await get('/a.zip', { expects: 'zip', maxBytes: 100_000 })
    expect(file).toMatchObject({ ok: false, why: 'notData' })
    expect(await filesIn(cacheDir)).toEqual([])
  })

  it('removes the half file when it is cancelled', async () => {
    const { get, cancel, cacheDir, server } = await setUp({
      '/a.zip': (_, response) => {
        response.writeHead(200, { 'content-length': ZIP.length, etag: '"v1"' })
        response.write(ZIP.subarray(0, 100_000))
        setTimeout(() => cancel.abort(new Error('cancelled')), 50)
      },
    })
    await expect(get('/a.zip')).rejects.toThrow('cancelled')
    expect(await filesIn(cacheDir)).toEqual([])
    expect(server.asked).toHaveLength(1)
  })

  it('refuses an address that leaves the cache', async () => {
    const { get, cacheDir } = await setUp({})
    await expect(get('/..%2f..%2f..%2fevil')).rejects.toThrow('points outside its folder')
    expect(existsSync(join(cacheDir, '..', 'evil'))).toBe(false)
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
