import { describe, expect, it } from 'vitest'
import { ALERTS_NOW, anAlert, anAlertFeed, aReading } from '#tests/support/an-alert.ts'
import { SITE_HAZARDS } from '../hazards/hazard-kind.ts'
import { alertsState } from './alerts-state.ts'
import { describeAlert } from './describe-alert.ts'
import { describeAlertsState, type AlertsStatus } from './describe-alerts.ts'
import { describeOpened } from './describe-opened.ts'

const HOUR = 3_600_000
const keys = (phrases: readonly { readonly key: string }[]) => phrases.map(({ key }) => key)

describe('an order', () => {
  it.each([
    [3, ['timeline:calls.level3']],
    [4, ['timeline:calls.level4', 'alerts:upstairs']],
    [5, ['timeline:calls.level5', 'interview:now.level5']],
  ] as const)('of level %i bears its official name and what to do', (level, actions) => {
    const report = describeAlert(anAlert({ level }), ALERTS_NOW)
    expect(report).toMatchObject({ level, isInForce: true, name: { key: `timeline:trigger.city${level}` } })
    expect(keys(report.actions)).toEqual(actions)
  })

  it('has a level only where the official scale has one', () => {
    const levelled = SITE_HAZARDS.filter((hazard) => describeAlert(anAlert({ hazard }), 0).level !== null)
    expect(levelled).toEqual(['flood', 'landslide', 'stormSurge', 'inlandFlood'])
    expect(describeAlert(anAlert({ hazard: 'fire', level: 5 }), 0)).toMatchObject({
      level: null,
      name: { key: 'alerts:unlevelled.emergency' },
      actions: [{ key: 'alerts:unlevelled.emergencyDo' }],
    })
  })

  it.each([3, 4, 5] as const)('for a tsunami sends to high ground, whatever it is called (%i)', (level) => {
    const { actions } = describeAlert(anAlert({ hazard: 'tsunami', level }), ALERTS_NOW)
    expect(keys(actions)).toEqual(['timeline:calls.tsunamiWarning'])
  })

  it('tells districts as they are written, or the whole city', () => {
    const districts = ['北鹿島', '[en:浜]']
    expect(describeAlert(anAlert({ districts }), 0)).toMatchObject({
      districts,
      where: { key: 'alerts:where.districts', params: { 'districts@name': '北鹿島、[en:浜]' } },
    })
    expect(describeAlert(anAlert({ districts: [] }), 0).where).toEqual({ key: 'alerts:where.city' })
  })

  it('tells since when: today by the clock, otherwise with the day', () => {
    const { issued } = anAlert()
    expect(describeAlert(anAlert(), ALERTS_NOW).when).toEqual({
      key: 'alerts:since',
      params: { 'at@clock': issued },
    })
    expect(describeAlert(anAlert(), ALERTS_NOW + 24 * HOUR).when.params).toEqual({ 'at@time': issued })
  })

  it('that was lifted tells when, and calls nobody out any more', () => {
    const lifted = ALERTS_NOW - HOUR
    const report = describeAlert(anAlert({ level: 5, lifted, issued: lifted - HOUR }), ALERTS_NOW)
    expect(report).toMatchObject({
      isInForce: false,
      when: { key: 'alerts:liftedAt', params: { 'at@clock': lifted } },
      actions: [{ key: 'timeline:calls.lifted' }],
    })
  })

  it("keeps the city's own words beside ours", () => {
    expect(describeAlert(anAlert({ text: { ja: 'にげて', en: 'Go' } }), 0).own).toEqual([
      { language: 'ja', text: 'にげて' },
      { language: 'en', text: 'Go' },
    ])
  })
})

describe('how far the orders can be believed', () => {
  const { issued } = anAlertFeed()
  const after = (age: number, feed = anAlertFeed({ expires: issued + 48 * HOUR })) =>
    describeAlertsState('open', alertsState(aReading(feed), issued + age), issued + age)

  it.each([
    [0, 'current', 'info', []],
    [HOUR, 'ageing', 'info', ['alerts:note.ask']],
    [4 * HOUR, 'old', 'unknown', ['alerts:note.ask']],
    [13 * HOUR, 'veryOld', 'unknown', ['alerts:note.ask']],
    [-HOUR, 'ageUnknown', 'unknown', ['alerts:note.ask']],
  ])('%i ms after the issue: %s', (age, name, tone, notes) => {
    const report = after(age)
    expect([report.headline.key, report.tone]).toEqual([`alerts:state.${name}`, tone])
    expect(keys(report.notes)).toEqual(notes)
    expect(report.issued[0]).toMatchObject({ key: 'alerts:issued' })
    expect(report.issued).toHaveLength(name === 'ageUnknown' ? 1 : 2)
  })

  it('no order in force is told as that, and never as no danger', () => {
    for (const alerts of [[], [anAlert({ lifted: issued })]])
      expect(keys(after(0, anAlertFeed({ alerts })).notes)).toEqual(['alerts:note.empty'])
  })

  it('a withdrawn key is told', () => {
    const kept = { feed: anAlertFeed(), fetched: issued, isTrusted: false }
    const state = alertsState(aReading(null, { kept }), ALERTS_NOW)
    expect(keys(describeAlertsState('open', state, ALERTS_NOW).notes)).toContain('alerts:note.untrusted')
  })

  it.each<[AlertsStatus, string]>([
    ['open', 'alerts:state.never'],
    ['noKeys', 'alerts:none.noKeys'],
    ['noVerifier', 'alerts:none.noVerifier'],
    ['failed', 'alerts:none.failed'],
  ])('nothing received (%s) does not mean that there is no order', (status, headline) => {
    const report = describeAlertsState(status, { kind: 'never' }, ALERTS_NOW)
    expect([report.headline.key, report.tone]).toEqual([headline, 'unknown'])
    expect(keys(report.notes)).toEqual(['alerts:note.silence', 'alerts:note.ask'])
  })
})

describe('a site', () => {
  const opened = { ids: new Set(['x']), at: ALERTS_NOW - HOUR, isOld: true }
  it('is open by the word of the city, with the age of that word', () => {
    expect(keys(describeOpened(opened, 'x', ALERTS_NOW))).toEqual(['sites:opened.said', 'sites:opened.old'])
    expect(describeOpened({ ...opened, isOld: false }, 'x', ALERTS_NOW)).toEqual([
      { key: 'sites:opened.said', params: { 'at@clock': opened.at } },
    ])
  })
  it('that the city does not name is told nothing of', () => {
    expect(describeOpened(opened, 'y', ALERTS_NOW)).toEqual([])
    expect(describeOpened(null, 'x', ALERTS_NOW)).toEqual([])
  })
})
