import { fromVectorTileJs } from '@maplibre/vt-pbf'
import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { decodeMvt, encodeMvt, LINE, POINT, POLYGON } from './mvt.ts'
import type { TileFeature } from './mvt.ts'

const unit = fc.integer({ min: -64, max: 4160 })
const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(0.5, 1e-9, 3.5e9),
)
const properties = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), value, {
  maxKeys: 4,
  noNullPrototype: true,
})
const line = fc.array(unit, { minLength: 4, maxLength: 20 }).map((flat) => flat.slice(0, flat.length & ~1))
const square = fc
  .tuple(unit, unit, fc.integer({ min: 1, max: 90 }))
  .map(([x, y, d]) => [x, y, x + d, y, x + d, y + d, x, y + d])
const feature: fc.Arbitrary<TileFeature> = fc.oneof(
  fc.record({
    type: fc.constant(POINT),
    paths: fc.array(fc.tuple(unit, unit), { minLength: 1 }),
    properties,
  }),
  fc.record({ type: fc.constant(LINE), paths: fc.array(line, { minLength: 1 }), properties }),
  fc.record({ type: fc.constant(POLYGON), paths: fc.array(square, { minLength: 1 }), properties }),
)

const clean = (features: readonly TileFeature[]): TileFeature[] =>
  features.map((f) => ({ ...f, properties: { ...f.properties } }))

describe('encodeMvt and decodeMvt', () => {
  it('give back any features, packed or not', () => {
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 6 }), fc.boolean(), (features, packed) => {
        const bytes = encodeMvt(new Map([['layer', features]]))
        const back = decodeMvt(packed ? gzipSync(bytes) : bytes)
        expect(clean(back.get('layer') ?? [])).toEqual(clean(features))
      }),
    )
  })

  it('write what another library writes of the same features', () => {
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 6 }), (features) => {
        const ours = new VectorTile(new PbfReader(encodeMvt(new Map([['layer', features]]))))
        const theirs = fromVectorTileJs(ours as unknown as Parameters<typeof fromVectorTileJs>[0])
        expect(clean(decodeMvt(theirs).get('layer') ?? [])).toEqual(clean(features))
      }),
    )
  })

  it('leave out a layer without features', () => {
    expect(encodeMvt(new Map([['empty', []]]))).toHaveLength(0)
    expect(decodeMvt(new Uint8Array()).size).toBe(0)
  })

  it('turn rings that are wound the old way', () => {
    const turned: TileFeature = { type: POLYGON, paths: [[0, 0, 0, 10, 10, 10, 10, 0]], properties: {} }
    const back = decodeMvt(encodeMvt(new Map([['water', [turned]]])))
    expect(back.get('water')?.[0]?.paths).toEqual([[10, 0, 10, 10, 0, 10, 0, 0]])
  })
})

describe('decodeMvt refuses', () => {
  const good = encodeMvt(
    new Map([['water', [{ type: LINE, paths: [[0, 0, 9, 9]], properties: { a: 'b' } }]]]),
  )
  it('a page of HTML', () => {
    expect(() => decodeMvt(new TextEncoder().encode('<!doctype html><title>Sign in</title>'))).toThrow(
      'does not begin',
    )
  })
  it('a cut tile', () => {
    for (let cut = 1; cut < good.length; cut++) expect(() => decodeMvt(good.slice(0, cut))).toThrow()
  })
  it('cut gzip', () => {
    const packed = gzipSync(good)
    expect(() => decodeMvt(packed.slice(0, packed.length - 12))).toThrow()
  })
})
