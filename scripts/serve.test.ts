import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { startServer } from './serve.ts'

async function aHost() {
  const folder = await temporaryFolder()
  const [dir, feeds] = [join(folder, 'app'), join(folder, 'feeds')]
  mkdirSync(dir)
  mkdirSync(join(feeds, '99201'), { recursive: true })
  writeFileSync(join(dir, 'index.html'), '<p>')
  writeFileSync(join(folder, 'secret.pem'), 'secret')
  const put = (text: string) => {
    const file = join(feeds, '99201/closures.json')
    writeFileSync(file, text)
    utimesSync(file, 1_800_000_000, 1_800_000_000)
  }
  const { url, close } = await startServer({ dir, feeds, port: 0 })
  onTestFinished(close)
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers })
  return { put, get }
}

it('serves a folder of feeds with a mark of its content, and says when it is unchanged', async () => {
  const { put, get } = await aHost()
  put('{"a":1}')
  const first = await get('feeds/99201/closures.json')
  const etag = first.headers.get('etag') ?? ''
  expect([first.status, await first.text(), first.headers.get('content-type')]).toEqual([
    200,
    '{"a":1}',
    'application/json',
  ])
  const again = await get('feeds/99201/closures.json', { 'If-None-Match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  // As long as before, and of the same time.
  put('{"a":2}')
  const changed = await get('feeds/99201/closures.json', { 'If-None-Match': etag })
  expect([changed.status, await changed.text()]).toEqual([200, '{"a":2}'])
})

it('answers 404 for a feed that is not there, and for anything outside the folder', async () => {
  const { get } = await aHost()
  for (const path of ['feeds/99201/closures.json', 'feeds/', 'feeds/99201', 'feeds/..%2Fsecret.pem'])
    expect((await get(path)).status, path).toBe(404)
})
