import type { Phrase } from '#domain/risk/report.ts'
import { describeClosure } from '#domain/closures/describe-closure.ts'
import type { ClosureMark } from '#map/map-view.ts'
import type { ClosuresNow } from './closures-now.ts'

/**
 * The closures as the map draws them, in the order of the feed. Those that are over are left out: the list tells of them.
 * @param label the words of a phrase, without markup
 */
export function closureMarks(
  { reckoned, state }: ClosuresNow,
  label: (phrase: Phrase) => string,
): readonly ClosureMark[] {
  if (reckoned === null) return []
  return reckoned.closures.flatMap((closure) => {
    const { strength, reason } = describeClosure(closure, reckoned.at)
    if (strength === 'over') return []
    const { id, shape } = closure
    return [{ id, shape, strength, isOld: state.kind === 'old', label: label(reason) }]
  })
}
