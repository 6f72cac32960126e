import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFaultServer, type FaultServer } from './fault-server.ts'

let folder: string
let server: FaultServer

/** A build in small: a page, an asset with its compressed copy, a pack. */
function build(name: string, words: string): string {
  const dir = join(folder, name)
  mkdirSync(join(dir, 'assets'), { recursive: true })
  mkdirSync(join(dir, 'packs', '99201'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), `<title>${words}</title>`)
  writeFileSync(join(dir, '_headers'), '/*\n  X-Frame: no\n\n/assets/*\n  Cache-Control: immutable\n')
  writeFileSync(join(dir, 'assets', 'a.js'), '1')
  writeFileSync(join(dir, 'packs', '99201', 'a.bin.packed'), 'packed as it is')
  writeFileSync(join(dir, 'packs', '99201', 'manifest.json'), `{"words":"${words}"}`)
  return dir
}
const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fault-server-'))
  server = await startFaultServer({ dir: build('one', 'one'), port: 0 })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the server of the built app', () => {
  it('serves the page at its folder only, with the headers of the file', async () => {
    const page = await get('/?lang=en&area=99201')
    expect(await page.text()).toBe('<title>one</title>')
    expect(page.headers.get('x-frame')).toBe('no')
    expect((await get('/assets/a.js')).headers.get('cache-control')).toBe('immutable')
  })

  it.each([
    '/nowhere',
    '/packs/99201/none.bin.packed',
    '/packs/none/manifest.json',
    '/packs',
    '/_headers',
    '/assets/no.js',
  ])('%s is 404 and no page', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('text/plain')
  })

  it('sends packs as they are, never as transport gzip', async () => {
    const answer = await get('/packs/99201/a.bin.packed')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(await answer.text()).toBe('packed as it is')
    const etag = answer.headers.get('etag') ?? ''
    expect((await get('/packs/99201/a.bin.packed', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it.each([
    '/packs/../index.html',
    '/packs/%2e%2e/index.html',
    '/packs/..%2findex.html',
    '/packs/99201/..%5c..%5cindex.html',
  ])('lets nobody out of the folder of packs by %s', async (path) => {
    const answer = await rawGet(path)
    expect(answer).not.toContain('<title>')
  })

  it('takes nothing but GET and HEAD', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405)
    expect((await get('/', { method: 'HEAD' })).status).toBe(200)
  })
})

describe('faults', () => {
  const PACK = '/packs/99201/a.bin.packed'
  it('spoil the paths they are for, and no others', async () => {
    server.setFaults({ path: /a\.bin/, fault: { kind: 'flipBit', at: 0 } })
    expect(await (await get(PACK)).text()).toBe('qacked as it is')
    expect(await (await get('/')).text()).toBe('<title>one</title>')
    server.setFaults({ path: /a\.bin/, fault: { kind: 'truncate', bytes: 6 } })
    expect(await (await get(PACK)).text()).toBe('packed')
    server.setFaults({ path: /a\.bin/, fault: { kind: 'swap', path: '/packs/99201/manifest.json' } })
    expect(await (await get(PACK)).text()).toBe('{"words":"one"}')
    server.setFaults({ path: /a\.bin/, fault: { kind: 'html' } })
    expect((await get(PACK)).headers.get('content-type')).toBe('text/html')
    server.setFaults({ path: /a\.bin/, fault: { kind: 'status', status: 511 } })
    expect((await get(PACK)).status).toBe(511)
    server.setFaults()
    expect(await (await get(PACK)).text()).toBe('packed as it is')
  })

  it('cut a connection in the middle of a body, and hang', async () => {
    server.setFaults({ path: /a\.bin/, fault: { kind: 'cut', bytes: 6 } })
    await expect(get(PACK).then((answer) => answer.text())).rejects.toThrow()
    server.setFaults({ path: /a\.bin/, fault: { kind: 'hang' } })
    await expect(get(PACK, { signal: AbortSignal.timeout(50) })).rejects.toThrow()
  })

  it('serve another build on the same address, and die and come back there', async () => {
    await server.serve({ dir: build('two', 'two') })
    expect(await (await get('/')).text()).toBe('<title>two</title>')
    await server.kill()
    await expect(get('/')).rejects.toThrow()
    await server.revive()
    expect(await (await get('/')).text()).toBe('<title>two</title>')
    expect(server.log.filter(({ path }) => path === '/')).toHaveLength(2)
  })
})

/** `fetch` tidies `..` away before it asks; a hostile client does not. */
async function rawGet(path: string): Promise<string> {
  const { connect } = await import('node:net')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let all = ''
    socket.on('data', (part: Buffer) => (all += part.toString()))
    socket.on('end', () => resolve(all))
    socket.on('error', reject)
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  })
}
