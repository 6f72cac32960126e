import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TOP } from '#tests/support/source-files.ts'
import { officialTilesOrigin } from '../vite/official-tiles.ts'
import { contentSecurityPolicy } from '../vite/security-policy.ts'
import { headersFor, parseHeadersFile } from './headers-file.ts'

const rules = parseHeadersFile(readFileSync(new URL('../../public/_headers', import.meta.url), 'utf8'))

describe('_headers', () => {
  it('carries the policy of the build, with nothing unsafe in it and one outside host', () => {
    const policy = headersFor(rules, '/')?.get('Content-Security-Policy')
    expect(policy).toBe(contentSecurityPolicy('header', officialTilesOrigin(TOP)))
    const hosts = policy?.match(/https?:[^\s;]*/g)
    expect(new Set(hosts)).toEqual(new Set(['https://disaportaldata.gsi.go.jp']))
    expect(policy?.replaceAll('https://disaportaldata.gsi.go.jp', '')).not.toMatch(/unsafe|\*|https?:/)
  })

  it('lets this page alone ask for the position and the camera, and nobody for anything else', () => {
    const allowed = headersFor(rules, '/').get('Permissions-Policy')?.split(', ')
    expect(allowed?.filter((one) => !one.endsWith('=()'))).toEqual(['geolocation=(self)', 'camera=(self)'])
    expect(allowed).toContain('microphone=()')
  })

  it('names only a bare origin, encrypted where it is not this machine', () => {
    const before = process.env['OFFICIAL_TILES']
    const origin = (value: string) => {
      process.env['OFFICIAL_TILES'] = value
      return officialTilesOrigin(TOP)
    }
    try {
      expect(origin('http://localhost:4310')).toBe('http://localhost:4310')
      for (const bad of [
        '',
        'example.org',
        'http://example.org',
        'https://a.example/b',
        'https://a.example; script-src *',
      ])
        expect(() => origin(bad), bad).toThrow('expected an origin')
    } finally {
      if (before === undefined) delete process.env['OFFICIAL_TILES']
      else process.env['OFFICIAL_TILES'] = before
    }
  })

  it('lets nothing be kept for ever that may change', () => {
    for (const path of ['/', '/index.html', '/sw.js', '/packs/index.json', '/packs/41207/manifest.json'])
      expect(headersFor(rules, path).get('Cache-Control'), path).toBe('no-cache')
    expect(headersFor(rules, '/assets/index-abc.js').get('Cache-Control')).toContain('immutable')
  })

  it('refuses a line that is neither path nor header, with its number', () => {
    expect(() => parseHeadersFile('/*\n  X-A: 1\nnonsense')).toThrow('line 3')
    expect(() => parseHeadersFile('  X-A: 1')).toThrow('line 1')
  })

  it('lets the later of two blocks win', () => {
    const two = parseHeadersFile('/*\n  X-A: 1\n  X-B: 1\n/a/*\n  X-A: 2')
    expect([...headersFor(two, '/a/b')]).toEqual([
      ['X-A', '2'],
      ['X-B', '1'],
    ])
    expect(headersFor(two, '/c').get('X-A')).toBe('1')
  })
})
