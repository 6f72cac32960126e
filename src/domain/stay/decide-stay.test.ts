import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS, type DepthBounds } from '../hazards/depth-band.ts'
import { DURATION_RANKS } from '../hazards/duration.ts'
import { HAZARD_KINDS, type HazardKind } from '../hazards/hazard-kind.ts'
import type { HazardAnswer, RiskAnswer, WaterHazard } from '../risk/hazard-answer.ts'
import {
  aCollapse,
  aLandslide,
  anyAnswer,
  anyRisk,
  aRisk,
  aWater,
  isWater,
  lasting,
  NOT_KNOWN,
  tidyRisk,
  without,
} from '#tests/support/a-risk.ts'
import { decideStay } from './decide-stay.ts'
import { floorHeight, lowestFloorAbove } from './floor-height.ts'
import { NEEDS_TIME, STRUCTURES, type Home } from './home.ts'
import { STAY_HAZARDS, type StayDecision, type StayHazard, type StayResult } from './stay-decision.ts'

const aHome = (changes: Partial<Home> = {}): Home => ({
  storeys: 2,
  floor: 2,
  structure: 'wood',
  stockHours: 72,
  household: [],
  ...changes,
})

const anyHome: fc.Arbitrary<Home> = fc
  .record({
    storeys: fc.integer({ min: 1, max: 12 }),
    below: fc.integer({ min: 0, max: 11 }),
    structure: fc.constantFrom(...STRUCTURES),
    stockHours: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 800 })),
    household: fc.uniqueArray(fc.constantFrom(...NEEDS_TIME), { maxLength: 2 }),
  })
  .map(({ storeys, below, ...rest }) => ({ storeys, floor: Math.max(1, storeys - below), ...rest }))

const RANK: { readonly [result in StayResult]: number } = { leave: 0, notKnown: 1, stayPossible: 2 }
/** The house-collapse zone is judged with the flood. */
const judgedWith = (kind: HazardKind): StayHazard => (kind === 'houseCollapse' ? 'flood' : kind)

const on = (decision: StayDecision, hazard: StayHazard) => {
  const verdict = decision.hazards.find((one) => one.hazard === hazard)
  if (verdict === undefined) throw new Error(`${hazard} is always judged`)
  return verdict
}

/** Every part of the decision: the whole, the rain, and each hazard. */
const results = (decision: StayDecision): readonly number[] => [
  RANK[decision.overall.result],
  RANK[decision.rain.result],
  ...STAY_HAZARDS.map((hazard) => RANK[on(decision, hazard).result]),
]

/** No part of `after` is more at ease than in `before`. */
function expectNoEase(before: StayDecision, after: StayDecision): void {
  const [was, is] = [results(before), results(after)]
  for (const [index, rank] of is.entries()) expect(rank).toBeLessThanOrEqual(was[index] ?? -1)
}

/** The risk with one answer of a kind exchanged. */
const exchange = (risk: RiskAnswer, kind: HazardKind, change: (answer: HazardAnswer) => HazardAnswer) => ({
  ...risk,
  hazards: risk.hazards.map((answer) => (answer.kind === kind ? change(answer) : answer)),
})

const changeWater = (risk: RiskAnswer, kind: HazardKind, change: (water: WaterHazard) => WaterHazard) =>
  exchange(risk, kind, (answer) => (isWater(answer) ? change(answer) : answer))

const someWater = fc.constantFrom('flood', 'stormSurge', 'inlandFlood', 'pond')

describe('for any answers and any home', () => {
  it('decides, and tells the fact that decides, with its rule and source', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, (risk, home) => {
        const decision = decideStay(risk, home)
        expect(decision.hazards.map(({ hazard }) => hazard).sort()).toEqual([...STAY_HAZARDS].sort())
        for (const verdict of [decision.overall, decision.rain, decision.tsunami, ...decision.hazards]) {
          expect(verdict.findings[0]).toEqual({
            says: verdict.result,
            rule: verdict.rule,
            fact: verdict.fact,
            source: verdict.source,
          })
          expect(verdict.findings.every(({ says }) => RANK[says] >= RANK[verdict.result])).toBe(true)
        }
      }),
    )
  })

  it('is as bad as the worst hazard; a pond that is not known is listed and counts for nothing', () => {
    fc.assert(
      fc.property(tidyRisk, anyHome, (risk, home) => {
        const decision = decideStay(risk, home)
        const pond = risk.hazards.find(({ kind }) => kind === 'pond')?.answer
        const counted = decision.hazards.filter(
          ({ hazard }) => hazard !== 'pond' || !NOT_KNOWN.some((answer) => answer === pond),
        )
        expect(RANK[decision.overall.result]).toBe(Math.min(...counted.map(({ result }) => RANK[result])))
        const rain = counted.filter(({ hazard }) => hazard !== 'tsunami')
        expect(RANK[decision.rain.result]).toBe(Math.min(...rain.map(({ result }) => RANK[result])))
      }),
    )
  })

  it('tells level 3 where somebody needs time and 4 where nobody does, and no level for a tsunami', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, (risk, home) => {
        const decision = decideStay(risk, home)
        const level = home.household.length > 0 ? 3 : 4
        for (const { hazard, level: told, rule } of decision.hazards)
          expect(told).toBe(rule === 'E' ? null : hazard === 'tsunami' ? 'atOnce' : level)
        expect([level, null]).toContain(decision.rain.level)
        if (decision.rain.result === 'leave') expect(decision.rain.level).toBe(level)
      }),
    )
  })

  it('finds nobody at ease for living lower, keeping less in stock, or not telling of it', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, fc.nat(400), (risk, home, less) => {
        const before = decideStay(risk, home)
        const lower = { ...home, floor: Math.max(1, home.floor - 1) }
        expectNoEase(before, decideStay(risk, lower))
        if (home.stockHours === null) return
        expectNoEase(before, decideStay(risk, { ...home, stockHours: Math.max(0, home.stockHours - less) }))
        const silent = decideStay(risk, { ...home, stockHours: null })
        if (before.overall.result !== 'leave') expectNoEase(before, silent)
      }),
    )
  })

  it('asks nothing of the structure: a resident cannot know whether concrete would stand', () => {
    fc.assert(
      fc.property(anyRisk, anyHome, fc.constantFrom(...STRUCTURES), (risk, home, structure) => {
        expect(decideStay(risk, { ...home, structure })).toEqual(decideStay(risk, home))
      }),
    )
  })
})

it('never tells of a hazard that is not known that the place lies outside its zones', () => {
  fc.assert(
    fc.property(tidyRisk, anyHome, (risk, home) => {
      for (const { hazard, findings } of decideStay(risk, home).hazards) {
        const own = risk.hazards.find(({ kind }) => kind === hazard)
        if (NOT_KNOWN.some((answer) => answer === own?.answer))
          expect(findings.map(({ rule }) => rule)).not.toContain('E')
      }
    }),
  )
})

describe('a worse place', () => {
  it('with deeper water puts nobody at ease', () => {
    fc.assert(
      fc.property(
        tidyRisk,
        anyHome,
        someWater,
        fc.double({ min: 0, max: 9, noNaN: true }),
        (risk, home, kind, more) => {
          const deeper = ({ min, max }: DepthBounds) => ({
            min,
            max: max === null || more > 8 ? null : max + more,
          })
          const worse = changeWater(risk, kind, (water) => ({ ...water, depth: deeper(water.depth) }))
          expectNoEase(decideStay(risk, home), decideStay(worse, home))
        },
      ),
    )
  })

  it('with longer water puts nobody at ease', () => {
    fc.assert(
      fc.property(
        tidyRisk,
        anyHome,
        someWater,
        fc.constantFrom(...DURATION_RANKS),
        (risk, home, kind, rank) => {
          const longer = changeWater(risk, kind, (water) =>
            water.duration.answer === 'hours' && water.duration.rank <= rank
              ? { ...water, duration: lasting(rank) }
              : water,
          )
          expectNoEase(decideStay(risk, home), decideStay(longer, home))
        },
      ),
    )
  })

  it('with a zone where none was puts nobody at ease', () => {
    fc.assert(
      fc.property(
        tidyRisk,
        anyHome,
        fc.constantFrom(...HAZARD_KINDS),
        someWater,
        (risk, home, kind, water) => {
          const zone =
            kind === 'landslide'
              ? aLandslide('warning')
              : kind === 'houseCollapse'
                ? aCollapse('flow')
                : aWater(kind, DEPTH_BANDS[6], { duration: lasting(7) })
          expectNoEase(
            decideStay(risk, home),
            decideStay(
              exchange(risk, kind, () => zone),
              home,
            ),
          )
          const another = changeWater(risk, water, (one) => ({
            ...one,
            rivers: [
              ...one.rivers,
              { river: { id: 'x', name: 'x' }, rank: 6, depth: DEPTH_BANDS[6], duration: lasting(7) },
            ],
          }))
          expectNoEase(decideStay(risk, home), decideStay(another, home))
        },
      ),
    )
  })

  it('of which less is known never lets anybody stay who could not', () => {
    const less = fc
      .constantFrom(...HAZARD_KINDS)
      .chain((kind) => fc.tuple(fc.constant(kind), fc.constantFrom('incomplete', ...NOT_KNOWN)))
    fc.assert(
      fc.property(tidyRisk, anyHome, less, (risk, home, [kind, how]) => {
        const poorer = exchange(risk, kind, (answer) => {
          if (how !== 'incomplete') return without(kind, how)
          return answer.answer === 'hazard' ? { ...answer, complete: false } : answer
        })
        const [before, after] = [decideStay(risk, home), decideStay(poorer, home)]
        const own = judgedWith(kind)
        expect(on(after, own).result === 'stayPossible' && on(before, own).result !== 'stayPossible').toBe(
          false,
        )
        // Only an unknown pond may stop counting; it is still told as not known.
        if (kind === 'pond') return
        if (before.overall.result !== 'stayPossible') expect(after.overall.result).not.toBe('stayPossible')
        if (before.rain.result !== 'stayPossible') expect(after.rain.result).not.toBe('stayPossible')
      }),
    )
  })

  it('that is not in the answers at all is not known', () => {
    fc.assert(
      fc.property(tidyRisk, anyHome, fc.constantFrom(...HAZARD_KINDS), (risk, home, kind) => {
        const without1 = { ...risk, hazards: risk.hazards.filter((answer) => answer.kind !== kind) }
        const verdict = on(decideStay(without1, home), judgedWith(kind))
        expect(verdict.result).not.toBe('stayPossible')
      }),
    )
  })
})

describe('what would change it', () => {
  it('does change it: a home that has all that is asked for need not leave', () => {
    fc.assert(
      fc.property(tidyRisk, anyHome, (risk, home) => {
        const { rain } = decideStay(risk, home)
        if (rain.wouldChange.some(({ type }) => type === 'nothingHere')) return
        let better: Home = home
        for (const change of rain.wouldChange) {
          if (change.type === 'higherFloor')
            better = { ...better, floor: change.floor, storeys: Math.max(better.storeys, change.floor) }
          if (change.type === 'stock') better = { ...better, stockHours: change.hours }
        }
        const after = decideStay(risk, better).rain
        const missing = rain.wouldChange.some(({ type }) => type === 'data')
        expect(after.result).not.toBe('leave')
        if (!missing) expect(after.result).toBe('stayPossible')
      }),
    )
  })

  it('is nothing in the building where a zone or the depth decides', () => {
    const nothing = [{ type: 'nothingHere' }]
    for (const answer of [aLandslide('warning'), aCollapse('flow'), aWater('flood', { min: 5, max: 10 })])
      expect(decideStay(aRisk(answer), aHome({ stockHours: null })).overall.wouldChange).toEqual(nothing)
  })

  it('names the floor, the hours and the data, each once', () => {
    const risk = aRisk(
      aWater('flood', { min: 3, max: 5 }, { duration: lasting(3) }),
      aWater('stormSurge', { min: 0.5, max: 3 }, { duration: lasting(4) }),
      without('landslide', 'dataUnavailable', 'notLoaded'),
    )
    expect(decideStay(risk, aHome({ floor: 1, stockHours: 24 })).overall.wouldChange).toEqual([
      { type: 'higherFloor', floor: 3 },
      { type: 'stock', hours: 168 },
      { type: 'data', kind: 'landslide', why: 'notLoaded' },
    ])
  })
})

describe('the tsunami', () => {
  const inZone = aWater('tsunami', { min: 0.3, max: 1 })
  it('is told apart from the rain: at once, on whatever floor, and rain keeps its own answer', () => {
    const decision = decideStay(aRisk(inZone), aHome({ storeys: 9, floor: 9, household: ['infant'] }))
    expect(decision.overall).toMatchObject({ result: 'leave', rule: 'D', level: 'atOnce', hazard: 'tsunami' })
    expect(decision.rain).toMatchObject({ result: 'stayPossible', rule: 'E', level: null })
  })

  it('does not hide the level of the rain where both ask to leave', () => {
    const decision = decideStay(aRisk(inZone, aLandslide('warning')), aHome())
    expect(decision.overall).toMatchObject({ result: 'leave', rule: 'A', level: 4 })
    expect(decision.tsunami).toMatchObject({ result: 'leave', rule: 'D', level: 'atOnce' })
  })

  it('that is not known keeps the whole from being known, and the rain as it is', () => {
    const decision = decideStay(aRisk(without('tsunami', 'notAssessed')), aHome())
    expect(decision.overall).toMatchObject({ result: 'notKnown', rule: 'F' })
    expect(decision.rain.result).toBe('stayPossible')
  })
})

describe('the pond', () => {
  it('that nobody published is listed as not known and decides nothing', () => {
    const decision = decideStay(aRisk(without('pond', 'dataUnavailable', 'notBuilt')), aHome())
    expect(on(decision, 'pond')).toMatchObject({ result: 'notKnown', rule: 'F' })
    expect(decision.overall.result).toBe('stayPossible')
  })

  it('that reaches the place decides like other water', () => {
    expect(decideStay(aRisk(aWater('pond', { min: 3, max: 5 })), aHome()).overall).toMatchObject({
      result: 'leave',
      hazard: 'pond',
      rule: 'C',
    })
  })
})

describe('the facts of the water', () => {
  it('are those of the worst river and of every scenario', () => {
    const shallow = { min: 0.5, max: 3 }
    const rivers = [
      { river: { id: 'a', name: 'a' }, rank: 2, depth: shallow, duration: lasting(1) },
      { river: { id: 'b', name: 'b' }, rank: 1, depth: { min: 0, max: 0.5 }, duration: lasting(5) },
    ] as const
    const slow = aWater('flood', shallow, { duration: lasting(1), rivers })
    expect(decideStay(aRisk(slow), aHome()).overall.fact).toEqual({
      type: 'stockTooShort',
      need: 336,
      have: 72,
    })
    const deep = {
      river: { id: 'c', name: 'c' },
      rank: 3,
      depth: { min: 3, max: 5 },
      duration: lasting(1),
    } as const
    const beside = aWater('flood', shallow, { duration: lasting(1), rivers: [deep] })
    expect(decideStay(aRisk(beside), aHome()).overall.fact.type).toBe('depthAboveFloor')
    const design = aWater('flood', { min: 3, max: 5 }, { scenario: 'design' })
    const largest = aWater('flood', shallow, { duration: lasting(1) })
    expect(decideStay(aRisk(design, largest), aHome()).overall.fact.type).toBe('depthAboveFloor')
  })

  it('need 72 hours and say so where the duration of one river is not known', () => {
    const rivers = [
      {
        river: { id: 'a', name: 'a' },
        rank: 2,
        depth: { min: 0.5, max: 3 },
        duration: { answer: 'noZonePublished' },
      },
    ] as const
    const water = aWater('flood', { min: 0.5, max: 3 }, { duration: lasting(1), rivers })
    const { findings } = on(decideStay(aRisk(water), aHome()), 'flood')
    expect(findings.map(({ fact }) => fact)).toContainEqual({ type: 'durationNotKnown', need: 72 })
    expect(on(decideStay(aRisk(water), aHome({ stockHours: 71 })), 'flood').result).toBe('leave')
  })

  it('let nobody stay on the water alone where the landslide or house-collapse zone is not known', () => {
    const water = aWater('stormSurge', { min: 0.5, max: 3 }, { duration: lasting(1) })
    for (const kind of ['landslide', 'houseCollapse'] as const) {
      const verdict = on(decideStay(aRisk(water, without(kind, 'notAssessed')), aHome()), 'stormSurge')
      expect(verdict).toMatchObject({ result: 'notKnown', fact: { kind, why: 'notAssessed' } })
    }
  })

  it('of the design scale alone do not say what the largest would do', () => {
    const design = aWater('flood', { min: 0, max: 0.5 }, { scenario: 'design', duration: lasting(1) })
    expect(decideStay(aRisk(design), aHome()).overall).toMatchObject({ result: 'notKnown', rule: 'F' })
  })

  it('name the building to be asked only where the household lives above the water', () => {
    const deep = aRisk(aWater('flood', { min: 5, max: 10 }))
    const ask = (floor: number) => decideStay(deep, aHome({ storeys: 9, floor })).overall.fact
    expect(ask(4)).toEqual({ type: 'above5m', upper: 10, askBuilding: false })
    expect(ask(5)).toEqual({ type: 'above5m', upper: 10, askBuilding: true })
    const deeper = aRisk(aWater('flood', DEPTH_BANDS[5]))
    expect(decideStay(deeper, aHome({ storeys: 9, floor: 5 })).overall.fact).toMatchObject({
      askBuilding: false,
    })
  })
})

describe('the height of a floor', () => {
  it('is that of the legend, interpolated for the fourth and capped at 20 m', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map(floorHeight)).toEqual([0.5, 3, 5, 7.5, 10, 13, 16, 19, 20, 20])
  })

  it('is turned round: the lowest floor at or above a depth', () => {
    expect([0, 0.5, 0.51, 3, 5, 8, 20, 20.1].map(lowestFloorAbove)).toEqual([1, 1, 2, 2, 3, 5, 9, null])
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 20, noNaN: true }), (upper) => {
        const floor = lowestFloorAbove(upper) ?? NaN
        expect(floorHeight(floor)).toBeGreaterThanOrEqual(upper)
        expect(floorHeight(floor - 1)).toBeLessThan(upper)
      }),
    )
  })
})

it('judges any answer of any kind alone', () => {
  const one = fc.constantFrom(...HAZARD_KINDS).chain(anyAnswer)
  fc.assert(
    fc.property(one, anyHome, (answer, home) => {
      const { overall } = decideStay(aRisk(answer), home)
      if (answer.answer === 'hazard' && (answer.kind === 'landslide' || answer.kind === 'houseCollapse'))
        expect(overall.result).toBe('leave')
    }),
  )
})
