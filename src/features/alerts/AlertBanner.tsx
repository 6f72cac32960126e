import { Fragment } from 'react'
import type { Alert } from '#domain/alerts/alert.ts'
import { alertsInForce } from '#domain/alerts/alerts-state.ts'
import { describeAlert, type AlertReport } from '#domain/alerts/describe-alert.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import type { Clock } from '#platform/ports.ts'
import { Icon } from '#ui/Icon.tsx'
import { LiveRegion, UrgentRegion } from '#ui/VisuallyHidden.tsx'
import { LevelMark } from './AlertCard.tsx'
import styles from './alerts.module.css'
import { useAlerts, type AlertsStore } from './use-alerts.ts'
import { useNews } from './use-news.ts'

/** What it is, the first thing to do, about what, and for whom. */
const HeardAlert = ({ alert, now }: { readonly alert: Alert; readonly now: number }) => {
  const { name, hazard, where, actions } = describeAlert(alert, now)
  return [name, ...actions.slice(0, 1), hazard, where].map((phrase) => (
    <p key={phrase.key}>
      <Heard phrase={phrase} />
    </p>
  ))
}

/** What it is about, for whom, and that there is more to read. */
const About = ({
  report,
  others,
  isBrief,
}: {
  readonly report: AlertReport
  readonly others: number
  readonly isBrief: boolean
}) => {
  const t = useWords('alerts')
  return (
    <span className={styles.about}>
      <span>
        <Said phrase={report.hazard} />
      </span>
      <span className={styles.where}>
        <Said phrase={report.where} />
      </span>
      {others === 0 ? null : (
        <span>
          <Said text={t('banner.others', { count: others })} />
        </span>
      )}
      {isBrief ? null : (
        <span className={styles.open}>
          <Said k="alerts:banner.open" />
        </span>
      )}
    </span>
  )
}

/** The most urgent order as a strip: small at level 3 and above the screen that tells all of it, else with what to do. */
const Strip = ({
  alert,
  others,
  isOld,
  isBrief,
  now,
  onOpen,
}: {
  readonly alert: Alert
  readonly others: number
  readonly isOld: boolean
  readonly isBrief: boolean
  readonly now: number
  readonly onOpen: () => void
}) => {
  const report = describeAlert(alert, now)
  const { level, name, actions } = report
  const isSmall = isBrief || level === 3
  const [first] = actions
  return (
    <button type="button" className={styles.strip} data-level={level ?? 'none'} onClick={onOpen}>
      <LevelMark level={level} large={!isSmall} />
      <span className={styles.words}>
        <strong>
          <Said phrase={name} />
        </strong>
        {isSmall || first === undefined ? null : (
          <span>
            <Said phrase={first} />
          </span>
        )}
        <About report={report} others={others} isBrief={isBrief} />
        {isOld ? (
          <span className={styles.old}>
            <Icon name="warning" />
            <span>
              <Said k="alerts:banner.old" />
            </span>
          </span>
        ) : null}
      </span>
    </button>
  )
}

/**
 * The highest order of the city on every screen, for as long as it is in force: it cannot be put away. A new or raised one is read
 * out at once, and once; that one was lifted, or that all of it became old, is read out when there is silence.
 */
export const AlertBanner = ({
  store,
  clock,
  isBrief = false,
  onOpen,
}: {
  readonly store: AlertsStore
  readonly clock: Clock
  /** The screen below tells all of it. */
  readonly isBrief?: boolean
  readonly onOpen: () => void
}) => {
  const t = useWords('app')
  const { state, now } = useAlerts(store, clock)
  const { raised, lifted } = useNews(state)
  const inForce = alertsInForce(state)
  const [highest] = inForce
  const isOld = state.kind === 'old'
  return (
    <>
      <UrgentRegion>
        {raised.map((alert) => (
          <HeardAlert key={alert.id} alert={alert} now={now} />
        ))}
      </UrgentRegion>
      <LiveRegion>
        {lifted.map((alert) => {
          const { name, when } = describeAlert(alert, now)
          return (
            <Fragment key={alert.id}>
              <Heard phrase={name} /> <Heard phrase={when} />{' '}
            </Fragment>
          )
        })}
        {isOld && highest !== undefined ? <Heard k="alerts:state.old" /> : null}
      </LiveRegion>
      {highest === undefined ? null : (
        <aside className={styles.banner} aria-label={t.label('title.alerts')}>
          <Strip
            alert={highest}
            others={inForce.length - 1}
            isOld={isOld}
            isBrief={isBrief}
            now={now}
            onOpen={onOpen}
          />
        </aside>
      )}
    </>
  )
}
