import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FeatureSplitter } from './feature-splitter.ts'

function read(
  text: string,
  cuts: readonly number[] = [],
): { features: unknown[]; top: Record<string, unknown> } {
  const bytes = Buffer.from(text)
  const features: unknown[] = []
  const splitter = new FeatureSplitter('z.geojson', (feature, number) => {
    features.push(feature)
    expect(number).toBe(features.length)
  })
  let from = 0
  for (const cut of [...new Set(cuts.map((at) => at % (bytes.length + 1)))].sort((a, b) => a - b)) {
    splitter.push(bytes.subarray(from, cut))
    from = cut
  }
  splitter.push(bytes.subarray(from))
  return { features, top: splitter.end() }
}

const tricky = fc.constantFrom('features', '"features":[', '{', '}]', '\\', '\\"', '鹿島', '[{', ',')
const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), tricky)
const feature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.dictionary(tricky, value),
  geometry: value,
})

describe('FeatureSplitter', () => {
  it('gives what JSON.parse gives, however the file is cut into chunks', () => {
    const before = fc.dictionary(
      fc.oneof(
        tricky.filter((key) => key !== 'features'),
        fc.string(),
      ),
      value,
    )
    const cuts = fc.array(fc.nat(), { maxLength: 20 })
    fc.assert(
      fc.property(
        fc.array(feature, { maxLength: 4 }),
        before,
        before,
        cuts,
        fc.constantFrom(0, 1, 2),
        (list, a, b, at, indent) => {
          for (const key of ['features', 'type', '__proto__']) {
            delete a[key]
            delete b[key]
          }
          const text = JSON.stringify({ ...a, type: 'FeatureCollection', features: list, ...b }, null, indent)
          const expected = JSON.parse(text) as { features: unknown[] }
          const { features, top } = read(text, at)
          expect(features).toEqual(expected.features)
          expect(top).toEqual({ ...expected, features: [] })
        },
      ),
    )
  })

  it('refuses a file that is cut off anywhere', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ a: '}' }, { b: ['"'] }],
      name: 'x',
    })
    for (let at = 0; at < text.length; at += 1) {
      expect(() => read(text.slice(0, at)), `cut at ${at}`).toThrow('z.geojson: the file is cut off')
    }
  })

  it.each([
    [
      '{"type":"FeatureCollection","features":[{},null]}',
      'unexpected "n" after feature 1, expected a feature',
    ],
    ['{"type":"FeatureCollection","features":[{} {}]}', 'unexpected "{" after feature 1'],
    ['{"type":"FeatureCollection","features":[{},]}', 'unexpected "]" after feature 1'],
    ['{"type":"FeatureCollection","features":[{"a":1,}]}', 'feature 1 is not JSON'],
    ['{"type":"FeatureCollection","features":[],"features":[{}]}', 'there are two lists of features'],
    ['{"type":"FeatureCollection"}', 'there is no list of features'],
    ['{"type":"Topology","features":[]}', 'not a GeoJSON FeatureCollection'],
    ['<html>', 'not GeoJSON'],
    ['[]', 'not a GeoJSON FeatureCollection'],
  ])('refuses %s', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('passes over a byte order mark', () => {
    expect(read('\uFEFF{"type":"FeatureCollection","features":[{"a":1}]}').features).toEqual([{ a: 1 }])
  })
})
