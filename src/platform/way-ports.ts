import type { Result } from '#domain/result.ts'
import type {
  Departures,
  Distances,
  FoundWays,
  FrontQuestion,
  Reach,
  WaysQuestion,
  WaysRefusal,
} from '#domain/routes/ways-question.ts'
import type { Area } from '#domain/packs/area.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Finds ways on foot, in a thread of its own. A method rejects only with the reason of its `signal`. */
export interface WayFinder {
  /** Takes the ways of this area; those of the former are let go. null = there is none. */
  use(area: Pick<Area, 'graph'> | null): void
  /**
   * The ways from a place to up to `count` different goals, the best first.
   * @param front when it is given, each way tells when to leave at the latest
   */
  waysFrom(
    question: WaysQuestion,
    at: LngLat,
    how: { readonly count: number; readonly front?: FrontQuestion; readonly signal: AbortSignal },
  ): Promise<Result<FoundWays, WaysRefusal>>
  /** How far it is from a place to every goal of the question. */
  distances(question: WaysQuestion, at: LngLat, signal: AbortSignal): Promise<Result<Distances, WaysRefusal>>
  /** Every road by the time to a goal. */
  reach(question: WaysQuestion, signal: AbortSignal): Promise<Result<Reach, WaysRefusal>>
  /** Every road by the time that is left, and one place. */
  departures(
    question: WaysQuestion,
    how: { readonly front: FrontQuestion; readonly at: LngLat | null; readonly signal: AbortSignal },
  ): Promise<Result<Departures, WaysRefusal>>
}
