import { describeClosure } from '#domain/closures/describe-closure.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { formatMetres, type SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import { publishedEndOf, type ClosuresNow } from './closures-now.ts'
import { closuresNear, type RankedClosure } from './rank-closures.ts'
import { whyNothing } from './why-nothing.ts'

/** One closure as sentences, in the order of the screen. */
function sayClosure(t: SayWords, now: ClosuresNow, { closure, metres }: RankedClosure): readonly string[] {
  const { clockWrong, reckoned } = now
  const told = { clockWrong, publishedEnd: publishedEndOf(now, closure) }
  const report = describeClosure(closure, reckoned?.at ?? now.now, told)
  const { road, state, reason, access, when, depth, notes } = report
  return [
    t.phrase(road),
    ...(metres === null ? [] : [t('closures:item.distance', { distance: formatMetres(t.language, metres) })]),
    ...[state, reason, ...access, ...(depth === null ? [] : [depth]), ...when, ...notes].map(t.phrase),
  ]
}

/** The closures near a place, read aloud: first how old it is, because nobody sees that while listening. */
export const sayClosures =
  (now: ClosuresNow, from: LngLat): Speech =>
  (t) => {
    const nothing = whyNothing(now)
    if (nothing !== null) return nothing.map(t.phrase)
    const near = closuresNear(now, from)
    const { headline, issued, notes } = describeFeedState(now.state, now.now, now.clockWrong)
    return [
      t('closures:near.title'),
      ...[headline, ...issued].map(t.phrase),
      ...(near.length === 0 ? [t('closures:near.none')] : near.flatMap((one) => sayClosure(t, now, one))),
      ...notes.map(t.phrase),
    ]
  }
