import type { Closure } from '#domain/closures/closure.ts'
import { describeFeedState } from '#domain/closures/describe-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { ReadAloud } from '../speech/index.ts'
import { ClosureCard } from './ClosureCard.tsx'
import type { ClosuresNow } from './closures-now.ts'
import { AgeLine, Troubles } from './FeedLines.tsx'
import { LookAgain } from './LookAgain.tsx'
import { rankClosures, type RankedClosure } from './rank-closures.ts'
import { sayClosures } from './say-closures.ts'
import { whyNothing } from './why-nothing.ts'
import styles from './Closures.module.css'

type Shown = {
  readonly now: ClosuresNow
  /** The closure that the person came to see. */
  readonly picked: string | null
  /** Shows a closure on the map; null = there is no map. */
  readonly onShow: ((closure: Closure) => void) | null
}

const Group = ({
  of,
  all,
  now,
  picked,
  onShow,
}: Shown & { readonly of: 'inForce' | 'planned' | 'over'; readonly all: readonly RankedClosure[] }) => (
  <Section title={<Said k={`closures:list.${of}`} params={{ count: all.length }} />}>
    {all.map((ranked) => (
      <ClosureCard
        key={ranked.closure.id}
        ranked={ranked}
        now={now}
        isPicked={ranked.closure.id === picked}
        onShow={onShow}
      />
    ))}
  </Section>
)

/** The list as the city published it, with what its age and its silence mean. */
const List = ({ from, ...shown }: Shown & { readonly from: LngLat | null }) => {
  const { now } = shown
  const { inForce, planned, over } = rankClosures(now, from)
  const { notes } = describeFeedState(now.state, now.now, now.clockWrong)
  return (
    <>
      {inForce.length === 0 ? (
        <p>
          <Said k="closures:list.none" />
        </p>
      ) : null}
      {notes.map((phrase) => (
        <Quiet key={phrase.key}>
          <Said phrase={phrase} />
        </Quiet>
      ))}
      {inForce.length + planned.length + over.length > 1 ? (
        <Quiet>
          <Said k={from === null ? 'closures:list.asPublished' : 'closures:list.nearestFirst'} />
        </Quiet>
      ) : null}
      {inForce.length === 0 ? null : <Group of="inForce" all={inForce} {...shown} />}
      {planned.length === 0 ? null : <Group of="planned" all={planned} {...shown} />}
      {over.length === 0 ? null : <Group of="over" all={over} {...shown} />}
    </>
  )
}

/** Closed roads as the city publishes them: how old the list is, every closure, and why there is none where there is none. */
export const ClosuresPanel = ({
  onLook,
  ...listed
}: Shown & {
  /** The place that is looked at: the list is told from there. */
  readonly from: LngLat | null
  /** Asks the city now; null = there is nobody to ask. */
  readonly onLook: (() => Promise<void>) | null
}) => {
  const { now } = listed
  const nothing = whyNothing(now)
  return (
    <div className={styles.panel} data-closures={now.status === 'open' ? now.state.kind : now.status}>
      {nothing === null ? <AgeLine now={now} /> : null}
      <Troubles now={now} />
      {nothing === null ? null : (
        <Notice tone="unknown">
          {nothing.map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
        </Notice>
      )}
      {onLook === null ? null : <LookAgain onLook={onLook} />}
      <ReadAloud
        about={JSON.stringify([now.reckoned?.closures ?? null, listed.from])}
        says={sayClosures(now, listed.from)}
        isBrief
      />
      {nothing === null ? <List {...listed} /> : null}
    </div>
  )
}
