import { encodeUtf8 } from '../closures/read-feed.ts'
import { writeTime } from '../closures/time.ts'
import type { Result } from '../result.ts'
import { parseAlerts, type AlertFeed, type AlertsRefusal } from './alert.ts'

/**
 * The bytes of `alerts.json`, ready to be signed: the same feed always gives the same bytes. UTF-8, one alert a line in the order of
 * their ids, times in Japanese time. What a reader would refuse is refused here already, with the same fault.
 */
export function writeAlerts(feed: AlertFeed): Result<Uint8Array, AlertsRefusal> {
  const { v, area, publisher, sequence, issued, expires, alerts } = feed
  const head = {
    v,
    feed: feed.feed,
    area,
    publisher,
    sequence,
    issued: timeOf(issued),
    expires: timeOf(expires),
  }
  const lines = alerts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => JSON.stringify(lineOf(one)))
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  const text = `${JSON.stringify(head).slice(0, -1)},"alerts":${list}}\n`
  const bytes = encodeUtf8(text)
  const back = parseAlerts(bytes)
  return back.ok ? { ok: true, value: bytes } : back
}

const lineOf = (alert: AlertFeed['alerts'][number]) => ({
  id: alert.id,
  level: alert.level,
  hazard: alert.hazard,
  districts: alert.districts,
  shelters: alert.shelters,
  issued: timeOf(alert.issued),
  lifted: alert.lifted === null ? null : timeOf(alert.lifted),
  sender: alert.sender,
  text: Object.fromEntries(Object.entries(alert.text).toSorted(([a], [b]) => (a < b ? -1 : 1))),
})

/** A number that is no time gives no text: the reader then names the field, and nothing is thrown. */
const timeOf = (time: number): string =>
  Number.isFinite(time) && Math.abs(time) < 8e15 ? writeTime(time) : ''
