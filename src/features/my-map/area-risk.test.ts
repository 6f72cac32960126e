import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { bySeverity } from '#domain/risk/severity.ts'
import { anArea } from '#tests/support/an-area.ts'
import { assessRing } from './area-risk.ts'

const area = anArea()
const flood = (ring: readonly LngLat[]) =>
  assessRing(area, ring).hazards.find(({ kind, scenario }) => kind === 'flood' && scenario === 'max')
const square = (west: number, south: number, side: number): readonly LngLat[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
]

describe('a drawn area', () => {
  it('bears the worst that lies inside it, wherever that is', () => {
    // The rank 3 lies in the middle of it, its corners outside every zone.
    expect(flood(square(135.006, 30.006, 0.03))).toMatchObject({ answer: 'hazard', rank: 3 })
    expect(flood(square(135.022, 30.022, 0.004))).toMatchObject({ answer: 'hazard', rank: 2 })
    expect(flood(square(135.035, 30.035, 0.004))).toMatchObject({ answer: 'noZonePublished' })
  })

  it('does not bear what lies in the bay of its outline', () => {
    const bay: readonly LngLat[] = [
      [135.0055, 30.0055],
      [135.035, 30.0055],
      [135.035, 30.006],
      [135.006, 30.006],
      [135.006, 30.035],
      [135.0055, 30.035],
    ]
    expect(flood(bay)).toMatchObject({ answer: 'noZonePublished' })
  })

  it('is not known where a part of it is not, unless a zone reaches it', () => {
    expect(flood(square(135.0505, 30.035, 0.008))).toMatchObject({ answer: 'outsidePack' })
  })

  it('stands for a single point too', () => {
    const point: LngLat = [135.0175, 30.0175]
    expect(flood([point, point, point])).toMatchObject({ answer: 'hazard', rank: 3 })
  })

  it('is never told to be less than any place inside it', () => {
    const around = fc.tuple(
      fc.double({ min: 135.006, max: 135.04, noNaN: true }),
      fc.double({ min: 30.006, max: 30.04, noNaN: true }),
    )
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(around, around, around, share, share, (a, b, c, u, v) => {
        const [s, t] = u + v > 1 ? [1 - u, 1 - v] : [u, v]
        const at: LngLat = [
          a[0] + s * (b[0] - a[0]) + t * (c[0] - a[0]),
          a[1] + s * (b[1] - a[1]) + t * (c[1] - a[1]),
        ]
        const whole = assessRing(area, [a, b, c])
        for (const answer of assessRisk(area, at).hazards) {
          const told = whole.hazards.find(
            ({ kind, scenario }) => kind === answer.kind && scenario === answer.scenario,
          )
          expect(told).toBeDefined()
          if (told !== undefined) expect(bySeverity(told, answer)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 60 },
    )
  })
})
