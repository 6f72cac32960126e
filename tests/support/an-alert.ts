import fc from 'fast-check'
import type { Alert, AlertFeed } from '#domain/alerts/alert.ts'
import { SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import type { CityFeedState, FeedReading } from '#platform/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 2026-07-01 09:00 in Japan. */
export const ALERTS_NOW = Date.UTC(2026, 6, 1)

export const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: 'a-1',
  level: 4,
  hazard: 'flood',
  districts: ['北鹿島'],
  shelters: [],
  issued: ALERTS_NOW - 20 * MINUTE,
  lifted: null,
  sender: '鹿島市災害対策本部',
  text: {},
  ...changes,
})

/** Issued five minutes ago, with one order. */
export const anAlertFeed = (changes: Partial<AlertFeed> = {}): AlertFeed => ({
  v: 1,
  feed: 'alerts',
  area: '41207',
  publisher: '鹿島市',
  sequence: 7,
  issued: ALERTS_NOW - 5 * MINUTE,
  expires: ALERTS_NOW + 6 * HOUR,
  alerts: [anAlert()],
  ...changes,
})

/** A reading of a feed that came five minutes ago. */
export const aReading = (
  feed: AlertFeed | null = anAlertFeed(),
  changes: Partial<FeedReading<AlertFeed>> = {},
): FeedReading<AlertFeed> => ({
  kept: feed === null ? null : { feed, fetched: ALERTS_NOW - 5 * MINUTE, isTrusted: true },
  trouble: null,
  isAsking: false,
  isStored: true,
  lostMemory: false,
  alarms: [],
  clocks: null,
  ...changes,
})

/** What the store of the orders holds. */
export const aFeedState = (
  reading: FeedReading<AlertFeed> | null = aReading(),
): CityFeedState<AlertFeed> => ({
  status: 'open',
  reading,
})

/** Any feed of orders, lifted or not, of any danger. */
export const anyAlertFeed: fc.Arbitrary<AlertFeed> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,4}$/),
      level: fc.constantFrom<Alert['level']>(3, 4, 5),
      hazard: fc.constantFrom(...SITE_HAZARDS),
      districts: fc.subarray(['北鹿島', '浜', '七浦']),
      shelters: fc.subarray(['site-1', 'site-2', 'site-3']),
      issued: fc.integer({ min: ALERTS_NOW - 40 * HOUR, max: ALERTS_NOW - HOUR }),
      lifted: fc.option(fc.integer({ min: ALERTS_NOW - HOUR, max: ALERTS_NOW - 5 * MINUTE })),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  .map((some) => anAlertFeed({ alerts: some.map((one) => anAlert(one)) }))
