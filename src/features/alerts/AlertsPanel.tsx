import { useState } from 'react'
import type { Alert } from '#domain/alerts/alert.ts'
import { alertsInForce, liftedAlerts, openedSites } from '#domain/alerts/alerts-state.ts'
import { describeAlertsState } from '#domain/alerts/describe-alerts.ts'
import { districtsNear, namedIn } from '#domain/alerts/near-districts.ts'
import { describeTrouble } from '#domain/closures/describe-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { Place } from '#domain/places/place.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Heard, Said } from '#i18n/index.ts'
import type { Clock } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet, Section } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { ReadAloud } from '../speech/index.ts'
import { AlertCard, type Near } from './AlertCard.tsx'
import styles from './alerts.module.css'
import { OpenedList } from './OpenedList.tsx'
import { sayAlerts } from './say-alerts.ts'
import { useAlerts, type Alerts, type AlertsStore } from './use-alerts.ts'

export type AlertsPanelProps = {
  readonly store: AlertsStore
  readonly clock: Clock
  /** The open area; null = none: then districts and sites have no names beside those of the file. */
  readonly area: Area | null
  /** Where the person asked, and where they live; null = not known. */
  readonly at: LngLat | null
  readonly home: LngLat | null
  /** Shows a site; null where there is no page for it. */
  readonly onSite: ((id: string) => void) | null
  readonly onWhatNow: () => void
  /** Asks the city's server once; it may reject. null = there is none to ask. */
  readonly onAgain: (() => Promise<unknown>) | null
}

/** The places of the person that each order names, by its id. */
function nearOf({ area, at, home }: AlertsPanelProps): (alert: Alert) => readonly Near[] {
  const around = (place: LngLat | null): readonly Place[] =>
    area === null || place === null ? [] : districtsNear(area.places, place)
  const [here, there] = [around(at), around(home)]
  return ({ districts }) => {
    const [place, atHome] = [namedIn(districts, here), namedIn(districts, there)]
    return [
      ...(place === null ? [] : [{ of: 'place', place } as const]),
      ...(atHome === null ? [] : [{ of: 'home', place: atHome } as const]),
    ]
  }
}

/** Of one level, those that name a place of the person come first. */
const nearFirst = (alerts: readonly Alert[], near: (alert: Alert) => readonly Near[]): readonly Alert[] =>
  [...alerts].sort((a, b) => b.level - a.level || Number(near(b).length > 0) - Number(near(a).length > 0))

const Orders = ({
  props,
  now,
  alerts,
  title,
}: {
  readonly props: AlertsPanelProps
  readonly now: number
  readonly alerts: readonly Alert[]
  readonly title: string
}) => {
  const near = nearOf(props)
  if (alerts.length === 0) return null
  const isMarked = alerts.some((alert) => near(alert).length > 0)
  return (
    <Section title={<Said k={title} />}>
      <ul className={styles.list}>
        {nearFirst(alerts, near).map((alert) => (
          <AlertCard
            key={alert.id}
            alert={alert}
            now={now}
            places={props.area?.places ?? []}
            near={near(alert)}
          />
        ))}
      </ul>
      {isMarked ? (
        <Quiet>
          <Said k="alerts:nearNote" />
        </Quiet>
      ) : null}
    </Section>
  )
}

/** What a second signature is for is another thing with orders than with roads. */
const ofOrders = (phrase: Phrase): Phrase =>
  phrase.key === 'closures:refused.oneSignature' ? { key: 'alerts:oneSignature' } : phrase

/** Why the newest file of the city is not what is shown, and what is wrong with the one that is. */
function troublesOf({ reading }: Alerts): readonly Phrase[] {
  if (reading === null) return []
  const { trouble, kept, alarms, isStored } = reading
  return [
    ...(trouble === null ? [] : describeTrouble(trouble, kept !== null).map(ofOrders)),
    ...(alarms.length === 0 ? [] : [{ key: 'closures:trouble.alarm' }]),
    ...(kept === null || isStored ? [] : [{ key: 'closures:trouble.unstored' }]),
  ]
}

const Sentences = ({ of }: { readonly of: readonly Phrase[] }) =>
  of.map((phrase) => (
    <p key={phrase.key}>
      <Said phrase={phrase} />
    </p>
  ))

/** How old it is, why there is nothing, and what went wrong. */
const State = ({ alerts }: { readonly alerts: Alerts }) => {
  const { tone, headline, issued, notes } = describeAlertsState(alerts.status, alerts.state, alerts.now)
  const troubles = troublesOf(alerts)
  return (
    <>
      <Notice tone={tone}>
        <p>
          <strong>
            <Said phrase={headline} />
          </strong>
        </p>
        {issued.length === 0 ? null : (
          <p className={styles.issued}>
            {issued.map((phrase) => (
              <span key={phrase.key}>
                <Said phrase={phrase} />
              </span>
            ))}
          </p>
        )}
        <Sentences of={notes} />
      </Notice>
      {troubles.length === 0 ? null : (
        <Notice tone="unknown">
          <Sentences of={troubles} />
        </Notice>
      )}
    </>
  )
}

/** Asks the city's server again, and says that it was asked. */
const Again = ({ alerts, ask }: { readonly alerts: Alerts; readonly ask: () => Promise<unknown> }) => {
  const [asked, setAsked] = useState<'no' | 'asking' | 'asked'>('no')
  const press = () => {
    if (asked === 'asking') return
    setAsked('asking')
    const done = () => setAsked('asked')
    ask().then(done, done)
  }
  const { headline } = describeAlertsState(alerts.status, alerts.state, alerts.now)
  return (
    <>
      <Button onClick={press} aria-disabled={asked === 'asking'}>
        <Said k={asked === 'asking' ? 'alerts:asking' : 'alerts:again'} />
      </Button>
      <LiveRegion>
        {asked === 'asking' ? <Heard k="alerts:asking" /> : null}
        {asked === 'asked' ? (
          <>
            <Heard k="alerts:asked" /> <Heard phrase={headline} />
          </>
        ) : null}
      </LiveRegion>
    </>
  )
}

/** The orders of the city: the highest level first, how old they are, which sites are open. Never mixed with warnings. */
export const AlertsPanel = (props: AlertsPanelProps) => {
  const alerts = useAlerts(props.store, props.clock)
  const { state, now } = alerts
  const [inForce, lifted] = [alertsInForce(state), liftedAlerts(state)]
  return (
    <Panel>
      <Quiet>
        <Said k="alerts:apart" />
      </Quiet>
      <ReadAloud about={JSON.stringify([inForce, lifted])} says={sayAlerts(alerts)} />
      <State alerts={alerts} />
      <Orders props={props} now={now} alerts={inForce} title="alerts:title" />
      <Actions>
        {inForce.length === 0 ? null : (
          <Button look="main" icon="check" onClick={props.onWhatNow}>
            <Said k="alerts:now" />
          </Button>
        )}
        {props.onAgain === null ? null : <Again alerts={alerts} ask={props.onAgain} />}
      </Actions>
      {state.kind === 'never' ? null : (
        <OpenedList opened={openedSites(state)} sites={props.area?.sites ?? []} onSite={props.onSite} />
      )}
      <Orders props={props} now={now} alerts={lifted} title="alerts:lifted" />
    </Panel>
  )
}
