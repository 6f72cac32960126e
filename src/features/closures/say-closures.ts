import { describeClosure } from '#domain/closures/describe-closure.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { formatMetres, type SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import { publishedEndOf, type ClosuresNow } from './closures-now.ts'
import { rankClosures, type RankedClosure } from './rank-closures.ts'
import { whyNothing } from './why-nothing.ts'

/** One closure as sentences, in the order of the screen. */
function sayClosure(t: SayWords, now: ClosuresNow, { closure, metres }: RankedClosure): readonly string[] {
  const told = { clockWrong: now.clockWrong, publishedEnd: publishedEndOf(now, closure) }
  const report = describeClosure(closure, now.reckoned?.at ?? now.now, told)
  const [foot, ...others] = report.access
  return [
    t.phrase(report.road),
    ...(metres === null ? [] : [t('closures:item.distance', { distance: formatMetres(t.language, metres) })]),
    ...[foot, ...report.notes, report.state, report.reason, ...others, report.depth, report.stretch]
      .filter((phrase) => phrase != null)
      .map(t.phrase),
    ...report.when.map(t.phrase),
  ]
}

/** The list read aloud: first how old it is, because nobody sees that while listening; what is over is left to the eye. */
export const sayClosures =
  (now: ClosuresNow, from: LngLat | null): Speech =>
  (t) => {
    const nothing = whyNothing(now)
    if (nothing !== null) return nothing.map(t.phrase)
    const { inForce, planned } = rankClosures(now, from)
    const { headline, issued, notes } = describeFeedState(now.state, now.now, now.clockWrong)
    const part = (of: 'inForce' | 'planned', all: readonly RankedClosure[]) =>
      all.length === 0
        ? []
        : [t(`closures:list.${of}`, { count: all.length }), ...all.flatMap((one) => sayClosure(t, now, one))]
    return [
      ...[...issued, headline].map(t.phrase),
      ...(inForce.length === 0 ? [t('closures:list.none')] : []),
      ...part('inForce', inForce),
      ...part('planned', planned),
      ...notes.map(t.phrase),
    ]
  }
