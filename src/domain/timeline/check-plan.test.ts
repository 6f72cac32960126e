import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import type { Plan } from '../plan/plan.ts'
import { aMark, aPlan } from '#tests/support/a-plan.ts'
import { aCollapse, aLandslide, aRisk, aWater, without } from '#tests/support/a-risk.ts'
import { someFacts, type ToldFacts } from '#tests/support/some-facts.ts'
import { aGood, CASES, inZone, onRoute, RIVER, ROUTE, SEA, site, SLOPE } from '#tests/support/warned-plans.ts'
import { checkPlan } from './check-plan.ts'
import { chooseDestination } from './choose-destination.ts'
import { WARNING_TYPES, type PlanWarning, type WarningType } from './plan-warning.ts'

const warningsOf = (plan: Plan, told: ToldFacts): readonly PlanWarning[] =>
  checkPlan(plan, someFacts(plan, told))
const typesOf = (plan: Plan, told: ToldFacts): readonly WarningType[] =>
  warningsOf(plan, told).map(({ type }) => type)

describe('a plan with two places to go outside the zones, and its own draft', () => {
  it.each([
    ['flood', RIVER],
    ['landslide', SLOPE],
    ['tsunami', SEA],
  ] as const)('has nothing to warn of: %s', (hazard, risk) => {
    const near = { way: { from: 'told', metres: 300, minutes: 8, nightMinutes: 10 } } as const
    const told = { risk, destinations: { d1: near, d2: near } }
    expect(typesOf(aGood(hazard, told), told)).toEqual([])
  })
})

describe('is warned about', () => {
  it.each(WARNING_TYPES.map((type) => [type] as const))('%s', (type) => {
    const [plan, told] = CASES[type]()
    expect(typesOf(plan, told)).toContain(type)
  })

  it('with the worst first', () => {
    for (const type of WARNING_TYPES) {
      const found = typesOf(...CASES[type]()).map((one) => WARNING_TYPES.indexOf(one))
      expect(found).toEqual(found.toSorted((a, b) => a - b))
    }
  })
})

const only = (type: WarningType): readonly PlanWarning[] =>
  warningsOf(...CASES[type]()).filter((one) => one.type === type)

describe('a warning tells what it is about and where it is put right', () => {
  it('the only place to go, in the zone', () => {
    expect(only('onlyInZone')).toEqual([
      {
        type: 'onlyInZone',
        hazard: 'flood',
        about: ['d1'],
        amounts: {},
        fix: { where: 'thing', list: 'destinations', id: null },
      },
    ])
    expect(typesOf(...CASES.onlyInZone())).not.toContain('inZone')
  })

  it('one of two in the zone', () => {
    expect(only('inZone')).toEqual([
      {
        type: 'inZone',
        hazard: 'flood',
        about: ['d2'],
        amounts: {},
        fix: { where: 'thing', list: 'destinations', id: 'd2' },
      },
    ])
  })

  it('a designated site in a house-collapse zone is no place to go: no storey helps there', () => {
    const told = { risk: RIVER, destinations: { d1: { ...inZone('yes'), worst: aCollapse('flow') } } }
    const found = warningsOf(aGood('flood', told), told)
    expect(found.map(({ type }) => type)).toEqual(['inZone'])
    expect(chooseDestination(someFacts(aGood('flood', told), told), 'flood')?.facts.destination.id).toBe('d2')
  })

  it('a step that comes too late: minutes needed, hours left', () => {
    // The earliest leaving is the one without an order, at 3 hours; 30 + 188 + 30 minutes are needed.
    expect(only('triggerTooLate')[0]).toMatchObject({
      amounts: { minutes: 250, hours: 3 },
      fix: { where: 'timeline', hazard: 'landslide' },
    })
  })

  it('metres of a way, to ten', () => {
    expect(only('routeImpassable')[0]).toMatchObject({ about: [ROUTE.id], amounts: { metres: 120 } })
    expect(only('dangerOnRoute')[0]?.about).toEqual([ROUTE.id, 'mark'])
  })

  it('how long the stock has to last', () => {
    expect(only('stockTooShort')[0]?.amounts).toEqual({ hours: 24 })
  })
})

describe('is not warned about', () => {
  it('a mark that lies beside the way, or helps on it', () => {
    const [plan, told] = CASES.dangerOnRoute()
    const moved = aMark({ id: 'mark', shape: { type: 'point', at: [135.05, 30.05] } })
    expect(typesOf({ ...plan, marks: [moved] }, told)).toEqual([])
    expect(typesOf({ ...plan, marks: [{ ...onRoute('dark'), kind: 'aed' }] }, told)).toEqual([])
  })

  it('a mark beyond the end of the way, in its direction', () => {
    const [plan, told] = CASES.dangerOnRoute()
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = ROUTE.line
    const before = aMark({ id: 'mark', shape: { type: 'point', at: [ax - (bx - ax), ay - (by - ay)] } })
    expect(typesOf({ ...plan, marks: [before] }, told)).toEqual([])
  })

  it('an old person alone who has somebody to call', () => {
    const [plan, told] = CASES.nobodyToHelp()
    const called = { ...plan, contacts: aPlan().contacts.map((one) => ({ ...one, caller: null })) }
    expect(typesOf(called, told)).not.toContain('nobodyToHelp')
  })

  it('an area of danger that the way passes through is, though', () => {
    const [plan, told] = CASES.dangerOnRoute()
    const [, [x, y] = [0, 0]] = ROUTE.line
    // Its corners lie off the way on both sides; a corner of the way lies inside it.
    const ring: [number, number][] = [
      [x - 0.003, y + 0.003],
      [x + 0.004, y - 0.002],
      [x - 0.0005, y - 0.004],
    ]
    const area = aMark({ id: 'mark', kind: 'floodsOften', shape: { type: 'area', ring } })
    expect(typesOf({ ...plan, marks: [area] }, told)).toEqual(['dangerOnRoute'])
  })

  it('twice: what is true whatever the danger', () => {
    const told = { risk: aRisk(aLandslide('warning'), aWater('flood', DEPTH_BANDS[4])) }
    const plan = aPlan({ hazards: ['flood', 'landslide'], destinations: [site()], routes: [], marks: [] })
    expect(warningsOf(plan, told).filter(({ type }) => type === 'oneDestination')).toEqual([
      {
        type: 'oneDestination',
        hazard: null,
        about: ['d1'],
        amounts: {},
        fix: { where: 'thing', list: 'destinations', id: null },
      },
    ])
  })

  it('a tsunami far from the sea: the shaking sends nobody away', () => {
    const plan = aPlan({ hazards: null, destinations: [site()], routes: [], marks: [] })
    expect(typesOf(plan, { risk: aRisk() })).toEqual(['noTimeline'])
  })

  it('what nobody knows of stays unknown: without data nothing is silent', () => {
    const risk = aRisk(
      ...(['flood', 'landslide', 'stormSurge', 'tsunami'] as const).map((kind) =>
        without(kind, 'dataUnavailable'),
      ),
    )
    const plan = aPlan({ hazards: null, destinations: [], routes: [], marks: [], timelines: [] })
    expect(typesOf(plan, { risk })).toContain('noDestination')
  })
})
