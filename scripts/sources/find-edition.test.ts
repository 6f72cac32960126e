import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fetched, Upstream } from '../lib/upstream.ts'
import { findEdition } from './find-edition.ts'
import { readSources } from './source-manifest.ts'

const { n03 } = await readSources(join(import.meta.dirname, '../../data/sources'))

/** An upstream that has some years, and gives no answer for others. */
function anUpstream(
  had: readonly string[],
  silent: readonly string[] = [],
): { upstream: Upstream; asked: string[] } {
  const asked: string[] = []
  const answer = (url: string): Fetched => {
    const year = /N03-(\d{4})\//.exec(url)?.[1] ?? ''
    asked.push(year)
    if (silent.includes(year)) return { ok: false, url, why: 'unreachable', detail: 'no answer' }
    if (!had.includes(year)) return { ok: false, url, why: 'notFound', detail: 'HTTP 404' }
    return { ok: true, url, path: '', bytes: 0, sha256: '', asOf: null, extent: null }
  }
  return { asked, upstream: { get: (url) => Promise.resolve(answer(url)), unreachable: () => [] } }
}

const find = (upstream: Upstream, locked: string) =>
  findEdition(
    { source: n03, values: { pref: '41' } },
    upstream,
    (url) => url.includes(locked),
    new AbortController().signal,
  )

describe('findEdition', () => {
  it('takes the newest edition that exists', async () => {
    const { upstream, asked } = anUpstream(['2022', '2024'])
    expect(await find(upstream, 'nothing')).toMatchObject({ ok: true, edition: { id: '2024' } })
    expect(asked).toEqual(['2026', '2025', '2024'])
  })

  it('stays with the edition that the lock names', async () => {
    const { upstream, asked } = anUpstream(['2022', '2024'])
    expect(await find(upstream, 'N03-2022')).toMatchObject({ ok: true, edition: { id: '2022' } })
    expect(asked).toEqual(['2022'])
  })

  it('does not fall back to an older one when the server does not answer', async () => {
    const { upstream, asked } = anUpstream(['2022'], ['2025'])
    const found = await find(upstream, 'nothing')
    expect(found).toMatchObject({ ok: false, tried: [{ why: 'notFound' }, { why: 'unreachable' }] })
    expect(asked).toEqual(['2026', '2025'])
  })

  it('tells every address it tried', async () => {
    const found = await find(anUpstream([]).upstream, 'nothing')
    expect(found.ok ? [] : found.tried.map(({ url }) => url)).toContain(
      'https://nlftp.mlit.go.jp/ksj/gml/data/N03/N03-2022/N03-20220101_41_GML.zip',
    )
  })
})
