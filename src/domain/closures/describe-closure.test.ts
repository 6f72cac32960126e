import { describe, expect, it } from 'vitest'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import type { Closure } from './closure.ts'
import { describeClosure, strengthOf } from './describe-closure.ts'
import { closuresToReckon, feedState } from './feed-state.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = FEED_ISSUED + HOUR
const unknown = { foot: null, wheelchair: null, bicycle: null, car: null, truck: null, emergency: null }

const keys = (closure: Closure, now = NOW): readonly string[] =>
  describeClosure(closure, now).access.map(({ key }) => key.replace('closures:access.', ''))

describe('a closure in words', () => {
  it('says first whether people on foot get through, then cars', () => {
    expect(keys(aClosure())).toEqual(['foot.yes', 'car.yes'])
    expect(keys(aClosure({ access: { ...unknown, foot: true } }))).toEqual([
      'foot.no',
      'wheelchair.yes',
      'car.yes',
    ])
    expect(keys(aClosure({ reason: 'construction', depth: null, access: unknown }))).toEqual([
      'foot.unknown',
      'car.yes',
    ])
  })

  it('tells of one lane only where cars are not kept out', () => {
    const oneLane = aClosure({ state: 'one_lane', reason: 'construction', depth: null, access: unknown })
    expect(keys(oneLane)).toEqual(['foot.unknown', 'car.oneLane'])
    expect(keys({ ...oneLane, access: { ...unknown, car: false } })).toEqual([
      'foot.unknown',
      'car.yes',
      'bicycle.unknown',
      'truck.unknown',
    ])
  })

  it('says who may pass a planned one from its start on', () => {
    const planned = aClosure({ start: NOW + HOUR, status: 'planned' })
    const report = describeClosure(planned, NOW)
    expect(report.strength).toBe('planned')
    expect(report.access[0]?.key).toBe('closures:access.foot.yes')
    expect(report.when).toEqual([
      { key: 'closures:when.from', params: { 'at@clock': NOW + HOUR } },
      { key: 'closures:when.further' },
    ])
  })

  it.each([
    ['lifted', aClosure({ status: 'lifted' }), 'closures:when.lifted'],
    ['open', aClosure({ state: 'open' }), 'closures:when.lifted'],
    ['ended', aClosure({ end: NOW }), 'closures:when.ended'],
    ['planned and lifted', aClosure({ start: NOW + HOUR, status: 'lifted' }), 'closures:when.lifted'],
  ])('%s: says nothing of who may pass, and that roads change', (_, closure, when) => {
    const report = describeClosure(closure, NOW)
    expect(report.strength).toBe('over')
    expect(report.access).toEqual([])
    expect(report.when[0]?.key).toBe(when)
    expect(report.notes).toEqual([{ key: 'closures:note.over' }])
  })

  it('does not say of an old one that it ends when it was to end', () => {
    const closure = aClosure({ end: FEED_ISSUED + HOUR })
    const state = feedState(aFeed({ closures: [closure] }), FEED_ISSUED, FEED_ISSUED + 5 * HOUR)
    const { closures, at } = closuresToReckon(state, FEED_ISSUED + 5 * HOUR)
    const report = describeClosure(closures[0] ?? closure, at, { publishedEnd: closure.end })
    expect(report.strength).toBe('closed')
    expect(report.when[1]).toEqual({
      key: 'closures:when.perhapsLonger',
      params: { 'at@clock': FEED_ISSUED + HOUR },
    })
  })

  it('tells the day with the time where it is not today in Japan', () => {
    const midnight = Date.UTC(2026, 6, 1, 15)
    const until = (end: number, now: number) => describeClosure(aClosure({ end }), now).when[1]?.params
    expect(until(midnight, midnight - 1)).toEqual({ 'at@time': midnight })
    expect(until(midnight + 1, midnight)).toEqual({ 'at@clock': midnight + 1 })
    expect(until(midnight + DAY, midnight)).toEqual({ 'at@time': midnight + DAY })
  })

  it('names road, stretch, depth and who says so', () => {
    const road = { name: '市道見本線', ref: '12', class: 'municipal', from: '甲', to: null }
    const report = describeClosure(aClosure({ road, depth: 0.02 }), NOW)
    expect(report.road).toEqual({
      key: 'closures:road.both',
      params: { 'road@name': '市道見本線', 'ref@name': '12' },
    })
    expect(report.stretch).toEqual({ key: 'closures:stretch.near', params: { 'place@name': '甲' } })
    expect(report.depth).toEqual({ key: 'closures:depth', params: { metres: 0.1 } })
    expect(report.source.key).toBe('closures:source.city')
    expect(describeClosure(aClosure({ road: null, depth: 0 }), NOW)).toMatchObject({
      road: { key: 'closures:road.unnamed' },
      stretch: null,
      depth: null,
    })
  })

  it('says that nobody has confirmed it, and that it is of one direction', () => {
    const notes = (changes: Partial<Closure>) =>
      describeClosure(aClosure(changes), NOW).notes.map(({ key }) => key)
    expect(notes({ status: 'unconfirmed' })).toEqual(['closures:note.unconfirmed'])
    expect(notes({ confidence: 'reported', direction: 'forward' })).toEqual([
      'closures:note.unconfirmed',
      'closures:note.oneDirection',
    ])
    expect(notes({})).toEqual([])
  })

  it('tells how long ago it was changed and looked at, unless the clock is wrong', () => {
    const closure = aClosure({ updated: NOW - 61_000, checked: NOW - 3 * DAY })
    const ages = (clockWrong: boolean) => {
      const { updated, checked } = describeClosure(closure, NOW, { clockWrong })
      return [updated[1], checked[1]]
    }
    expect(ages(false)).toEqual([
      { key: 'closures:age.minutes', params: { minutes: 1 } },
      { key: 'closures:age.days', params: { count: 3 } },
    ])
    expect(ages(true)).toEqual([undefined, undefined])
    expect(describeClosure(aClosure(), NOW).checked).toEqual([])
  })

  it('is as strong as it is for somebody on foot', () => {
    expect(strengthOf(aClosure(), NOW)).toBe('closed')
    expect(strengthOf(aClosure({ access: { ...unknown, foot: true } }), NOW)).toBe('carsOnly')
    expect(strengthOf(aClosure({ reason: 'event', depth: null, access: unknown }), NOW)).toBe('perhaps')
  })
})
