import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAZARD_KINDS, type HazardKind } from '../hazards/hazard-kind.ts'
import { aCoverage, aLayer, aManifest, anArea, aPackLayer, box, TOWN } from '#tests/support/an-area.ts'
import type { Area, LayerInMemory } from '../packs/area.ts'
import type { PackLayer } from '../packs/area-pack.ts'
import { LANDSLIDE_CLASSES } from '../hazards/landslide.ts'
import type { HazardAnswer } from './hazard-answer.ts'
import { assessRisk } from './assess-risk.ts'

const IN_RANK_3 = [135.0175, 30.0175] as const
const IN_RANK_2 = [135.025, 30.025] as const
const DRY = [135.035, 30.045] as const
const UNSTUDIED = [135.045, 30.02] as const
const OUTSIDE = [135.002, 30.002] as const

const flood = (area: Area, at: readonly [number, number], within?: number) => {
  const hazards = assessRisk(area, at, within === undefined ? {} : { within }).hazards
  const answer = hazards.find((one) => one.kind === 'flood' && one.scenario === 'max')
  if (answer === undefined) throw new Error('every kind is always answered')
  return answer
}
/** Two rivers with their own files: the deep one without published hours here. */
function withRivers() {
  const river = (id: string, name: string, changes: Partial<PackLayer> = {}) =>
    aPackLayer({
      id: `flood-max-${id}`,
      river: { id, name },
      siblings: 2,
      file: `${id}.bin.packed`,
      ...changes,
    })
  const hours = (id: string, name: string) =>
    river(id, name, {
      id: `flood-duration-${id}`,
      measure: 'duration',
      classes: [{ rank: 3, means: { type: 'duration', min: 24, max: 72 } }],
      file: `${id}-hours.bin.packed`,
    })
  const layers = [river('a', '浅川'), river('b', '深川'), hours('a', '浅川'), hours('b', '深川')]
  const ranks = new Map(anArea().ranks)
    .set('a.bin.packed', aLayer([{ rank: 1, polygon: box([135.01, 30.01, 135.03, 30.03]) }]))
    .set('b.bin.packed', aLayer([{ rank: 4, polygon: box([135.015, 30.015, 135.02, 30.02]) }]))
    .set('a-hours.bin.packed', aLayer([{ rank: 3, polygon: box([135.01, 30.01, 135.03, 30.03]) }]))
    .set('b-hours.bin.packed', aLayer([]))
  return { layers, ranks, area: anArea({ manifest: aManifest({ layers }), ranks }) }
}
const of = (area: Area, at: readonly [number, number], kind: HazardKind) =>
  assessRisk(area, at).hazards.find((one) => one.kind === kind)

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

  it('answers every hazard, and says which the pack does not hold', () => {
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
    const ranks = new Map(two.ranks).set('tsunami.bin.packed', aLayer([{ rank: 1, polygon: box(TOWN) }]))
    const order = assessRisk({ ...two, ranks }, IN_RANK_3).hazards.map((one) => one.kind)
    expect(order.slice(0, 2)).toEqual(['flood', 'tsunami'])
  })

  it('tells a class by its own bounds, and ranks it by the upper one', () => {
    const classes = [
      { rank: 1, means: { type: 'depth' as const, min: 0.3, max: 1 } },
      { rank: 2, means: { type: 'depth' as const, min: 2, max: 5 } },
      { rank: 3, means: { type: 'depth' as const, min: 10, max: null } },
    ]
    const at = (rank: number) => {
      const area = anArea({ manifest: aManifest({ layers: [aPackLayer({ classes })] }) })
      const ranks = new Map(area.ranks).set('flood-max.bin.packed', aLayer([{ rank, polygon: box(TOWN) }]))
      return flood({ ...area, ranks }, DRY)
    }
    expect(at(1)).toMatchObject({ rank: 2, depth: { min: 0.3, max: 1 } })
    expect(at(2)).toMatchObject({ rank: 3, depth: { min: 2, max: 5 } })
    expect(at(3)).toMatchObject({ rank: 6, depth: { min: 10, max: null } })
    expect(at(4)).toMatchObject({ answer: 'dataUnavailable', why: 'unreadable' })
  })

  it('names the rivers that reach the place, deepest first, with the hours of each', () => {
    const { area } = withRivers()
    expect(flood(area, IN_RANK_3)).toMatchObject({
      rank: 4,
      river: { name: '深川' },
      duration: { answer: 'hours', rank: 3, hours: { min: 24, max: 72 } },
      rivers: [
        { river: { name: '深川' }, rank: 4, duration: { answer: 'noZonePublished' } },
        { river: { name: '浅川' }, rank: 1, duration: { answer: 'hours', rank: 3 } },
      ],
    })
  })

  it('does not take the metres of a layer for hours, nor hours for metres', () => {
    const area = anArea({ manifest: aManifest({ layers: [aPackLayer({ measure: 'duration' })] }) })
    expect(flood(area, IN_RANK_3).answer).toBe('dataUnavailable')
  })

  it('tells every landslide zone of a place, the red one first', () => {
    const slope = (rank: 3 | 4 | 6, phenomenon: 'steepSlope' | 'debrisFlow') =>
      aPackLayer({
        id: `landslide-${phenomenon}`,
        kind: 'landslide',
        measure: 'zone',
        siblings: 2,
        file: `${phenomenon}.bin.packed`,
        classes: [{ rank, means: { type: 'landslide', phenomenon, ...LANDSLIDE_CLASSES[rank] } }],
      })
    const manifest = aManifest({ layers: [slope(4, 'steepSlope'), slope(6, 'debrisFlow')] })
    const ranks = new Map(anArea().ranks)
      .set('steepSlope.bin.packed', aLayer([{ rank: 4, polygon: box(TOWN) }]))
      .set('debrisFlow.bin.packed', aLayer([{ rank: 6, polygon: box([135.01, 30.01, 135.03, 30.03]) }]))
    expect(of(anArea({ manifest, ranks }), IN_RANK_3, 'landslide')).toMatchObject({
      zone: 'special',
      zones: [
        { phenomenon: 'debrisFlow', zone: 'special' },
        { phenomenon: 'steepSlope', zone: 'warning', specialUnsurveyed: true },
      ],
    })
    expect(of(anArea({ manifest, ranks }), DRY, 'landslide')).toMatchObject({ zone: 'warning' })
  })

  it('tells by what a house is carried away', () => {
    const collapse = (by: 'flow' | 'erosion') =>
      aPackLayer({
        id: `houseCollapse-${by}`,
        kind: 'houseCollapse',
        measure: 'zone',
        siblings: 2,
        file: `${by}.bin.packed`,
        classes: [{ rank: 1, means: { type: 'collapse', by } }],
      })
    const manifest = aManifest({ layers: [collapse('flow'), collapse('erosion')] })
    const ranks = new Map(anArea().ranks)
      .set('flow.bin.packed', aLayer([{ rank: 1, polygon: box([135.01, 30.01, 135.03, 30.03]) }]))
      .set('erosion.bin.packed', aLayer([{ rank: 1, polygon: box([135.015, 30.015, 135.02, 30.02]) }]))
    const zoneAt = (at: readonly [number, number]) => of(anArea({ manifest, ranks }), at, 'houseCollapse')
    expect(zoneAt(IN_RANK_3)).toMatchObject({ zone: 'both' })
    expect(zoneAt(IN_RANK_2)).toMatchObject({ zone: 'flow' })
    expect(zoneAt(DRY)).toMatchObject({ answer: 'noZonePublished' })
  })

  it('knows nothing of collapsing houses where the river was never studied', () => {
    const manifest = aManifest({
      coverage: [aCoverage()],
      layers: [
        aPackLayer({
          id: 'houseCollapse-flow',
          kind: 'houseCollapse',
          measure: 'zone',
          classes: [{ rank: 1, means: { type: 'collapse', by: 'flow' } }],
          file: 'flow.bin.packed',
        }),
      ],
    })
    const ranks = new Map(anArea().ranks).set('flow.bin.packed', aLayer([]))
    expect(of(anArea({ manifest, ranks }), UNSTUDIED, 'houseCollapse')?.answer).toBe('notAssessed')
    expect(of(anArea({ manifest, ranks }), DRY, 'houseCollapse')?.answer).toBe('noZonePublished')
  })

  it('takes the worst inside the circle of an inexact position', () => {
    const justOutside = [135.0305, 30.02] as const
    expect(flood(anArea(), justOutside).answer).toBe('noZonePublished')
    expect(flood(anArea(), justOutside, 100)).toMatchObject({ answer: 'hazard', rank: 2 })
  })
})

it('one more zone or layer never lowers a rank, and never takes a zone away', () => {
  const corner = fc.tuple(
    fc.double({ min: 135.005, max: 135.05, noNaN: true }),
    fc.double({ min: 30.005, max: 30.05, noNaN: true }),
  )
  fc.assert(
    fc.property(corner, corner, fc.integer({ min: 1, max: 6 }), (at, [west, south], rank) => {
      const before = flood(anArea(), at)
      const more = [aPackLayer({ siblings: 2 }), aPackLayer({ id: 'more', siblings: 2, file: 'more.packed' })]
      const zone = { rank, polygon: box([west, south, west + 0.01, south + 0.01]) }
      const ranks = new Map(anArea().ranks).set('more.packed', aLayer([zone]))
      const after = flood(anArea({ manifest: aManifest({ layers: more }), ranks }), at)
      const rankOf = (answer: HazardAnswer) => ('rank' in answer ? answer.rank : 0)
      expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(before))
    }),
  )
})

it('every answer with a layer carries its source and date', () => {
  fc.assert(
    fc.property(fc.double({ min: 135, max: 135.06, noNaN: true }), (lng) => {
      const answer = flood(anArea(), [lng, 30.02])
      expect(answer.sources).toEqual(['a31a'])
      expect(answer.asOf).toBe('2025')
    }),
  )
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

  it('is noticed when one river of several is lost, as a file or from the manifest', () => {
    const { layers, ranks, area } = withRivers()
    expect(flood(area, DRY).answer).toBe('noZonePublished')
    fc.assert(
      fc.property(everywhere, fc.constantFrom(0, 1), fc.boolean(), (at, which, isFile) => {
        const lost = layers[which]
        const rest = layers.filter((layer) => layer !== lost)
        const fewer = new Map([...ranks].filter(([name]) => name !== lost?.file))
        const broken = isFile
          ? { ...area, ranks: fewer }
          : anArea({ manifest: aManifest({ layers: rest }), ranks })
        expect(claimsNothingIsHere(flood(broken, at).answer)).toBe(false)
      }),
    )
  })

  it('does not hide how long the water stays behind a whole layer of depths', () => {
    const { area, ranks } = withRivers()
    const fewer = new Map([...ranks].filter(([name]) => !name.includes('hours')))
    expect(flood({ ...area, ranks: fewer }, IN_RANK_2)).toMatchObject({
      answer: 'hazard',
      duration: { answer: 'dataUnavailable' },
    })
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
