import type { LngLat } from '../geo/lng-lat.ts'
import { toldMetres, toldMinutes } from '../routes/describe-way.ts'
import { buildField, type Field } from '../routes/field.ts'
import { routeFrom, routesFrom } from '../routes/follow-field.ts'
import { walkingTime, type Route } from '../routes/route.ts'
import { shutPlaces } from './coming-injects.ts'
import type { DrillNow } from './drill-run.ts'
import type { WaysThen } from './drill-ways.ts'
import type { DrillWorld, WorldSite } from './drill-world.ts'
import { fullFrom } from './full-sites.ts'

/** A site where somebody may want to go, and how far it is from where they are. */
export type SiteOffered = {
  readonly site: WorldSite
  /** To 10 m, and whole minutes rounded up, along ways that are not shut; null = no way is known. */
  readonly way: { readonly metres: number; readonly minutes: number } | null
  readonly isFull: boolean
}

/** Own choice: as many as are read and heard at once. */
const MOST_OFFERED = 4

/** One search for all places of a drill, as long as the same places are shut. */
const fields = new WeakMap<WaysThen['costs'], Field | null>()

function fieldOf({ costs, goals }: WaysThen): Field | null {
  const known = fields.get(costs)
  if (known !== undefined) return known
  const built = buildField(costs, goals, { labels: MOST_OFFERED })
  const field = built.ok ? built.value : null
  fields.set(costs, field)
  return field
}

/**
 * The sites to choose from, the wanted one (of the plan) first, then the nearest by the minutes on foot. Where no way is known: the
 * wanted one alone.
 */
export function sitesByMinutes(
  world: DrillWorld,
  from: LngLat,
  told: DrillNow['injects'],
  wanted: string | null,
): readonly SiteOffered[] {
  const offer = (id: string | null, route: Route | null): readonly SiteOffered[] => {
    const site = world.sites.find((one) => one.id === id)
    const isFull = site !== undefined && fullFrom(site.id, site.at, told) !== null
    return site === undefined ? [] : [{ site, way: route === null ? null : lengthOf(route), isFull }]
  }
  const then = world.ways?.withShut(shutPlaces(told)) ?? null
  if (then === null) return offer(wanted, null)
  const start = then.place(from)
  const field = fieldOf(then)
  const routes = field === null ? null : routesFrom(field, start)
  const near = routes?.ok === true ? routes.value : []
  const first = near.find(({ site }) => site === wanted) ?? routeTo(then, start, wanted)
  return [
    ...offer(wanted, first),
    ...near.filter(({ site }) => site !== wanted).flatMap((route) => offer(route.site, route)),
  ].slice(0, MOST_OFFERED + 1)
}

function routeTo(
  { fieldTo }: WaysThen,
  start: ReturnType<WaysThen['place']>,
  site: string | null,
): Route | null {
  const field = site === null ? null : fieldTo(site)
  const route = field === null ? null : routeFrom(field, start)
  return route?.ok === true ? route.value : null
}

const lengthOf = (route: Route): NonNullable<SiteOffered['way']> => ({
  metres: toldMetres(route.decimetres + route.beside.decimetres),
  minutes: toldMinutes(walkingTime(route)),
})
