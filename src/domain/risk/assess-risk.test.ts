import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAZARD_KINDS } from '../hazards/hazard-kind.ts'
import { aCoverage, aLayer, aManifest, anArea, aPackLayer, box, TOWN } from '#tests/support/an-area.ts'
import type { Area, LayerInMemory } from '../packs/area.ts'
import type { PackLayer } from '../packs/area-pack.ts'
import { assessRisk } from './assess-risk.ts'

const IN_RANK_3 = [135.0175, 30.0175] as const
const IN_RANK_2 = [135.025, 30.025] as const
const DRY = [135.035, 30.045] as const
const UNSTUDIED = [135.045, 30.02] as const
const OUTSIDE = [135.002, 30.002] as const

const flood = (area: Area, at: readonly [number, number], within?: number) => {
  const answer = assessRisk(area, at, within === undefined ? {} : { within }).hazards.find(
    (one) => one.kind === 'flood',
  )
  if (answer === undefined) throw new Error('every kind is always answered')
  return answer
}

describe('the answer at a place', () => {
  it('tells the published rank with its bounds in metres', () => {
    expect(flood(anArea(), IN_RANK_3)).toMatchObject({
      answer: 'hazard',
      rank: 3,
      depth: { min: 3, max: 5 },
      complete: true,
    })
    expect(flood(anArea(), IN_RANK_2)).toMatchObject({
      answer: 'hazard',
      rank: 2,
      depth: { min: 0.5, max: 3 },
    })
  })

  it('says that no zone is published where the data set shows none', () => {
    expect(flood(anArea(), DRY).answer).toBe('noZonePublished')
  })

  it('says "outside" outside the boundary, but tells a zone that reaches there', () => {
    expect(flood(anArea(), OUTSIDE).answer).toBe('outsidePack')
    expect(flood(anArea(), [0, 0]).answer).toBe('outsidePack')
    const spilling = anArea()
    const wide = new Map(spilling.ranks).set(
      'flood-max.bin.packed',
      aLayer([{ rank: 4, polygon: box(TOWN) }]),
    )
    expect(flood({ ...spilling, ranks: wide }, OUTSIDE)).toMatchObject({ answer: 'hazard', rank: 4 })
  })

  it('says what was never studied, and what was studied, only where a mask says so', () => {
    const masked = (state: 'studied' | 'notAssessed') =>
      anArea({ manifest: aManifest({ coverage: [aCoverage({ state })] }) })
    expect(flood(masked('notAssessed'), UNSTUDIED)).toMatchObject({
      answer: 'notAssessed',
      coverage: 'town-rivers',
    })
    expect(flood(masked('studied'), UNSTUDIED)).toMatchObject({ answer: 'assessedNone' })
    expect(flood(masked('studied'), DRY).answer).toBe('noZonePublished')
  })

  it('answers every hazard, and says which this program does not read yet', () => {
    const kinds = assessRisk(anArea(), DRY).hazards.map((one) => one.kind)
    expect([...kinds].sort()).toEqual([...HAZARD_KINDS].sort())
    expect(assessRisk(anArea(), DRY).hazards.find((one) => one.kind === 'tsunami')).toMatchObject({
      answer: 'dataUnavailable',
      why: 'notBuilt',
    })
  })

  it('puts the worst first', () => {
    const two = anArea({
      manifest: aManifest({
        layers: [
          aPackLayer({ id: 'tsunami-max', kind: 'tsunami', file: 'tsunami.bin.packed' }),
          aPackLayer(),
        ],
      }),
    })
    const ranks = new Map(two.ranks).set('tsunami.bin.packed', aLayer([{ rank: 2, polygon: box(TOWN) }]))
    const order = assessRisk({ ...two, ranks }, IN_RANK_3).hazards.map((one) => one.kind)
    expect(order.slice(0, 2)).toEqual(['flood', 'tsunami'])
  })

  it('takes the worst inside the circle of an inexact position', () => {
    const justOutside = [135.0305, 30.02] as const
    expect(flood(anArea(), justOutside).answer).toBe('noZonePublished')
    expect(flood(anArea(), justOutside, 100)).toMatchObject({ answer: 'hazard', rank: 2 })
  })
})

describe('a missing, partial or damaged file', () => {
  const claimsNothingIsHere = (answer: string) => answer === 'noZonePublished' || answer === 'assessedNone'
  const damaged: LayerInMemory = { ok: false, why: 'unreadable' }
  const absent: LayerInMemory = { ok: false, why: 'notLoaded' }
  const everywhere = fc.tuple(
    fc.double({ min: 135, max: 135.06, noNaN: true }),
    fc.double({ min: 30, max: 30.06, noNaN: true }),
  )

  it('never turns an answer into "nothing here"', () => {
    const names = ['boundary.bin.packed', 'flood-max.bin.packed', 'flood-coverage.bin.packed']
    const coverage = [aCoverage({ state: 'studied' })]
    fc.assert(
      fc.property(
        everywhere,
        fc.subarray(names, { minLength: 1 }),
        fc.constantFrom(damaged, absent, undefined),
        (at, lost, how) => {
          const area = anArea({ manifest: aManifest({ coverage }) })
          const before = flood(area, at)
          const ranks = new Map(area.ranks)
          for (const name of lost) {
            if (how === undefined) ranks.delete(name)
            else ranks.set(name, how)
          }
          const after = flood({ ...area, ranks }, at)
          const weaker = before.answer === 'assessedNone' && after.answer === 'noZonePublished'
          if (claimsNothingIsHere(after.answer)) expect(weaker || after.answer === before.answer).toBe(true)
          if (lost.includes('flood-max.bin.packed')) expect(claimsNothingIsHere(after.answer)).toBe(false)
        },
      ),
    )
  })

  it('is said with its reason', () => {
    const withLayer = (changes: Partial<PackLayer>) =>
      anArea({ manifest: aManifest({ layers: [aPackLayer(changes)] }) })
    expect(flood(withLayer({ state: 'missing', file: null }), DRY)).toMatchObject({ why: 'missing' })
    expect(flood(withLayer({ state: 'partial' }), DRY)).toMatchObject({ why: 'partial' })
    expect(flood(withLayer({ state: 'partial' }), IN_RANK_2)).toMatchObject({ rank: 2, complete: false })
    expect(flood(anArea({ ranks: new Map() }), DRY)).toMatchObject({ answer: 'dataUnavailable' })
    const waiting = anArea()
    const ranks = new Map(waiting.ranks).set('flood-max.bin.packed', absent)
    expect(flood({ ...waiting, ranks }, DRY)).toMatchObject({ answer: 'dataUnavailable', why: 'notLoaded' })
  })
})
