import fc from 'fast-check'
import { standingOf, stayFor } from '#domain/plan/destination-facts.ts'
import { DEPTH_BANDS, type DepthRank } from '#domain/hazards/depth-band.ts'
import { homeOf, homePlaceOf } from '#domain/plan/household.ts'
import type {
  DestinationFacts,
  DestinationFor,
  DestinationZone,
  PlaceFacts,
  PlanFacts,
  RouteExposure,
  Way,
} from '#domain/plan/plan-facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { minutesFor, slowestOf } from '#domain/plan/walking.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { anyHome } from './a-home.ts'
import { aPlan } from './a-plan.ts'
import { anyAnswer, anyRisk, aRisk, aWater, lasting, tidyRisk } from './a-risk.ts'
import { anyPlan } from './any-plan.ts'

/** What is told of a destination in a test; what is left out is a place outside the zones, 1 km away. */
export type ToldDestination = {
  readonly zone?: DestinationZone
  readonly designated?: DestinationFor['designated']
  readonly worst?: DestinationFor['worst']
  readonly way?: Way | null
  readonly isBarred?: boolean
}

export type ToldFacts = {
  /** The answers at home; null = no area is open. */
  readonly risk?: RiskAnswer | null
  /** By the id of the destination. */
  readonly destinations?: Readonly<Record<string, ToldDestination>>
  /** By the id of the route. */
  readonly exposures?: Readonly<Record<string, RouteExposure>>
  /** Ids of the closures on it, by the id of the route. */
  readonly closures?: Readonly<Record<string, readonly string[]>>
}

/** The facts of a plan without a pack: the real decision for the building, and destinations as told. */
export function someFacts(plan: Plan, told: ToldFacts = {}): PlanFacts {
  const { risk = aRisk(), destinations = {}, exposures = {}, closures = {} } = told
  const { pace } = slowestOf(plan)
  const places = plan.places.map((place): PlaceFacts => {
    const home = homeOf(plan, place)
    return { place, risk, stay: risk === null || home === null ? null : decideStay(risk, home) }
  })
  const homePlace = homePlaceOf(plan)
  const home = places.find(({ place }) => place === homePlace) ?? null
  const zones = TIMELINE_HAZARDS.map((hazard) => ({
    hazard,
    zone: home === null ? 'noPlace' : risk === null ? 'notKnown' : standingOf(risk, hazard).zone,
  }))
  return {
    home,
    places,
    reached: zones.filter(({ zone }) => zone === 'inZone').map(({ hazard }) => hazard),
    unknown: zones
      .filter(({ zone }) => zone === 'notKnown' || zone === 'elsewhere')
      .map(({ hazard }) => hazard),
    destinations: plan.destinations.map((one) =>
      someDestination(one, home, pace, destinations[one.id] ?? {}),
    ),
    routes: plan.routes.map((route) => ({
      route,
      exposure: exposures[route.id] ?? null,
      closures: closures[route.id] ?? [],
      way: { from: 'route', metres: 800, ...minutesFor(800, pace, 'walk') },
    })),
    pace,
  }
}

function someDestination(
  destination: Plan['destinations'][number],
  home: PlaceFacts | null,
  pace: number,
  told: ToldDestination,
): DestinationFacts {
  const isUpstairs = destination.kind === 'upstairs'
  const metres = isUpstairs ? 0 : 1000
  const way = { from: 'straight', metres, ...minutesFor(metres, pace, destination.by) } as const
  return {
    destination,
    way: told.way === undefined ? way : told.way,
    isBarred: told.isBarred ?? false,
    for: TIMELINE_HAZARDS.map((hazard) => ({
      hazard,
      meant: destination.hazards.length === 0 || destination.hazards.includes(hazard),
      zone: isUpstairs ? 'upstairs' : (told.zone ?? 'noZonePublished'),
      worst: told.worst ?? null,
      designated: told.designated ?? (destination.kind === 'site' ? 'yes' : null),
      stay: isUpstairs ? stayFor(home?.stay ?? null, hazard) : null,
    })),
  }
}

const anyWay: fc.Arbitrary<Way | null> = fc.option(
  fc.nat({ max: 2000 }).map((minutes) => ({
    from: 'told' as const,
    metres: null,
    minutes,
    nightMinutes: Math.ceil(minutes / 0.8),
  })),
)
const anyTold: fc.Arbitrary<ToldDestination> = fc.record({
  zone: fc.constantFrom<DestinationZone>('inZone', 'noZonePublished', 'notKnown', 'elsewhere', 'noPlace'),
  designated: fc.constantFrom('yes', 'no', 'notTold', 'gone', null),
  way: anyWay,
})

/** Any valid plan, often with a home, and any facts about it. */
export const anyCase: fc.Arbitrary<{ readonly plan: Plan; readonly facts: PlanFacts }> = fc
  .record({
    told: anyPlan,
    hasHome: fc.boolean(),
    risk: fc.option(fc.oneof(anyRisk, tidyRisk), { freq: 8 }),
    places: fc.array(anyTold, { minLength: 8, maxLength: 8 }),
  })
  .map(({ told, hasHome, risk, places }) => {
    const plan = hasHome ? withHome(told) : told
    const destinations = Object.fromEntries(
      plan.destinations.map(({ id }, index) => [id, places[index] ?? {}]),
    )
    return { plan, facts: someFacts(plan, { risk, destinations }) }
  })

/** A home in shallow water, with much stock, sometimes in other zones too; with nowhere to go but upstairs. */
export const anyWetCase: typeof anyCase = fc
  .record({
    rank: fc.constantFrom<DepthRank>(1, 2, 3),
    kind: fc.constantFrom('flood', 'stormSurge', 'inlandFlood'),
    others: fc.array(fc.constantFrom('landslide', 'houseCollapse', 'flood', 'pond').chain(anyAnswer), {
      maxLength: 2,
    }),
    home: anyHome,
    upstairs: fc.boolean(),
  })
  .map(({ rank, kind, others, home, upstairs }) => {
    const risk = aRisk(aWater(kind, DEPTH_BANDS[rank], { duration: lasting(1) }), ...others)
    const { storeys, floor, structure } = home
    const family = aPlan()
    const plan: Plan = {
      ...family,
      places: family.places.map((place) =>
        place.kind === 'home'
          ? { ...place, building: { storeys, floor, structure, stockHours: home.stockHours ?? 200 } }
          : place,
      ),
      destinations: upstairs
        ? family.destinations.slice(0, 1).map((one) => ({ ...one, kind: 'upstairs', site: null, at: null }))
        : [],
      routes: [],
    }
    return { plan, facts: someFacts(plan, { risk }) }
  })

/** The plan with its first place as the home, in a building that was told. */
const withHome = (plan: Plan): Plan => ({
  ...plan,
  places: plan.places.map((place, index) =>
    index === 0
      ? { ...place, kind: 'home', building: place.building ?? aPlan().places[0]?.building ?? null }
      : place,
  ),
})
