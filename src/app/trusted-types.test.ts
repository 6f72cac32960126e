import { describe, expect, it } from 'vitest'
import { allowScriptUrl } from './trusted-types.ts'

const BASE = 'https://city.test/map/'

describe('scripts that may be loaded by address', () => {
  it.each([
    `${BASE}sw.js`,
    './sw.js',
    `${BASE}assets/maplibre-gl-worker-DX6FIJ71.js`,
    `${BASE}assets/maplibre-gl-worker-a-b_c.mjs`,
    `${BASE}assets/ways-worker-DX6FIJ71.js`,
  ])('%s is ours', (url) => expect(allowScriptUrl(url, BASE)).toBe(url))

  it.each([
    'https://else.test/map/sw.js',
    '//else.test/sw.js',
    'https://city.test/sw.js',
    'https://city.test/mapping/sw.js',
    `${BASE}sw.js?x=1`,
    `${BASE}sw.js#x`,
    `${BASE}packs/sw.js`,
    `${BASE}assets/other.js`,
    `${BASE}assets/ways-worker.js`,
    `${BASE}assets/other-ways-worker-DX6FIJ71.js`,
    `${BASE}assets/../../sw.js`,
    'data:text/javascript,alert(1)',
    'blob:https://city.test/1',
    'javascript:alert(1)',
    '',
  ])('%s is not', (url) => expect(() => allowScriptUrl(url, BASE)).toThrow(TypeError))
})
