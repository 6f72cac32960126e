import { describeClosure } from '#domain/closures/describe-closure.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import type { ClosuresNow } from './closures-now.ts'
import { Line } from './FeedLines.tsx'
import { closuresNear, type RankedClosure } from './rank-closures.ts'
import { whyNothing } from './why-nothing.ts'
import styles from './Closures.module.css'

/** So many stand with the answer; the list has all. */
const SHOWN = 3

const Near = ({
  ranked: { closure, metres },
  now,
  onOpen,
}: {
  readonly ranked: RankedClosure
  readonly now: ClosuresNow
  readonly onOpen: (id: string) => void
}) => {
  const t = useWords('closures')
  const { road, state, reason, access, strength } = describeClosure(closure, now.reckoned?.at ?? now.now)
  const [foot] = access
  return (
    <li className={styles.card} data-strength={strength}>
      <Line
        phrases={[
          road,
          (metres ?? 0) < 10
            ? { key: 'closures:item.here' }
            : { key: 'closures:item.distance', params: { distance: formatMetres(t.language, metres ?? 0) } },
        ]}
      />
      {foot === undefined ? null : (
        <p className={styles.foot}>
          <Said phrase={foot} />
        </p>
      )}
      <Line phrases={strength === 'planned' ? [{ key: 'closures:near.planned' }, reason] : [state, reason]} />
      <Button look="quiet" onClick={() => onOpen(closure.id)}>
        <Said text={t('near.more', { road: t.phrase(road) })} />
      </Button>
    </li>
  )
}

/** The closures within 1 km of a place, as they stand with its answer; that nothing is known is said as such. */
export const ClosuresNear = ({
  now,
  at,
  onOpen,
}: {
  readonly now: ClosuresNow
  readonly at: LngLat
  /** Opens the list, at a closure or at its beginning. */
  readonly onOpen: (id: string | null) => void
}) => {
  if (now.status === 'waiting') return null
  const nothing = whyNothing(now)
  const near = nothing === null ? closuresNear(now, at) : []
  const { headline, issued, kind } = describeFeedState(now.state, now.now, now.clockWrong)
  return (
    <Section title={<Said k="closures:near.title" />}>
      {(nothing ?? []).map((phrase) => (
        <p key={phrase.key}>
          <Said phrase={phrase} />
        </p>
      ))}
      {nothing === null ? <Line phrases={kind === 'current' ? issued : [...issued, headline]} /> : null}
      {nothing === null && near.length === 0 ? (
        <p>
          <Said k="closures:near.none" />
        </p>
      ) : null}
      {near.length === 0 ? null : (
        <ul className={styles.list}>
          {near.slice(0, SHOWN).map((ranked) => (
            <Near key={ranked.closure.id} ranked={ranked} now={now} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {nothing === null ? (
        <Quiet>
          <Said k="closures:note.silence" />
        </Quiet>
      ) : null}
      <Button icon="list" onClick={() => onOpen(null)}>
        <Said k="closures:near.all" />
      </Button>
    </Section>
  )
}
