import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALERTS_NOW, anAlert, anAlertFeed, anyAlertFeed, aReading } from '#tests/support/an-alert.ts'
import {
  alertsInForce,
  alertsState,
  isVeryOld,
  liftedAlerts,
  openedSites,
  type AlertsReading,
} from './alerts-state.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const { issued } = anAlertFeed()
const kindAfter = (age: number) =>
  alertsState(aReading(anAlertFeed({ expires: issued + 48 * HOUR })), issued + age).kind

describe('orders of the city', () => {
  it.each([
    [0, 'current'],
    [30 * MINUTE - 1, 'current'],
    [30 * MINUTE, 'ageing'],
    [3 * HOUR, 'old'],
    [-10 * MINUTE - 1, 'old'],
  ])('%i ms after their issue are %s', (age, kind) => {
    expect(kindAfter(age)).toBe(kind)
  })

  it('never came where nothing was received', () => {
    expect(alertsState(null, ALERTS_NOW)).toEqual({ kind: 'never' })
    expect(alertsState(aReading(null), ALERTS_NOW)).toEqual({ kind: 'never' })
    expect(alertsInForce({ kind: 'never' })).toEqual([])
    expect(openedSites({ kind: 'never' })).toBeNull()
    expect(isVeryOld({ kind: 'never' })).toBe(false)
  })

  it('are old when the keys that signed them were revoked', () => {
    const kept = { feed: anAlertFeed(), fetched: issued, isTrusted: false }
    expect(alertsState(aReading(null, { kept }), ALERTS_NOW)).toMatchObject({ kind: 'old', isTrusted: false })
  })

  it('are of unknown age when the host says that the clock is wrong by more than five minutes', () => {
    const at = (host: number) =>
      alertsState(aReading(anAlertFeed(), { clocks: { host, device: ALERTS_NOW - MINUTE } }), ALERTS_NOW)
    expect(at(ALERTS_NOW - MINUTE + 300_000)).toMatchObject({ kind: 'current' })
    const wrong = at(ALERTS_NOW - MINUTE + 300_001)
    expect(wrong).toMatchObject({ kind: 'old', age: null })
    expect(isVeryOld(wrong)).toBe(true)
  })

  it('are very old from twelve hours on', () => {
    const after = (age: number) => isVeryOld(alertsState(aReading(), issued + age))
    expect([after(12 * HOUR - 1), after(12 * HOUR)]).toEqual([false, true])
  })

  it('stand with the highest level first, then the newest; lifted ones apart, the last first', () => {
    const at = (minutes: number) => ALERTS_NOW - minutes * MINUTE
    const feed = anAlertFeed({
      alerts: [
        anAlert({ id: 'low', level: 3, issued: at(6) }),
        anAlert({ id: 'early', issued: at(50) }),
        anAlert({ id: 'late', issued: at(10) }),
        anAlert({ id: 'over', lifted: at(30), issued: at(40) }),
        anAlert({ id: 'justOver', lifted: at(20), issued: at(40) }),
        anAlert({ id: 'high', level: 5, issued: at(60) }),
      ],
    })
    const state = alertsState(aReading(feed), ALERTS_NOW)
    expect(alertsInForce(state).map(({ id }) => id)).toEqual(['high', 'late', 'early', 'low'])
    expect(liftedAlerts(state).map(({ id }) => id)).toEqual(['justOver', 'over'])
  })
})

/** What can befall a reading and a phone: time, network, clocks, keys. */
const anyFate = fc.record({
  now: fc.integer({ min: 0, max: 4e12 }),
  fetched: fc.integer({ min: 0, max: 4e12 }),
  expires: fc.integer({ min: issued + 1, max: issued + 31 * 24 * HOUR }),
  isTrusted: fc.boolean(),
  clocks: fc.option(fc.record({ host: fc.integer(), device: fc.integer() })),
})

describe('no order ends by silence', () => {
  it('whatever happens to time, network, clocks and keys: all that is not lifted is in force, at its level', () => {
    fc.assert(
      fc.property(anyAlertFeed, anyFate, (any, { now, fetched, expires, isTrusted, clocks }) => {
        const feed = { ...any, expires }
        const reading: AlertsReading = { kept: { feed, fetched, isTrusted }, clocks }
        const state = alertsState(reading, now)
        const inForce = new Map(alertsInForce(state).map(({ id, level }) => [id, level]))
        for (const { id, level, lifted } of feed.alerts)
          expect(inForce.get(id)).toBe(lifted === null ? level : undefined)
        const levels = [...inForce.values()]
        expect(levels).toEqual([...levels].sort((a, b) => b - a))
        expect(liftedAlerts(state).length + inForce.size).toBe(feed.alerts.length)
      }),
    )
  })

  it('and with time it only becomes older', () => {
    const order = ['current', 'ageing', 'old']
    fc.assert(
      fc.property(anyAlertFeed, fc.nat(40 * HOUR), fc.nat(40 * HOUR), (feed, first, more) => {
        const rank = (now: number) => order.indexOf(alertsState(aReading(feed), now).kind)
        expect(rank(ALERTS_NOW + first + more)).toBeGreaterThanOrEqual(rank(ALERTS_NOW + first))
      }),
    )
  })
})

describe('open sites', () => {
  const feed = anAlertFeed({
    alerts: [anAlert({ shelters: ['site-1'] }), anAlert({ id: 'a-2', shelters: ['site-2'], lifted: issued })],
  })
  it('are those of orders in force, with the time of the news; old from half an hour on', () => {
    const fresh = openedSites(alertsState(aReading(feed), ALERTS_NOW))
    expect(fresh).toEqual({ ids: new Set(['site-1']), at: issued, isOld: false })
    expect(openedSites(alertsState(aReading(feed), issued + 30 * MINUTE))?.isOld).toBe(true)
  })
  it('are none where the city names none', () => {
    expect(openedSites(alertsState(aReading(), ALERTS_NOW))).toBeNull()
  })
})
