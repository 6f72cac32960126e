import { describeClosure } from '#domain/closures/describe-closure.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import type { ClosuresNow } from './closures-now.ts'
import { Line } from './FeedLines.tsx'
import { whyNothing } from './why-nothing.ts'

/** Of when the closures are that are known, and what that is worth; empty = none are known. */
export function agePhrases({ state, now, clockWrong }: ClosuresNow): readonly Phrase[] {
  const { kind, headline, issued } = describeFeedState(state, now, clockWrong)
  return kind === 'never' ? [] : kind === 'current' ? issued : [...issued, headline]
}

const All = ({ phrases }: { readonly phrases: readonly Phrase[] }) =>
  phrases.map((phrase) => (
    <p key={phrase.key}>
      <Said phrase={phrase} />
    </p>
  ))

/**
 * The closures on a way that somebody drew: each with its road and whether people on foot get through, and of when that is. That none
 * is known to lie on it says nothing of the roads, and is told so.
 */
export const ClosuresOnRoute = ({
  now,
  ids,
}: {
  readonly now: ClosuresNow
  /** Of those on the way. */
  readonly ids: readonly string[]
}) => {
  const nothing = whyNothing(now)
  if (nothing !== null) return <All phrases={nothing} />
  const closures = now.reckoned?.closures.filter(({ id }) => ids.includes(id)) ?? []
  if (closures.length === 0)
    return (
      <>
        <All phrases={[{ key: 'closures:route.none' }]} />
        <Line phrases={agePhrases(now)} />
        <All phrases={[{ key: 'closures:note.silence' }]} />
      </>
    )
  return (
    <Notice tone="hazard">
      <All phrases={[{ key: 'closures:route.some' }]} />
      <ul>
        {closures.map((closure) => {
          const { road, access, state, reason } = describeClosure(closure, now.reckoned?.at ?? now.now)
          return (
            <li key={closure.id}>
              <Line phrases={[road, ...access.slice(0, 1), state, reason]} />
            </li>
          )
        })}
      </ul>
      <Line phrases={agePhrases(now)} />
    </Notice>
  )
}
