import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import { aHome } from '#tests/support/a-home.ts'
import { aCollapse, aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { decideStay } from './decide-stay.ts'
import type { StayDecision, StayHazard } from './stay-decision.ts'

const on = (decision: StayDecision, hazard: StayHazard) => {
  const verdict = decision.hazards.find((one) => one.hazard === hazard)
  if (verdict === undefined) throw new Error(`${hazard} is always judged`)
  return verdict
}

describe('what would change it', () => {
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
