import { createServer } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { createHandler, listen, stop } from '../serve.ts'
import { withStore } from './feed-store.ts'

let base = ''
let end: () => Promise<void>
beforeEach(async () => {
  const [dir, feeds] = [await temporaryFolder(), await temporaryFolder()]
  writeFileSync(join(dir, 'index.html'), '<!doctype html>')
  mkdirSync(join(dir, 'packs'))
  const server = createServer(withStore(createHandler({ dir, feeds }), feeds))
  base = `http://127.0.0.1:${await listen(server, 0)}`
  end = () => stop(server)
})
afterEach(() => end())

const put = (path: string, body: BodyInit) => fetch(`${base}${path}`, { method: 'PUT', body })

it('keeps what was put, gives it back byte for byte, and says when it is unchanged', async () => {
  expect((await fetch(`${base}/feeds/99201/closures.json`)).status).toBe(404)
  expect((await put('/feeds/99201/closures.json', '{"a":1}')).status).toBe(204)
  const first = await fetch(`${base}/feeds/99201/closures.json`)
  expect(await first.text()).toBe('{"a":1}')
  const etag = first.headers.get('etag') ?? ''
  const again = await fetch(`${base}/feeds/99201/closures.json`, { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
  await put('/feeds/99201/closures.json', '{"a":2}')
  const changed = await fetch(`${base}/feeds/99201/closures.json`, { headers: { 'If-None-Match': etag } })
  expect([changed.status, await changed.text()]).toEqual([200, '{"a":2}'])
})

it.each([
  '/index.html',
  '/feeds/closures.json',
  '/feeds/99201/other.json',
  '/feeds/99201/../../index.html',
  '/feeds/99201/%2e%2e%2fclosures.json',
  '/packs/index.json',
])('takes no %s', async (path) => {
  expect((await put(path, 'x')).status).toBe(403)
  expect(await (await fetch(`${base}/`)).text()).toBe('<!doctype html>')
})

it('takes nothing that is larger than a feed may be', async () => {
  expect((await put('/feeds/99201/closures.json', 'x'.repeat(2_000_001))).status).toBe(413)
  expect((await fetch(`${base}/feeds/99201/closures.json`)).status).toBe(404)
})
