import { describe, expect, it } from 'vitest'
import { DEPTH_BANDS } from '../hazards/depth-band.ts'
import type { DestinationFor, RouteExposure } from '../plan/plan-facts.ts'
import type { Destination, Member, Plan, Step } from '../plan/plan.ts'
import { setTimeline } from '../plan/edits/edit-timeline.ts'
import { aMark, anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aCollapse, aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { someFacts, type ToldFacts } from '#tests/support/some-facts.ts'
import { checkPlan } from './check-plan.ts'
import { chooseDestination } from './choose-destination.ts'
import { draftTimeline } from './draft-timeline.ts'
import { WARNING_TYPES, type PlanWarning, type WarningType } from './plan-warning.ts'
import type { TimelineHazard } from './trigger.ts'

const RIVER = aRisk(aWater('flood', DEPTH_BANDS[2], { duration: lasting(2) }))
const SLOPE = aRisk(aLandslide('warning'))
const SEA = aRisk(aWater('tsunami', DEPTH_BANDS[2]))

const site = (change: Partial<Destination> = {}): Destination => ({
  id: 'd1',
  kind: 'site',
  site: 'S1',
  name: 'A',
  at: [135.03, 30.01],
  hazards: [],
  by: 'walk',
  minutes: null,
  phone: '',
  note: '',
  ...change,
})

/** A family with two places to go, and its drafted timeline for one danger; nothing of it has to be warned about. */
function aGood(hazard: TimelineHazard, told: ToldFacts, change: Partial<Plan> = {}): Plan {
  const plan = aPlan({
    hazards: [hazard],
    timelines: [],
    marks: [],
    routes: [],
    destinations: [site(), site({ id: 'd2', name: 'B' })],
    ...change,
  })
  const drafted = setTimeline(hazard, draftTimeline(plan, someFacts(plan, told), hazard))(
    plan,
    plan.changedAt,
  )
  if (!drafted.ok) throw new Error(drafted.detail)
  return drafted.value
}

const warningsOf = (plan: Plan, told: ToldFacts): readonly PlanWarning[] =>
  checkPlan(plan, someFacts(plan, told))
const typesOf = (plan: Plan, told: ToldFacts): readonly WarningType[] =>
  warningsOf(plan, told).map(({ type }) => type)

const member = (change: Partial<Member>): Member => ({
  id: 'm1',
  name: 'M',
  kind: 'adult',
  needs: [],
  speed: null,
  ...change,
})
const living = (members: readonly Member[], car: boolean | null = true): Partial<Plan> => ({
  household: { members: [...members], car, readyMinutes: 30 },
  places: aPlan()
    .places.filter(({ kind }) => kind === 'home')
    .map((place) => ({ ...place, members: [] })),
  contacts: [],
})
const withSteps = (plan: Plan, change: (step: Step) => Step | null): Plan => ({
  ...plan,
  timelines: plan.timelines.map((one) => ({
    ...one,
    steps: one.steps.flatMap((step) => change(step) ?? []),
  })),
})
const isCode = ({ what }: Step, ...codes: readonly string[]): boolean =>
  what.type === 'code' && codes.includes(what.code)

const exposure = (change: Partial<RouteExposure>): RouteExposure => ({
  metres: 800,
  parts: [],
  impassable: 0,
  unknownMetres: 0,
  ...change,
})
const ROUTE = (aPlan().routes[0] ?? null) as Plan['routes'][number]
const inZone = (designated: DestinationFor['designated']) => ({ zone: 'inZone', designated }) as const
const UPSTAIRS = site({ kind: 'upstairs', site: null, at: null })
const house = (storeys: number, floor: number, stockHours: number | null): Partial<Plan> => ({
  places: aPlan()
    .places.slice(0, 1)
    .map((place) => ({ ...place, building: { storeys, floor, structure: 'wood', stockHours } })),
})

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

/** For each type a plan that has it; what it is about; where it is put right. */
const CASES: { readonly [type in WarningType]: () => readonly [Plan, ToldFacts] } = {
  noHome: () => [anEmptyPlan(), {}],
  leaveAtLevel5: () => {
    const told = { risk: SLOPE }
    const plan = aGood('landslide', told, living([member({})]))
    return [
      withSteps(plan, (step) => (isCode(step, 'leaveAll') ? { ...step, trigger: 'city5' } : step)),
      told,
    ]
  },
  upstairsLeave: () => {
    const told = { risk: SLOPE }
    return [
      aGood('landslide', told, { destinations: [UPSTAIRS, site({ id: 'd2' }), site({ id: 'd3' })] }),
      told,
    ]
  },
  notPlanned: () => [aGood('flood', { risk: SLOPE }), { risk: SLOPE }],
  noLeaveStep: () => {
    const told = { risk: SLOPE }
    const plan = aGood('landslide', told)
    return [withSteps(plan, (step) => (/leave/.test(JSON.stringify(step.what)) ? null : step)), told]
  },
  onlyInZone: () => {
    const told = { risk: RIVER, destinations: { d1: inZone('yes') } }
    return [aGood('flood', told, { destinations: [site()] }), told]
  },
  noDestination: () => [aGood('landslide', { risk: SLOPE }, { destinations: [] }), { risk: SLOPE }],
  noneServes: () => {
    const told = { risk: RIVER, destinations: { d1: { designated: 'no' }, d2: inZone('no') } } as const
    return [aGood('flood', told), told]
  },
  inZone: () => {
    const told = { risk: RIVER, destinations: { d2: inZone('notTold') } }
    return [aGood('flood', told), told]
  },
  siteGone: () => {
    const told = { risk: RIVER, destinations: { d2: { designated: 'gone' } } } as const
    return [aGood('flood', told), told]
  },
  notDesignated: () => {
    const told = { risk: RIVER, destinations: { d2: { designated: 'no' } } } as const
    return [aGood('flood', told), told]
  },
  triggerTooLate: () => {
    const way = { from: 'told', metres: null, minutes: 150, nightMinutes: 188 } as const
    const plan = aGood('landslide', { risk: SLOPE }, living([member({})]))
    return [plan, { risk: SLOPE, destinations: { d1: { way }, d2: { way } } }]
  },
  needsTimeLate: () => {
    const plan = aGood('landslide', { risk: SLOPE })
    return [
      withSteps(plan, (step) => (isCode(step, 'leaveNeedsTime') ? { ...step, trigger: 'city4' } : step)),
      { risk: SLOPE },
    ]
  },
  nobodyToHelp: () => [
    aGood('landslide', { risk: SLOPE }, living([member({ needs: ['elderly'] })])),
    { risk: SLOPE },
  ],
  routeImpassable: () => [
    aGood('landslide', { risk: SLOPE }, { routes: [{ ...ROUTE, destination: 'd1' }] }),
    { risk: SLOPE, exposures: { [ROUTE.id]: exposure({ impassable: 123 }) } },
  ],
  tooFarTsunami: () => {
    const way = { from: 'straight', metres: 501, minutes: 12, nightMinutes: 15 } as const
    const told = { risk: SEA, destinations: { d1: { way } } }
    return [aGood('tsunami', told), told]
  },
  tooFarOnFoot: () => {
    const way = { from: 'straight', metres: 2001, minutes: 34, nightMinutes: 42 } as const
    const told = { risk: SLOPE, destinations: { d1: { way } } }
    return [aGood('landslide', told, living([member({})], null)), told]
  },
  noCarToDrive: () => [
    aGood(
      'landslide',
      { risk: SLOPE },
      { ...living([member({})], false), destinations: [site(), site({ id: 'd2', by: 'car' })] },
    ),
    { risk: SLOPE },
  ],
  carInTsunami: () => [
    aGood(
      'tsunami',
      { risk: SEA },
      { ...living([member({})]), destinations: [site(), site({ id: 'd2', by: 'car' })] },
    ),
    { risk: SEA },
  ],
  nobodyFetches: () => {
    const plan = aGood('landslide', { risk: SLOPE })
    return [withSteps(plan, (step) => (isCode(step, 'fetchFromSchool') ? null : step)), { risk: SLOPE }]
  },
  stockTooShort: () => {
    const told = { risk: RIVER }
    return [
      aGood('flood', told, {
        ...house(2, 2, 3),
        destinations: [site(), UPSTAIRS].map((one, index) => ({ ...one, id: `d${index}` })),
      }),
      told,
    ]
  },
  languageAlone: () => [
    aGood('landslide', { risk: SLOPE }, living([member({ needs: ['language'] })])),
    { risk: SLOPE },
  ],
  upstairsNotKnown: () => {
    const told = { risk: RIVER }
    return [
      aGood('flood', told, { ...house(2, 2, null), destinations: [site(), { ...UPSTAIRS, id: 'd2' }] }),
      told,
    ]
  },
  buildingNotTold: () => [
    aGood(
      'landslide',
      { risk: SLOPE },
      { places: aPlan().places.map((place) => ({ ...place, building: null })) },
    ),
    { risk: SLOPE },
  ],
  oneDestination: () => [aGood('landslide', { risk: SLOPE }, { destinations: [site()] }), { risk: SLOPE }],
  designatedInZone: () => {
    const told = { risk: RIVER, destinations: { d2: inZone('yes') } }
    return [aGood('flood', told), told]
  },
  designationNotTold: () => {
    const told = { risk: RIVER, destinations: { d2: { designated: 'notTold' } } } as const
    return [aGood('flood', told), told]
  },
  destinationNotKnown: () => {
    const told = { risk: RIVER, destinations: { d2: { zone: 'notKnown' } } } as const
    return [aGood('flood', told), told]
  },
  destinationElsewhere: () => {
    const told = { risk: RIVER, destinations: { d2: { zone: 'elsewhere' } } } as const
    return [aGood('flood', told), told]
  },
  noPlace: () => {
    const told = { risk: RIVER, destinations: { d2: { zone: 'noPlace', way: null } } } as const
    return [aGood('flood', told), told]
  },
  dangerOnRoute: () => [
    aGood(
      'landslide',
      { risk: SLOPE },
      { routes: [{ ...ROUTE, destination: 'd1' }], marks: [onRoute('underpass')] },
    ),
    { risk: SLOPE },
  ],
  darkOnRoute: () => [
    aGood(
      'landslide',
      { risk: SLOPE },
      { routes: [{ ...ROUTE, destination: 'd1' }], marks: [onRoute('dark')] },
    ),
    { risk: SLOPE },
  ],
  routeUnknown: () => [
    aGood('landslide', { risk: SLOPE }, { routes: [{ ...ROUTE, destination: 'd1' }] }),
    { risk: SLOPE, exposures: { [ROUTE.id]: exposure({ unknownMetres: 40 }) } },
  ],
  noTimeline: () => [{ ...aGood('landslide', { risk: SLOPE }), timelines: [] }, { risk: SLOPE }],
}

/** A mark halfway along the first piece of the drawn way, which is no corner of it. */
function onRoute(kind: 'underpass' | 'dark') {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = ROUTE.line
  return aMark({ id: 'mark', kind, shape: { type: 'point', at: [(ax + bx) / 2, (ay + by) / 2] } })
}

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
