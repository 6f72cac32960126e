import { momentOf } from '#domain/drills/drill-clock.ts'
import type { Running } from '../state.ts'
import { isLost } from './site-reached.ts'
import type { WalkWatchState } from './watch-state.ts'

/**
 * What is known of where somebody is. `waiting` for the first position · `inaccurate` the last one was too wide to count · `lost` none
 * since a moment, milliseconds · `jump` and `old` the last one was left aside · `good` within so many metres · the others as the
 * browser says.
 */
export type PositionState =
  | { readonly kind: 'denied' | 'unsupported' | 'unavailable' | 'waiting' | 'jump' | 'old' }
  | { readonly kind: 'inaccurate' | 'good'; readonly metres: number }
  | { readonly kind: 'lost'; readonly since: number }

/** What is told of the position: what hinders it first, then how long it is missing, then what became of the last one. */
export function positionState(watch: WalkWatchState, running: Running): PositionState {
  const { drill } = running
  const { failure, last } = watch
  if (failure === 'denied' || failure === 'unsupported') return { kind: failure }
  const isWide = last?.fate === 'inaccurate'
  if (isLost(running)) {
    const since = momentOf(drill.clock, drill.run.gaps.at(-1)?.from ?? 0)
    if (since !== null) return { kind: 'lost', since }
  }
  if (isWide) return { kind: 'inaccurate', metres: toldAccuracy(last.accuracy) }
  const point = drill.run.track.at(-1)
  if (point === undefined) return { kind: failure === 'unavailable' ? 'unavailable' : 'waiting' }
  if (last?.fate === 'jump' || last?.fate === 'old') return { kind: last.fate }
  return { kind: 'good', metres: toldAccuracy(last?.accuracy ?? point.accuracy) }
}

/** A radius is no measurement: to 5 m, and never 0. */
const toldAccuracy = (metres: number): number => Math.max(5, Math.ceil(metres / 5) * 5)

/** True where nothing can be known of where they are unless somebody does something about it. */
export const isWithout = ({ kind }: PositionState): boolean =>
  kind === 'denied' || kind === 'unsupported' || kind === 'unavailable'
