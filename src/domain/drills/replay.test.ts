import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDrillRun, metresNorth, northOf } from '#tests/support/a-drill-run.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { waterAt } from '../water/water-at.ts'
import type { WaterSeries } from '../water/water-series.ts'
import {
  fillWater,
  frameAt,
  openReplay,
  replaySpan,
  riseClasses,
  WATER_CLASSES,
  waterClass,
} from './replay.ts'

const plane = (size: number, most: number) =>
  fc
    .array(fc.integer({ min: 0, max: most }), { minLength: size, maxLength: size })
    .map((all) => Uint8Array.from(all))

const anySeries: fc.Arbitrary<WaterSeries> = fc
  .record({ columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 1, max: 6 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      west: fc.constant(135),
      south: fc.constant(30),
      cellLng: fc.constant(0.01),
      cellLat: fc.constant(0.01),
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      minutes: fc.constantFrom([0, 10, 20], [5, 6, 60]),
      unknown: plane(columns * rows, 1),
      depths: fc.array(plane(columns * rows, 8), { minLength: 3, maxLength: 3 }),
      speeds: fc.array(plane(columns * rows, 3), { minLength: 3, maxLength: 3 }),
    }),
  )

describe('a frame of water', () => {
  it('has in every cell the class of the depth that is told there', () => {
    fc.assert(
      fc.property(anySeries, fc.double({ min: -5, max: 70, noNaN: true }), (series, minute) => {
        const target = new Uint8Array(series.columns * series.rows).fill(9)
        fillWater(series, minute, target)
        for (const [cell, found] of target.entries()) {
          const at: LngLat = [
            series.west + ((cell % series.columns) + 0.5) * series.cellLng,
            series.south + (Math.floor(cell / series.columns) + 0.5) * series.cellLat,
          ]
          expect(found).toBe(waterClass(waterAt(series, at, minute)?.depth ?? null))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has its borders where people are told of the water, and is never dry where nothing is known', () => {
    const classes = [null, 0, 0.05, 0.1, 0.29, 0.3, 0.49, 0.5, 9].map(
      (depth) => WATER_CLASSES[waterClass(depth)],
    )
    const shallow = ['below01', 'below03', 'below03', 'below05', 'below05']
    expect(classes).toEqual(['unknown', 'dry', ...shallow, 'deep', 'deep'])
    const small = { unknown: new Uint8Array(2) } as WaterSeries
    expect(() => fillWater(small, 0, new Uint8Array(3))).toThrow(RangeError)
  })

  it('of an assumed rise has a class for each rank', () => {
    const rise = {
      kind: 'rise',
      hazards: ['flood'],
      curve: [
        { minute: 0, share: 0 },
        { minute: 10, share: 1 },
      ],
    } as const
    expect(riseClasses(rise, 0)).toEqual([0, 0, 0, 0, 0, 0])
    expect(riseClasses(rise, 1)).toEqual([1, 3, 4, 4, 4, 4])
    expect(riseClasses(rise, 10)).toEqual([4, 4, 4, 4, 4, 4])
  })
})

describe('a frame of a run', () => {
  const run = aDrillRun(
    [
      [10, 0],
      [12, 120],
      [15, 120],
      [20, 420],
    ],
    {
      gaps: [{ from: 15, till: 20 }],
      decisions: [
        { minute: 10, kind: 'leave', about: null },
        { minute: 15, kind: 'help', about: 'a' },
      ],
    },
  )
  const frame = (minute: number) => frameAt(openReplay(run), minute, () => ({ depth: 0.2, speed: 0 }))

  it('is at home before the walk, on it, and at its end', () => {
    const places = [0, 10, 11, 12, 14, 17.5, 20, 50].map((minute) =>
      Math.round(metresNorth(frame(minute).at)),
    )
    expect(places).toEqual([0, 0, 60, 120, 120, 270, 420, 420])
    expect([0, 11, 14, 17.5, 50].map((minute) => Math.round(frame(minute).metres))).toEqual([
      0, 60, 120, 270, 420,
    ])
    expect([9, 11, 14].map((minute) => frame(minute).bearing?.toFixed(0) ?? null)).toEqual([null, '0', null])
    expect([9, 10].map((minute) => frame(minute).hasLeft)).toEqual([false, true])
    expect([9, 10, 15].map((minute) => frame(minute).decisions.length)).toEqual([0, 1, 2])
    expect([9, 10, 13, 60].map((minute) => frame(minute).passed)).toEqual([0, 1, 2, 4])
  })

  it('does not tell the water of a place at which nobody knows that they were', () => {
    expect([14, 15, 17, 20].map((minute) => frame(minute).isLost)).toEqual([false, false, true, false])
    expect(frame(17).water).toBeNull()
    expect(frame(14).water).toEqual({ depth: 0.2, speed: 0 })
  })

  it('spans the drill, and the walk in any case', () => {
    expect(replaySpan(openReplay(run))).toEqual({ from: 0, till: 60 })
    expect(replaySpan(openReplay({ ...run, ended: 18 }))).toEqual({ from: 0, till: 20 })
    expect(frameAt(openReplay(aDrillRun([])), 3, () => null)).toMatchObject({
      at: northOf(0),
      passed: 0,
      metres: 0,
    })
  })
})
