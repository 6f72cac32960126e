import { refuse, type Result } from '../result.ts'
import type { Costs } from './cost.ts'
import { buildField } from './field.ts'
import { routeFrom } from './follow-field.ts'
import type { Snapped } from './graph.ts'
import type { Route, RouteRefusal } from './route.ts'

/**
 * The way of least cost between any two places; its `site` is null.
 * @param start null, as `end`, = no way is near.
 */
export function routeBetween(
  costs: Costs,
  start: Snapped | null,
  end: Snapped | null,
): Result<Route, Exclude<RouteRefusal, 'noSites'>> {
  const field = buildField(costs, [{ id: '', on: end }])
  if (!field.ok) return refuse('unsnappable')
  const route = routeFrom(field.value, start)
  return route.ok ? { ok: true, value: { ...route.value, site: null } } : route
}
