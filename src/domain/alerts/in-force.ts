import type { Alert, AlertFeed } from './alert.ts'

/** True while an order holds. Only its lifting ends it: no age, no expiry, no clock and no silence does. */
export const isInForce = ({ lifted }: Alert): boolean => lifted === null

/** The sites that the city says are open, by id. Nothing is said of all others. */
export function openShelters(feed: AlertFeed): ReadonlySet<string> {
  return new Set(feed.alerts.filter(isInForce).flatMap(({ shelters }) => shelters))
}

/** Highest level first, then what was issued last. */
export const byUrgency = (a: Alert, b: Alert): number => b.level - a.level || b.issued - a.issued
