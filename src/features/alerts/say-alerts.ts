import type { Alert } from '#domain/alerts/alert.ts'
import { describeAlert } from '#domain/alerts/describe-alert.ts'
import { describeAlertsState } from '#domain/alerts/describe-alerts.ts'
import { alertsInForce, liftedAlerts } from '#domain/alerts/alerts-state.ts'
import type { SayWords } from '#i18n/index.ts'
import type { Speech } from '../speech/index.ts'
import type { Alerts } from './use-alerts.ts'

/**
 * One order as sentences, in the order of the screen: what it is, for what danger and whom, what to do, since when, and who says
 * so. The page of the staff shows the same in every language before it is signed.
 */
export function sayAlert(t: SayWords, alert: Alert, now: number): readonly string[] {
  const { name, hazard, where, actions, when, sender } = describeAlert(alert, now)
  return [name, hazard, where, ...actions, when, sender].map(t.phrase)
}

/** All that the screen of the orders says: first how old it is, because nobody sees that while listening. */
export const sayAlerts =
  ({ status, state, now }: Pick<Alerts, 'status' | 'state' | 'now'>): Speech =>
  (t) => {
    const { headline, issued, notes } = describeAlertsState(status, state, now)
    const orders = [...alertsInForce(state), ...liftedAlerts(state)]
    return [
      t('alerts:apart'),
      // How many minutes ago is left out: it changes while it is being read.
      ...[headline, ...issued.slice(0, 1), ...notes].map(t.phrase),
      ...orders.flatMap((alert) => sayAlert(t, alert, now)),
    ]
  }
