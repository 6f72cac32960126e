import { describe, expect, it } from 'vitest'
import { aBegunDrill, DRILL_NOON } from '#tests/support/a-drill.ts'
import { aClosure } from '#tests/support/a-closure.ts'
import { corner } from '#tests/support/a-drill-town.ts'
import { parseAlerts } from '../alerts/alert.ts'
import { isInForce } from '../alerts/in-force.ts'
import { writeAlerts } from '../alerts/write-alerts.ts'
import { writeFeed } from '../closures/write-feed.ts'
import { alertsOfDrill, closuresOfDrill } from './drill-feeds.ts'
import type { DrillNow } from './drill-run.ts'
import type { Inject } from './scenario.ts'

const moment = (minute: number) => DRILL_NOON + minute * 60_000
const told = (changes: Partial<DrillNow> = {}): DrillNow => ({
  minute: 30,
  isOver: false,
  signals: [],
  level: null,
  injects: [],
  isDark: false,
  hasNetwork: true,
  water: { now: null, in5: null, in10: null },
  ...changes,
})
const inject = (kind: Inject['kind'], site: string | null = null): Inject => ({
  id: kind,
  kind,
  when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
  at: null,
  site,
  minutes: null,
})
const sites = [
  { id: 'park', at: corner(4, 0), shutFrom: null },
  { id: 'school', at: corner(4, 4), shutFrom: null },
]
const city = (now: DrillNow) => ({ drill: aBegunDrill(), told: now, sites, moment, sender: '訓練' })

describe('the orders of a drill', () => {
  it('are the newest order of its city signals; warnings of others are none', () => {
    const signals = [
      { minute: 0, trigger: 'jma3' },
      { minute: 5, trigger: 'city3' },
      { minute: 9, trigger: 'jma4' },
    ] as const
    const feed = alertsOfDrill(city(told({ signals })))
    expect(feed.alerts.map(({ level, issued, sender }) => [level, issued, sender])).toEqual([
      [3, moment(5), '訓練'],
    ])
    expect(alertsOfDrill(city(told({ signals: signals.slice(0, 1) }))).alerts).toEqual([])
    const raised = alertsOfDrill(city(told({ signals: [...signals, { minute: 12, trigger: 'city4' }] })))
    expect(raised.alerts.map(({ level }) => level)).toEqual([4])
  })

  it('name the sites that take people in, without the one that is full', () => {
    const signals = [{ minute: 5, trigger: 'city4' }] as const
    const full = told({ signals, injects: [{ inject: inject('siteFull', 'park'), minute: 6, at: null }] })
    expect(alertsOfDrill(city(told({ signals }))).alerts[0]?.shelters).toEqual(['park', 'school'])
    expect(alertsOfDrill(city(full)).alerts[0]?.shelters).toEqual(['school'])
  })

  it('that were lifted are told as lifted', () => {
    const signals = [
      { minute: 5, trigger: 'city4' },
      { minute: 25, trigger: 'lifted' },
    ] as const
    expect(alertsOfDrill(city(told({ signals }))).alerts.map(isInForce)).toEqual([false])
  })

  it('can stand in a file of a city', () => {
    const feed = alertsOfDrill(city(told({ signals: [{ minute: 5, trigger: 'city5' }] })))
    const written = writeAlerts(feed)
    expect(written.ok && parseAlerts(written.value)).toEqual({ ok: true, value: feed })
  })
})

describe('the closed roads of a drill', () => {
  it('are its injects with a place, beside the real ones, which end with no date', () => {
    const injects = [
      { inject: inject('bridgeGone'), minute: 10, at: corner(2, 0) },
      { inject: inject('roadShut'), minute: 12, at: null },
      { inject: inject('night'), minute: 13, at: corner(1, 1) },
    ]
    const real = aClosure({ id: 'real', end: DRILL_NOON - 1, start: DRILL_NOON - 5 })
    const feed = closuresOfDrill({ ...city(told({ injects })), real: [real] })
    expect(feed.closures.map(({ id, reason, start, end }) => [id, reason, start, end])).toEqual([
      ['drill-closure-1', 'bridge_damage', moment(10), null],
      ['real', real.reason, DRILL_NOON - 5, null],
    ])
    expect(feed.closures[0]?.access.foot).toBe(false)
  })

  it('leave the real ones their age, whatever the hour of the event, and nobody has looked at them since', () => {
    const real = aClosure({ updated: DRILL_NOON - 7_200_000, checked: null })
    const night = { ...city(told()), moment: (minute: number) => moment(minute) - 36_000_000 }
    const [one] = closuresOfDrill({ ...night, real: [real] }).closures
    expect(one).toMatchObject({ updated: night.moment(0) - 7_200_000, checked: null })
    const seen = aClosure({ checked: DRILL_NOON - 60_000 })
    expect(closuresOfDrill({ ...night, real: [seen] }).closures[0]?.checked).toBe(night.moment(0) - 60_000)
  })

  it('can stand in a file of a city', () => {
    const injects = [{ inject: inject('roadShut'), minute: 10, at: corner(2, 0) }]
    const feed = closuresOfDrill({ ...city(told({ injects })), real: [] })
    expect(writeFeed({ ...feed, licence: 'CC BY 4.0' })).toMatchObject({ ok: true })
  })
})
