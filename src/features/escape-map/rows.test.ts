import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SLACKS } from '#domain/routes/last-departure.ts'
import { findDepartures, findReach, waysOn } from '#domain/routes/way-finder.ts'
import type { WaysQuestion } from '#domain/routes/ways-question.ts'
import { aGraph, anyGraphSpec } from '#tests/support/a-graph.ts'
import { rowsOf } from './rows.ts'

const question: WaysQuestion = {
  hazards: ['flood'],
  manner: 'least',
  profile: 'adult',
  night: false,
  measured: null,
  closures: null,
  goals: [{ id: 'E1', at: [135.01, 30.01] }],
}

const sumOf = (rows: readonly { readonly metres: number }[]) =>
  rows.reduce((sum, { metres }) => sum + metres, 0)

describe('the table', () => {
  it('has every metre of every road in one of its rows, whatever the picture', () => {
    fc.assert(
      fc.property(anyGraphSpec(8), fc.integer({ min: 0, max: 7200 }), (spec, seconds) => {
        const graph = aGraph(spec)
        const all = graph.decimetres.reduce((sum, length) => sum + length, 0) / 10
        const ways = waysOn(graph)
        const reach = findReach(ways, question)
        const front = { kind: 'arrivesIn', hazards: ['flood'], seconds } as const
        const departures = findDepartures(ways, question, front, null)
        if (!reach.ok || !departures.ok) return
        expect(sumOf(rowsOf({ kind: 'reach', reach: reach.value }, 'day'))).toBeCloseTo(all, 5)
        expect(sumOf(rowsOf({ kind: 'departure', departures: departures.value }, 'day'))).toBeCloseTo(all, 5)
      }),
    )
  })

  it('puts all long ways into its last band, and no way into a row of its own', () => {
    const rows = rowsOf(
      {
        kind: 'reach',
        reach: {
          metresByBand: [
            { band: 0, metres: 10 },
            { band: 9, metres: 20 },
            { band: 10, metres: 40 },
            { band: 77, metres: 80 },
            { band: null, metres: 160 },
          ],
        },
      },
      'day',
    )
    expect(rows.filter(({ metres }) => metres > 0).map(({ key, metres }) => [key, metres])).toEqual([
      ['band0', 10],
      ['band9', 20],
      ['band10', 120],
      ['none', 160],
    ])
    expect(rows.map(({ says }) => says.params ?? says.key)).toContainEqual({ from: 27, to: 30 })
  })

  it('has a look for each row that no other row has, in every theme', () => {
    for (const theme of ['day', 'night', 'contrast', 'print'] as const) {
      const reach = rowsOf({ kind: 'reach', reach: { metresByBand: [] } }, theme)
      const departure = rowsOf({ kind: 'departure', departures: { metresBySlack: [] } }, theme)
      for (const rows of [reach, departure])
        expect(new Set(rows.map(({ look }) => JSON.stringify(look))).size).toBe(rows.length)
      expect(departure).toHaveLength(SLACKS.length + 1)
    }
  })
})
