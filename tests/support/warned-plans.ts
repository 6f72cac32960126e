import { DEPTH_BANDS } from '#domain/hazards/depth-band.ts'
import { setTimeline } from '#domain/plan/edits/edit-timeline.ts'
import type { DestinationFor, RouteExposure } from '#domain/plan/plan-facts.ts'
import type { Destination, Member, Plan, Step } from '#domain/plan/plan.ts'
import { draftTimeline } from '#domain/timeline/draft-timeline.ts'
import type { WarningType } from '#domain/timeline/plan-warning.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'
import { aMark, anEmptyPlan, aPlan } from './a-plan.ts'
import { aLandslide, aRisk, aWater, lasting } from './a-risk.ts'
import { someFacts, type ToldFacts } from './some-facts.ts'

export const RIVER = aRisk(aWater('flood', DEPTH_BANDS[2], { duration: lasting(2) }))
export const SLOPE = aRisk(aLandslide('warning'))
export const SEA = aRisk(aWater('tsunami', DEPTH_BANDS[2]))

export const site = (change: Partial<Destination> = {}): Destination => ({
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
export function aGood(hazard: TimelineHazard, told: ToldFacts, change: Partial<Plan> = {}): Plan {
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
export const ROUTE = (aPlan().routes[0] ?? null) as Plan['routes'][number]
export const inZone = (designated: DestinationFor['designated']) => ({ zone: 'inZone', designated }) as const
const UPSTAIRS = site({ kind: 'upstairs', site: null, at: null })
const house = (storeys: number, floor: number, stockHours: number | null): Partial<Plan> => ({
  places: aPlan()
    .places.slice(0, 1)
    .map((place) => ({ ...place, building: { storeys, floor, structure: 'wood', stockHours } })),
})

/** For each type a plan that has it; what it is about; where it is put right. */
export const CASES: { readonly [type in WarningType]: () => readonly [Plan, ToldFacts] } = {
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
  unreachable: () => {
    const told = { risk: SLOPE, destinations: { d2: { isBarred: true } } }
    return [aGood('landslide', told), told]
  },
  closedRoute: () => [
    aGood('landslide', { risk: SLOPE }, { routes: [{ ...ROUTE, destination: 'd1' }] }),
    { risk: SLOPE, closures: { [ROUTE.id]: ['2026-0012'] } },
  ],
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
export function onRoute(kind: 'underpass' | 'dark') {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = ROUTE.line
  return aMark({ id: 'mark', kind, shape: { type: 'point', at: [(ax + bx) / 2, (ay + by) / 2] } })
}
