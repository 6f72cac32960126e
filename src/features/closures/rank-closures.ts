import type { Closure } from '#domain/closures/closure.ts'
import { strengthOf, type ClosureStrength } from '#domain/closures/describe-closure.ts'
import { metresToClosure } from '#domain/closures/metres-to-closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { ClosuresNow } from './closures-now.ts'

/** A closure with how much it holds up somebody on foot, and how far away it is. */
export type RankedClosure = {
  readonly closure: Closure
  readonly strength: ClosureStrength
  /** Metres from the place that is looked at; null = no place is. */
  readonly metres: number | null
}

export type RankedClosures = {
  readonly inForce: readonly RankedClosure[]
  readonly planned: readonly RankedClosure[]
  readonly over: readonly RankedClosure[]
}

/** All closures of the feed, nearest first where a place is looked at, else in the order in which they were published. */
export function rankClosures({ reckoned }: ClosuresNow, from: LngLat | null): RankedClosures {
  const ranked = (reckoned?.closures ?? []).map((closure) => ({
    closure,
    strength: strengthOf(closure, reckoned?.at ?? 0),
    metres: from === null ? null : metresToClosure(closure, from),
  }))
  const sorted = ranked.toSorted((one, other) => (one.metres ?? 0) - (other.metres ?? 0))
  const are = (...wanted: readonly ClosureStrength[]) =>
    sorted.filter(({ strength }) => wanted.includes(strength))
  return { inForce: are('closed', 'perhaps', 'carsOnly'), planned: are('planned'), over: are('over') }
}

/** How far around a place a closure is told with the answer: a quarter of an hour on foot. Own choice. Metres. */
export const NEAR = 1_000

/** The closures near a place that are in force or planned, nearest first. */
export function closuresNear(now: ClosuresNow, from: LngLat): readonly RankedClosure[] {
  const { inForce, planned } = rankClosures(now, from)
  return [...inForce, ...planned].filter(({ metres }) => metres !== null && metres <= NEAR)
}
