import { closuresOnLine } from '#domain/closures/closures-on-line.ts'
import type { Closure } from '#domain/closures/closure.ts'
import { strengthOf } from '#domain/closures/describe-closure.ts'
import { metresToClosure } from '#domain/closures/metres-to-closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { ClosureMark } from '#map/map-view.ts'
import type { ClosuresNow } from '../closures/index.ts'

/** So many are named; more would hide the rest of the paper. */
const MOST = 8
/** Around the home, destinations and the corners of routes: ten minutes on foot. Own choice. Metres. */
const NEAR = 500

export type PaperClosures = {
  /** Those on routes first, then the nearest. */
  readonly named: readonly Closure[]
  /** How many more lie near. */
  readonly more: number
}

/** The closures in force or planned that lie near what the plan holds; those over, and those that let people on foot pass, are left out. */
export function closuresForPaper(plan: Plan, { reckoned }: ClosuresNow): PaperClosures {
  if (reckoned === null) return { named: [], more: 0 }
  const spots = spotsOf(plan)
  const onRoutes = new Set(
    plan.routes.flatMap(({ line }) => closuresOnLine(line, reckoned.closures, 'foot', reckoned.at)),
  )
  const near = reckoned.closures
    .filter((one) => ['closed', 'perhaps', 'planned'].includes(strengthOf(one, reckoned.at)))
    .map((closure) => ({
      closure,
      metres: onRoutes.has(closure) ? -1 : Math.min(...spots.map((at) => metresToClosure(closure, at))),
    }))
    .filter(({ metres }) => metres <= NEAR)
    .sort((a, b) => a.metres - b.metres)
    .map(({ closure }) => closure)
  return { named: near.slice(0, MOST), more: Math.max(0, near.length - MOST) }
}

const spotsOf = ({ places, destinations, routes }: Plan): readonly LngLat[] => [
  ...places.filter(({ kind }) => kind === 'home').map(({ at }) => at),
  ...destinations.flatMap(({ at, kind }) => (at === null || kind === 'upstairs' ? [] : [at])),
  ...routes.flatMap(({ line }) => line),
]

/** The same as the map of the paper draws them. Their words stand beside the map. */
export const marksForPaper = (
  { named }: PaperClosures,
  { reckoned, state }: ClosuresNow,
): readonly ClosureMark[] =>
  named.flatMap((closure) => {
    const strength = strengthOf(closure, reckoned?.at ?? 0)
    const { id, shape } = closure
    return strength === 'over' ? [] : [{ id, shape, strength, isOld: state.kind === 'old', label: '' }]
  })
