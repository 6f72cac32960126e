import { describe, expect, it } from 'vitest'
import { aStreet } from '#tests/support/a-graph.ts'
import { frontFromSeries } from '../routes/water-front.ts'
import type { WaterSeries } from '../water/water-series.ts'
import { frontOfDrill } from './drill-front.ts'
import type { Scenario } from './scenario.ts'

const rise = (hazards: Extract<Scenario['water'], { kind: 'rise' }>['hazards']): Scenario['water'] => ({
  kind: 'rise',
  hazards,
  curve: [
    { minute: 0, share: 0 },
    { minute: 10, share: 0 },
    { minute: 20, share: 0.5 },
    { minute: 40, share: 1 },
  ],
})
const minutesOf = (front: Float64Array | null) => [...(front ?? [])].map((moment) => moment / 600)

describe('the front of a drill', () => {
  it('closes each edge of an assumed rise when its class reaches what people wade', () => {
    const graph = aStreet(...[0, 1, 2, 3, 6].map((flood) => ({ ranks: { flood } })))
    const front = minutesOf(frontOfDrill(graph, { water: rise(['flood']), hazard: 'flood' }, null))
    expect(front[0]).toBe(Infinity)
    expect(front.slice(1).map((minute) => Math.round(minute * 100) / 100)).toEqual([40, 13.33, 12, 10.25])
    // 0.3 m of a tsunami.
    const wave = aStreet({ ranks: { tsunami: 2 } })
    expect(minutesOf(frontOfDrill(wave, { water: rise(['tsunami']), hazard: 'tsunami' }, null))).toEqual([12])
  })

  it('closes zones without a depth with the whole, and what is not known with the first that is', () => {
    const graph = aStreet(
      { ranks: { landslide: 5, flood: 0 } },
      { ranks: { landslide: 0, flood: 3 } },
      { ranks: { landslide: 255, flood: 0 } },
      { ranks: { landslide: 0, flood: 0 } },
    )
    const water = rise(['flood', 'landslide'])
    expect(minutesOf(frontOfDrill(graph, { water, hazard: 'landslide' }, null))).toEqual([
      40,
      12,
      12,
      Infinity,
    ])
    const ponds = frontOfDrill(graph, { water: rise(['flood', 'pond']), hazard: 'flood' }, null)
    expect(minutesOf(ponds)).toEqual([12, 12, 12, 12])
  })

  it('is that of the series from the minute at which the drill begins', () => {
    const graph = aStreet({ ranks: { flood: 1 } })
    const series: WaterSeries = {
      west: 135,
      south: 29.9995,
      cellLng: 0.001,
      cellLat: 0.001,
      columns: 3,
      rows: 1,
      minutes: [0, 60],
      unknown: new Uint8Array(3),
      depths: [new Uint8Array(3), new Uint8Array(3).fill(10)],
      speeds: [new Uint8Array(3), new Uint8Array(3)],
    }
    const water = { kind: 'series', name: 'a', fromMinute: 20 } as const
    const front = frontOfDrill(graph, { water, hazard: 'flood' }, series)
    expect(minutesOf(front)).toEqual([10])
    expect(front).toEqual(frontFromSeries(graph, series, 20, 'flood'))
    expect(frontOfDrill(graph, { water, hazard: 'flood' }, null)).toBeNull()
    expect(frontOfDrill(graph, { water: { kind: 'none' }, hazard: 'flood' }, series)).toBeNull()
  })
})
