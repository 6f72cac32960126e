import { describeFeedState, describeNoFeed } from '#domain/closures/describe-feed.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { ClosuresNow } from './closures-now.ts'

/**
 * Why no closure can be told of at all, and what follows from it; null = a list is there. An empty list is not nothing: it is
 * what the city published.
 */
export function whyNothing({ status, state, now, clockWrong }: ClosuresNow): readonly Phrase[] | null {
  if (status !== 'open') return [describeNoFeed(status), { key: 'closures:note.ask' }]
  if (state.kind !== 'never') return null
  return [describeFeedState(state, now, clockWrong).headline, { key: 'closures:note.ask' }]
}
