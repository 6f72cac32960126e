import { describe, expect, it } from 'vitest'
import { writeMirror } from '#tests/support/a-mirror.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { createMirrorUpstream } from './mirror-upstream.ts'

const signal = new AbortController().signal
const WANTED = { expects: 'json', maxBytes: 100 } as const

async function aMirror(files: Record<string, string>) {
  const upstream = createMirrorUpstream(await writeMirror(await temporaryFolder(), files))
  return (url: string) => upstream.get(url, WANTED, signal)
}

describe('createMirrorUpstream', () => {
  it('answers by host and path, without the query', async () => {
    const get = await aMirror({ 'h.example/a/b c.json': 'hi' })
    expect(await get('https://h.example/a/b%20c.json?key=1')).toMatchObject({
      ok: true,
      bytes: 2,
      sha256: '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4',
      asOf: null,
      extent: null,
    })
  })

  it('answers a folder by its index.json', async () => {
    const get = await aMirror({ 'h.example/planet/index.json': '{}' })
    expect((await get('https://h.example/planet')).ok).toBe(true)
    expect((await get('https://h.example/planet/')).ok).toBe(true)
  })

  it('says notFound for a file that is not there', async () => {
    const get = await aMirror({ 'h.example/a': 'x' })
    expect(await get('https://h.example/b')).toMatchObject({ ok: false, why: 'notFound' })
  })

  it.each(['..%2f..%2fetc/passwd', 'a/%2e%2e%2f%2e%2e%2fb', '..%5cb', 'a%00b'])(
    'never leaves its folder for %s',
    async (path) => {
      const get = await aMirror({ 'h.example/a': 'x' })
      await expect(get(`https://h.example/${path}`)).rejects.toThrow('points outside its folder')
    },
  )

  it('tells the date and the extent that SOURCES.json gives, by the longest path', async () => {
    const sources = { entries: [{ path: 'h.example/', asOf: '2020 (old)' }, { path: 'h.example/a', asOf: '2021-08 (early)', extent: { bbox: [1, 2, 3, 4] } }] } // prettier-ignore
    const get = await aMirror({
      'h.example/a': 'x',
      'h.example/ab': 'x',
      'SOURCES.json': JSON.stringify(sources),
    })
    expect(await get('https://h.example/a')).toMatchObject({ asOf: '2021-08', extent: [1, 2, 3, 4] })
    expect(await get('https://h.example/ab')).toMatchObject({ asOf: '2020', extent: null })
  })

  it('refuses a file above the cap', async () => {
    const get = await aMirror({ 'h.example/a': 'x'.repeat(101) })
    await expect(get('https://h.example/a')).rejects.toThrow('h.example/a: 101 bytes, at most 100 are read')
  })
})
