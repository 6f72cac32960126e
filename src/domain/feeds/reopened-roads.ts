import { blocks } from '../closures/blocks.ts'
import { CLOSURE_STATES, MODES, type Closure, type ClosureFeed, type Mode } from '../closures/closure.ts'
import { FEED_LIMITS, readFeed } from '../closures/read-feed.ts'
import type { FeedKind } from './check-feed.ts'

/**
 * The ids of closures of the former feed that this one opens: gone, lifted, open, or saying less than before in any way – for
 * less time, elsewhere, in one direction, for fewer people. A thief with one key must not open a road by moving its closure
 * into the next valley. A closure whose own end has come by the time of issue, and one that was open before, may go.
 */
export function reopenedRoads(before: ClosureFeed | null, after: ClosureFeed): readonly string[] {
  if (before === null) return []
  const now = new Map(after.closures.map((closure) => [closure.id, closure]))
  return before.closures
    .filter((closure) => isShut(closure, after.issued))
    .filter((closure) => {
      const same = now.get(closure.id)
      return same === undefined || !saysNoLess(closure, same)
    })
    .map(({ id }) => id)
}

const isShut = ({ state, status, end }: Closure, at: number): boolean =>
  state !== 'open' && status !== 'lifted' && (end === null || end > at)

function saysNoLess(before: Closure, after: Closure): boolean {
  return (
    // The states stand in their order, most shut first.
    CLOSURE_STATES.indexOf(after.state) <= CLOSURE_STATES.indexOf(before.state) &&
    isNoWeakerStatus(before.status, after.status) &&
    after.start <= before.start &&
    (after.end === null || (before.end !== null && after.end >= before.end)) &&
    (after.direction === 'both' || after.direction === before.direction) &&
    MODES.every((mode) => shuts(after, mode) >= shuts(before, mode)) &&
    isSameShape(before, after)
  )
}

const isNoWeakerStatus = (before: Closure['status'], after: Closure['status']): boolean =>
  after !== 'lifted' && (after === before || after === 'active')

/** How far a closure keeps somebody from passing while it holds, as routes reckon it. */
function shuts(closure: Closure, mode: Mode): number {
  const holding: Closure = { ...closure, status: 'active', start: 0, end: null }
  return ['no', 'unknown', 'yes'].indexOf(blocks(holding, mode, 0))
}

const isSameShape = (before: Closure, after: Closure): boolean =>
  JSON.stringify(before.shape) === JSON.stringify(after.shape)

/** How closures are checked. */
export const CLOSURES_KIND: FeedKind<ClosureFeed> = {
  name: 'closures',
  cap: FEED_LIMITS.bytes,
  parse: readFeed,
  takesBack: reopenedRoads,
}
