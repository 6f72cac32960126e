import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS, type DepthBounds } from '../hazards/depth-band.ts'
import { DURATION_RANKS } from '../hazards/duration.ts'
import { HAZARD_KINDS, type HazardKind } from '../hazards/hazard-kind.ts'
import type { HazardAnswer, RiskAnswer, WaterHazard } from '../risk/hazard-answer.ts'
import { anyHome } from '#tests/support/a-home.ts'
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
import { STRUCTURES, type Home } from './home.ts'
import { STAY_HAZARDS, type StayDecision, type StayHazard, type StayResult } from './stay-decision.ts'

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
