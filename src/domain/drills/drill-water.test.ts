import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCoverage, aLayer, aManifest, anArea, aPackLayer, box } from '#tests/support/an-area.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import type { WaterSeries } from '../water/water-series.ts'
import {
  depthAt,
  hasZoneCome,
  minuteOfSeries,
  minuteOfShare,
  shareAt,
  watchWater,
  type WaterSource,
} from './drill-water.ts'
import type { ScenarioWater } from './scenario.ts'

type Rise = Extract<ScenarioWater, { kind: 'rise' }>

const curve = [
  { minute: 20, share: 0 },
  { minute: 30, share: 0.5 },
  { minute: 40, share: 1 },
]
const floodZone = [135.025, 30.025] as const // rank 2: up to 3 m
const deepZone = [135.017, 30.017] as const // rank 3: up to 5 m
const noZone = [135.035, 30.035] as const
const studied = [135.045, 30.02] as const
const outside = [135.2, 30.2] as const

const area = anArea({
  manifest: aManifest({ coverage: [aCoverage({ state: 'studied' })] }),
})
const over = (water: ScenarioWater, series: WaterSeries | null = null, town = area): WaterSource => ({
  water,
  series,
  answersAt: (at) => assessRisk(town, at).hazards,
})
const rise = (hazards: Rise['hazards']): Rise => ({ kind: 'rise', hazards, curve })

describe('an assumed rise', () => {
  it('goes from point to point in proportion to the time, and stays', () => {
    const shares = [-5, 0, 20, 25, 30, 35, 40, 90].map((minute) => shareAt({ curve }, minute))
    expect(shares).toEqual([0, 0, 0, 0.25, 0.5, 0.75, 1, 1])
    expect(shareAt({ curve: [{ minute: 10, share: 0.3 }] }, 9.9)).toBe(0)
    expect(shareAt({ curve: [{ minute: 10, share: 0.3 }] }, 10)).toBe(0.3)
  })

  it('reaches a share at the first minute at which it is as large', () => {
    const points = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 })
      .chain((minutes) =>
        fc
          .array(fc.integer({ min: 0, max: 10 }), { minLength: minutes.length, maxLength: minutes.length })
          .map((shares) => {
            const [at, high] = [minutes, shares].map((all) => all.toSorted((a, b) => a - b))
            return (at ?? []).map((minute, index) => ({ minute, share: (high?.[index] ?? 0) / 10 }))
          }),
      )
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 10 }), (some, tenths) => {
        const minute = minuteOfShare({ curve: some }, tenths / 10)
        if (minute === null) expect(shareAt({ curve: some }, 1000)).toBeLessThan(tenths / 10)
        else {
          expect(shareAt({ curve: some }, minute)).toBeGreaterThanOrEqual(tenths / 10 - 1e-9)
          expect(shareAt({ curve: some }, minute - 0.001)).toBeLessThan(tenths / 10)
        }
      }),
    )
  })

  it('fills a published zone up to the upper bound of its class', () => {
    const depths = [10, 25, 30, 40, 60].map((minute) => depthAt(over(rise(['flood'])), floodZone, minute))
    expect(depths).toEqual([0, 0.75, 1.5, 3, 3])
    expect(depthAt(over(rise(['flood'])), deepZone, 40)).toBe(5)
  })

  it('comes early where no upper bound is published', () => {
    const zones = aLayer([{ rank: 6, polygon: box([135.01, 30.01, 135.03, 30.03]) }])
    const bottomless = anArea({ ranks: new Map(anArea().ranks).set('flood-max.bin.packed', zones) })
    expect(depthAt(over(rise(['flood']), null, bottomless), floodZone, 30)).toBe(20)
  })

  it('knows nothing where no zone is published, nothing was studied, or the pack ends: never “no water”', () => {
    for (const minute of [0, 25, 40]) {
      for (const at of [noZone, outside]) {
        expect(depthAt(over(rise(['flood'])), at, minute)).toBeNull()
      }
      expect(depthAt(over(rise(['tsunami'])), floodZone, minute)).toBeNull()
    }
    const unread = anArea({ manifest: aManifest({ layers: [aPackLayer({ state: 'missing', file: null })] }) })
    expect(depthAt(over(rise(['flood']), null, unread), floodZone, 40)).toBeNull()
    for (const minute of [NaN, Infinity, -Infinity]) {
      expect(depthAt(over(rise(['flood'])), floodZone, minute)).toBeNull()
      expect(hasZoneCome(over(rise(['houseCollapse'])), floodZone, minute)).toBeNull()
    }
  })

  it('tells no water only where it was studied', () => {
    expect(depthAt(over(rise(['flood'])), studied, 40)).toBe(0)
    const never = anArea({ manifest: aManifest({ coverage: [aCoverage()] }) })
    expect(depthAt(over(rise(['flood']), null, never), studied, 40)).toBeNull()
  })

  it('of two waters counts the one that is known once it is there, and is silent before', () => {
    const both = over(rise(['flood', 'inlandFlood']))
    expect([depthAt(both, floodZone, 10), depthAt(both, floodZone, 30)]).toEqual([null, 1.5])
    expect(depthAt(both, studied, 40)).toBeNull()
  })
})

describe('a zone without a depth', () => {
  const slope = aPackLayer({
    id: 'landslide-steepSlope',
    kind: 'landslide',
    draws: 'landslide-steepSlope',
    measure: 'zone',
    file: 'slope.bin.packed',
    classes: [
      {
        rank: 3,
        means: {
          type: 'landslide',
          phenomenon: 'steepSlope',
          zone: 'warning',
          planned: false,
          specialUnsurveyed: false,
        },
      },
    ],
  })
  const slopes = (zones: Parameters<typeof aLayer>[0]) =>
    new Map(anArea().ranks).set('slope.bin.packed', aLayer(zones))
  const town = anArea({
    manifest: aManifest({ layers: [aPackLayer(), slope] }),
    ranks: slopes([{ rank: 3, polygon: box([135.01, 30.01, 135.02, 30.02]) }]),
  })

  it('comes with the first share of 1, and tells no depth', () => {
    const source = over(rise(['landslide']), null, town)
    const shut = [20, 39.9, 40, 60].map((minute) => hasZoneCome(source, deepZone, minute))
    expect(shut).toEqual([false, false, true, true])
    expect(depthAt(source, deepZone, 60)).toBeNull()
  })

  it('is none where it was studied, or where none is meant', () => {
    const mask = { file: 'flood-coverage.bin.packed', state: 'studied' } as const
    const told = anArea({
      manifest: aManifest({ layers: [slope], coverage: [aCoverage({ ...mask, kind: 'landslide' })] }),
      ranks: slopes([]),
    })
    expect(hasZoneCome(over(rise(['landslide']), null, told), studied, 60)).toBe(false)
    expect(hasZoneCome(over(rise(['flood'])), floodZone, 60)).toBeNull()
  })

  it('is not known where none is published, at any minute', () => {
    for (const minute of [0, 40])
      expect(hasZoneCome(over(rise(['landslide']), null, town), floodZone, minute)).toBeNull()
  })

  it('comes to a place of whose water nothing is known', () => {
    const source = over(rise(['tsunami', 'landslide']), null, town)
    expect(hasZoneCome(source, deepZone, 30)).toBe(false)
    expect(hasZoneCome(source, deepZone, 40)).toBe(true)
    expect(depthAt(source, deepZone, 40)).toBeNull()
  })
})

describe('a computed series', () => {
  const series: WaterSeries = {
    west: 135,
    south: 30,
    cellLng: 0.001,
    cellLat: 0.001,
    columns: 2,
    rows: 1,
    minutes: [0, 20],
    unknown: Uint8Array.from([0, 1]),
    depths: [Uint8Array.from([0, 0]), Uint8Array.from([20, 0])],
    speeds: [Uint8Array.from([0, 0]), Uint8Array.from([10, 0])],
  }
  const water = { kind: 'series', name: 'breach', fromMinute: -10 } as const
  const here = [135.0005, 30.0005] as const

  it('begins when the drill has come to its first minute, and ends with its last', () => {
    expect(minuteOfSeries(water, 10)).toBe(0)
    const depths = [0, 9, 10, 15, 30, 31].map((minute) => depthAt(over(water, series), here, minute))
    expect(depths).toEqual([null, null, 0, 0.5, 2, null])
  })

  it('is told for now, for 5 and for 10 minutes later', () => {
    expect(watchWater(over(water, series), here, 10)).toEqual({ now: 0, in5: 0.5, in10: 1 })
    expect(watchWater(over(water, series), here, 25)).toEqual({ now: 1.5, in5: 2, in10: null })
  })

  it('knows nothing of a cell that was left out, of a place that is not known, and when it is not there', () => {
    const nothing = { now: null, in5: null, in10: null }
    expect(watchWater(over(water, series), [135.0015, 30.0005], 10)).toEqual(nothing)
    expect(watchWater(over(water, series), null, 10)).toEqual(nothing)
    expect(watchWater(over(water, null), here, 10)).toEqual(nothing)
    expect(watchWater(over({ kind: 'none' }, series), here, 10)).toEqual(nothing)
  })
})
