import { closuresOnLine } from '../closures/closures-on-line.ts'
import type { Reckoned } from '../closures/feed-state.ts'
import type { Area } from '../packs/area.ts'
import { assessRisk } from '../risk/assess-risk.ts'
import { decideStay } from '../stay/decide-stay.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '../timeline/trigger.ts'
import { destinationFacts, standingOf } from './destination-facts.ts'
import { homeOf, homePlaceOf } from './household.ts'
import type { PlaceFacts, PlanFacts, RouteExposure, RouteFacts } from './plan-facts.ts'
import type { Plan, PlanPlace, PlanRoute } from './plan.ts'
import { exposureOf, lengthOf } from './route-exposure.ts'
import { NO_STREETS, walkerOfPlan, type Streets } from './streets.ts'
import { minutesFor, slowestOf } from './walking.ts'

/** How a line is reckoned; the app hands in one that remembers, because every edit asks for all lines again. */
export type Expose = (area: Area, line: PlanRoute['line']) => RouteExposure

/** What is known besides the pack. */
export type KnownBeside = {
  readonly expose?: Expose
  /** Real ways that are known already; the facts are made anew when more are. */
  readonly streets?: Streets
  /** null = nothing is known of closures, which is not that all roads are open. */
  readonly closures?: Reckoned | null
}

/**
 * Everything that the area's pack tells about a plan, with the real ways and the closures that are known.
 * @param area null = no area is open: then nothing is said of any risk
 */
export function planFactsOf(
  area: Area | null,
  plan: Plan,
  { expose = exposureOf, streets = NO_STREETS, closures = null }: KnownBeside = {},
): PlanFacts {
  const { pace } = slowestOf(plan)
  const walker = walkerOfPlan(plan)
  const places = plan.places.map((place) => placeFacts(area, plan, place))
  const homePlace = homePlaceOf(plan)
  const home = places.find(({ place }) => place === homePlace) ?? null
  const routes = plan.routes.map((route) => routeFacts(area, route, pace, { expose, closures }))
  return {
    home,
    places,
    reached: TIMELINE_HAZARDS.filter((hazard) => zoneAt(home, hazard) === 'inZone'),
    unknown: TIMELINE_HAZARDS.filter((hazard) => ['notKnown', 'elsewhere'].includes(zoneAt(home, hazard))),
    destinations: plan.destinations.map((one) =>
      destinationFacts(area, one, { home, routes, pace, walker, streets }),
    ),
    routes,
    pace,
  }
}

const zoneAt = (home: PlaceFacts | null, hazard: TimelineHazard): string => {
  if (home === null) return 'noPlace'
  return home.risk === null ? 'notKnown' : standingOf(home.risk, hazard).zone
}

function placeFacts(area: Area | null, plan: Plan, place: PlanPlace): PlaceFacts {
  const risk = area === null ? null : assessRisk(area, place.at)
  const home = homeOf(plan, place)
  return { place, risk, stay: risk === null || home === null ? null : decideStay(risk, home) }
}

function routeFacts(
  area: Area | null,
  route: PlanRoute,
  pace: number,
  { expose, closures }: { readonly expose: Expose; readonly closures: Reckoned | null },
): RouteFacts {
  const metres = lengthOf(route.line)
  return {
    route,
    exposure: area === null ? null : expose(area, route.line),
    closures:
      closures === null
        ? []
        : closuresOnLine(route.line, closures.closures, 'foot', closures.at).map(({ id }) => id),
    way: { from: 'route', metres, ...minutesFor(metres, pace, 'walk') },
  }
}
