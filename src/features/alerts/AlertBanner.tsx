import { Fragment } from 'react'
import type { Alert } from '#domain/alerts/alert.ts'
import { alertsInForce } from '#domain/alerts/alerts-state.ts'
import { describeAlert } from '#domain/alerts/describe-alert.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import type { Clock } from '#platform/ports.ts'
import { Icon } from '#ui/Icon.tsx'
import { LiveRegion, UrgentRegion } from '#ui/VisuallyHidden.tsx'
import { LevelMark } from './AlertCard.tsx'
import styles from './alerts.module.css'
import { useAlerts, type AlertsStore } from './use-alerts.ts'
import { useNews } from './use-news.ts'

/** What it is, about what, for whom, and the first thing to do. */
const HeardAlert = ({ alert, now }: { readonly alert: Alert; readonly now: number }) => {
  const { name, hazard, where, actions } = describeAlert(alert, now)
  return [name, hazard, where, ...actions.slice(0, 1)].map((phrase) => (
    <p key={phrase.key}>
      <Heard phrase={phrase} />
    </p>
  ))
}

/** The most urgent order as a strip: at level 3 one line, above it with what to do. */
const Strip = ({
  alert,
  others,
  isOld,
  now,
  onOpen,
}: {
  readonly alert: Alert
  readonly others: number
  readonly isOld: boolean
  readonly now: number
  readonly onOpen: () => void
}) => {
  const t = useWords('alerts')
  const { level, name, hazard, where, actions } = describeAlert(alert, now)
  const [first] = actions
  return (
    <button type="button" className={styles.strip} data-level={level ?? 'none'} onClick={onOpen}>
      <LevelMark level={level} large={level !== 3} />
      <span className={styles.words}>
        <strong>
          <Said phrase={name} />
        </strong>
        {level === 3 || first === undefined ? null : (
          <span>
            <Said phrase={first} />
          </span>
        )}
        <span className={styles.about}>
          <span>
            <Said phrase={hazard} />
          </span>
          <span>
            <Said phrase={where} />
          </span>
          {others === 0 ? null : (
            <span>
              <Said text={t('banner.others', { count: others })} />
            </span>
          )}
        </span>
        {isOld ? (
          <span className={styles.old}>
            <Icon name="warning" />
            <span>
              <Said k="alerts:banner.old" />
            </span>
          </span>
        ) : null}
        <span className={styles.open}>
          <Said k="alerts:banner.open" />
        </span>
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
  onOpen,
}: {
  readonly store: AlertsStore
  readonly clock: Clock
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
          <Strip alert={highest} others={inForce.length - 1} isOld={isOld} now={now} onOpen={onOpen} />
        </aside>
      )}
    </>
  )
}
