import { along, length, lineString } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCoverage, aLayer, aManifest, anArea, aPackLayer, box } from '#tests/support/an-area.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { exposureOf, isImpassable, lengthOf } from './route-exposure.ts'

const position = fc.tuple(
  fc.double({ min: 135.006, max: 135.039, noNaN: true }),
  fc.double({ min: 30.006, max: 30.039, noNaN: true }),
)
const aLine = fc.array(position, { minLength: 2, maxLength: 4 })

/** The zones of `anArea` asked every 25 cm, by plain comparison with their boxes: rank 3 inside rank 2. */
function rankOf([lng, lat]: readonly number[]): number {
  const isIn = ([west, south, east, north]: readonly number[]) =>
    (lng ?? 0) >= (west ?? 0) &&
    (lng ?? 0) <= (east ?? 0) &&
    (lat ?? 0) >= (south ?? 0) &&
    (lat ?? 0) <= (north ?? 0)
  if (isIn([135.015, 30.015, 135.02, 30.02])) return 3
  return isIn([135.01, 30.01, 135.03, 30.03]) ? 2 : 0
}
function metresByRank(line: readonly LngLat[]): ReadonlyMap<number, number> {
  const whole = lineString(line.map((corner) => [...corner]))
  const metres = length(whole, { units: 'meters' })
  const steps = Math.ceil(metres / 0.25)
  const sums = new Map<number, number>()
  for (let step = 0; step < steps; step += 1) {
    const at = along(whole, (metres * (step + 0.5)) / steps, { units: 'meters' }).geometry.coordinates
    sums.set(rankOf(at), (sums.get(rankOf(at)) ?? 0) + metres / steps)
  }
  return sums
}

describe('what a line leads through', () => {
  it('is told in metres for each class, as an independent count every 25 cm has it', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const { parts } = exposureOf(anArea(), line)
        const wanted = metresByRank(line)
        for (const rank of [2, 3]) {
          const told = parts.find((part) => part.kind === 'flood' && part.class === String(rank))?.metres ?? 0
          // A border is crossed at most twice in each stretch and zone; each crossing may add one piece of 2 m.
          const crossings = 4 * (line.length - 1)
          expect(told).toBeLessThanOrEqual((wanted.get(rank) ?? 0) + 2.3 * crossings)
          if (rank === 3) expect(told).toBeGreaterThanOrEqual((wanted.get(3) ?? 0) - 0.3 * crossings)
        }
        const flooded = parts.filter((part) => part.kind === 'flood' && part.state === 'hazard')
        const all = flooded.reduce((sum, { metres }) => sum + metres, 0)
        expect(all).toBeGreaterThanOrEqual((wanted.get(2) ?? 0) + (wanted.get(3) ?? 0) - 2.3 * line.length)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('never sums to more than its length for one hazard, and knows its length', () => {
    fc.assert(
      fc.property(aLine, (line) => {
        const { parts, metres, impassable, unknownMetres } = exposureOf(anArea(), line)
        expect(metres).toBeCloseTo(lengthOf(line), 1)
        for (const kind of new Set(parts.map((part) => part.kind))) {
          const own = parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.metres, 0)
          expect(own).toBeLessThanOrEqual(metres + 0.01)
        }
        expect(Math.max(impassable, unknownMetres)).toBeLessThanOrEqual(metres + 0.01)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('is the same there and back', () => {
    const line = [[135.008, 30.012], [135.018, 30.017], [135.035, 30.02]] as const // prettier-ignore
    const there = exposureOf(anArea(), line)
    const back = exposureOf(anArea(), [...line].reverse())
    const round = (parts: typeof there.parts) =>
      parts.map((part) => [part.kind, part.class, Math.round(part.metres)])
    expect(round(back.parts)).toEqual(round(there.parts))
  })

  it('tells the worst first, and what cannot be walked', () => {
    const { parts, impassable } = exposureOf(anArea(), [[135.008, 30.017], [135.035, 30.017]]) // prettier-ignore
    const flood = parts.filter(({ state }) => state === 'hazard')
    expect(flood.map((part) => part.class)).toEqual(['3', '2'])
    expect(impassable).toBeCloseTo(
      flood.reduce((sum, { metres }) => sum + metres, 0),
      3,
    )
  })

  it('tells what was never studied, what is missing and what lies outside the map as unknown, never as nothing', () => {
    const manifest = aManifest({ coverage: [aCoverage()] })
    const east = exposureOf(anArea({ manifest }), [[135.038, 30.02], [135.045, 30.02]]) // prettier-ignore
    const notStudied = east.parts.find((part) => part.kind === 'flood')
    expect(notStudied).toMatchObject({ state: 'unknown', class: 'notAssessed' })
    expect(notStudied?.metres).toBeGreaterThan(400)
    expect(east.parts.find((part) => part.kind === 'landslide')).toMatchObject({ class: 'notBuilt' })
    expect(east.unknownMetres).toBeCloseTo(east.metres, 3)
    const outside = exposureOf(anArea(), [[135.2, 30.2], [135.201, 30.2]]) // prettier-ignore
    expect(outside.parts.every((part) => part.class === 'outsidePack')).toBe(true)
    const lost = exposureOf(anArea({ ranks: new Map() }), [[135.02, 30.02], [135.021, 30.02]]) // prettier-ignore
    expect(lost.parts.find((part) => part.kind === 'flood')?.state).toBe('unknown')
    expect(lost.impassable).toBe(0)
  })

  it('keeps a line through the whole country within bounds', () => {
    const { metres, parts } = exposureOf(anArea(), [[130, 31], [145, 45]]) // prettier-ignore
    expect(metres).toBeGreaterThan(1.9e6)
    expect(parts.find((part) => part.class === 'outsidePack')?.metres).toBeGreaterThan(1.9e6)
  })
})

describe('what cannot be walked', () => {
  it('is water that may stand above 0.5 m, a house-collapse zone and a red landslide zone', () => {
    const shallow = anArea({
      manifest: aManifest({ layers: [aPackLayer()] }),
      ranks: new Map([
        ['boundary.bin.packed', aLayer([{ rank: 1, polygon: box([135, 30, 135.06, 30.06]) }])],
        ['flood-max.bin.packed', aLayer([{ rank: 1, polygon: box([135.01, 30.01, 135.03, 30.03]) }])],
      ]),
    })
    const { impassable, parts } = exposureOf(shallow, [[135.015, 30.02], [135.02, 30.02]]) // prettier-ignore
    expect(parts[0]).toMatchObject({ kind: 'flood', class: '1' })
    expect(impassable).toBe(0)
    const facts = { scenario: 'max', sources: [], asOf: null, answer: 'hazard', complete: true } as const
    expect(isImpassable({ ...facts, kind: 'houseCollapse', zone: 'flow', rivers: [] })).toBe(true)
    expect(isImpassable({ ...facts, kind: 'landslide', zone: 'special', zones: [] })).toBe(true)
    expect(isImpassable({ ...facts, kind: 'landslide', zone: 'warning', zones: [] })).toBe(false)
  })
})
