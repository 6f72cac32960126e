import { describe, expect, it } from 'vitest'
import { aSite } from '#tests/support/an-area.ts'
import {
  describeMargin,
  describeOther,
  describeOutcome,
  describePrepared,
  describeSpeed,
  describeUnknown,
  describeWet,
  placeParams,
} from './describe-result.ts'
import { OUTCOMES, type DrillResult, type Outcome } from './drill-run.ts'

const SITES = [aSite({ id: 'a', name: { ja: '体育館', kana: 'たいいくかん', en: 'Gym' } })]
const DRY = [0.1, 0.3, 0.5, null].map((below) => ({ below, metres: 0 })) as unknown as DrillResult['wet']
const aResult = (changes: Partial<DrillResult> = {}): DrillResult => ({
  outcome: 'arrived',
  margin: 12.9,
  wet: DRY,
  unknownMetres: 0,
  metres: 900,
  speed: 1.1,
  prepared: 8,
  goal: 'a',
  ...changes,
})

describe('the result in one sentence', () => {
  it('is another one for each outcome', () => {
    const keys = OUTCOMES.map((outcome) => describeOutcome(aResult({ outcome, goal: null }), SITES).key)
    expect(keys).toEqual(OUTCOMES.map((outcome) => `drills:end.outcome.${outcome}`))
  })

  it('names the site at which they arrived, and none that the list has lost or that they did not reach', () => {
    expect(describeOutcome(aResult(), SITES)).toEqual({
      key: 'drills:end.outcome.arrivedAt',
      params: {
        'place@ja': '体育館',
        'place@kana': 'たいいくかん',
        'place@romaji': 'Taiikukan',
        'place@en': 'Gym',
      },
    })
    expect(describeOutcome(aResult({ goal: 'gone' }), SITES).key).toBe('drills:end.outcome.arrived')
    expect(describeOutcome(aResult({ outcome: 'caught' }), SITES).params).toBeUndefined()
    expect(placeParams(SITES, null)).toBeNull()
  })
})

describe('the time to spare', () => {
  const key = (changes: Partial<DrillResult>) =>
    describeMargin(aResult(changes))?.key.replace('drills:end.margin.', '')
  const count = (margin: number, outcome: Outcome = 'arrived') =>
    describeMargin(aResult({ margin, outcome }))?.params?.['count']

  it('is never told to be more than it was', () => {
    expect([12.9, 1, 1.99].map((margin) => count(margin))).toEqual([12, 1, 1])
    expect([-0.1, -1, -7.01].map((margin) => count(margin, 'caught'))).toEqual([1, 1, 8])
    expect(count(-20.2, 'tooLate')).toBe(21)
  })

  it('has sentences of its own for before, barely, after, and at home', () => {
    expect(key({ margin: 5 })).toBe('after')
    expect(key({ margin: 0.4 })).toBe('barely')
    expect(key({ margin: 0 })).toBe('barely')
    expect(key({ margin: -3, outcome: 'caught' })).toBe('before')
    expect(key({ margin: -3, outcome: 'tooLate' })).toBe('home')
  })

  it('says that no water came only where all of the way is known', () => {
    expect(key({ margin: null })).toBe('none')
    expect(key({ margin: null, unknownMetres: 0.1 })).toBe('unknown')
    expect(key({ margin: null, outcome: 'left' })).toBe('none')
  })

  it('says nothing of who did not walk, or could not be judged', () => {
    expect(key({ margin: null, outcome: 'stayed', metres: 0 })).toBeUndefined()
    expect(key({ margin: null, outcome: 'unknown' })).toBeUndefined()
    expect(key({ margin: null, outcome: 'left', metres: 0 })).toBeUndefined()
  })
})

it('tells metres in water by depth, the deepest first, and no stretch that is none', () => {
  const wet = DRY.map((one, place) => ({ ...one, metres: [0.4, 20, 0, 5][place] as number }))
  expect(describeWet(aResult({ wet }))).toEqual([
    { depth: { key: 'drills:replay.depth.deep' }, metres: 5 },
    { depth: { key: 'drills:replay.depth.below03' }, metres: 20 },
  ])
  expect(describeWet(aResult())).toEqual([])
})

it('tells how much of the way nothing is known of', () => {
  expect(describeUnknown(aResult())).toBeNull()
  expect(describeUnknown(aResult({ unknownMetres: 130 }))?.params).toEqual({ 'length@metres': 130 })
})

it('tells the time to get ready, also where they left before anything called', () => {
  const told = (prepared: number | null) => describePrepared(aResult({ prepared }))
  expect(told(null)).toBeNull()
  expect(told(7.2)).toEqual({ key: 'drills:end.prepared.after', params: { count: 8 } })
  expect(told(0)).toEqual({ key: 'drills:end.prepared.after', params: { count: 0 } })
  expect(told(-7.2)).toEqual({ key: 'drills:end.prepared.before', params: { count: 7 } })
})

it('tells a measured speed as metres in a minute', () => {
  expect(describeSpeed(aResult({ speed: null }))).toBeNull()
  expect(describeSpeed(aResult({ speed: 1.5 }))?.params).toEqual({ 'length@metres': 90 })
})

describe('another choice', () => {
  const caught = aResult({ outcome: 'caught', margin: -3 })
  const other = (
    ...[one, own, left]: [Parameters<typeof describeOther>[0], DrillResult?, (number | null)?]
  ) => describeOther(one, own ?? caught, { left: left === undefined ? 10 : left }, SITES)

  it('is told in minutes before they left, or before the water came to who never left', () => {
    const earlier = { kind: 'earlier', minutes: 7, result: aResult() } as const
    expect(other(earlier)).toEqual({ key: 'drills:end.other.earlier', params: { count: 7 } })
    expect(other(earlier, caught, null)?.key).toBe('drills:end.other.ahead')
  })

  it('is told by the road that makes the difference, where it has a name', () => {
    const way = (gained: number, by: string | null = '中川橋') =>
      ({ kind: 'otherWay', by, gained, result: aResult() }) as const
    expect(other(way(12.7), aResult())).toEqual({
      key: 'drills:end.other.moreNamed',
      params: { 'road@name': '中川橋', count: 12 },
    })
    expect(other(way(12.7, null), aResult())).toEqual({ key: 'drills:end.other.more', params: { count: 12 } })
    expect(other(way(0.5))?.key).toBe('drills:end.other.wayNamed')
    expect(other(way(0.5, null))?.key).toBe('drills:end.other.way')
    expect(other(way(0.9), aResult())).toBeNull()
  })

  it('is told by the name of the other site, and not at all where that is lost', () => {
    expect(other({ kind: 'otherSite', site: 'a', result: aResult() })?.params).toMatchObject({
      'place@ja': '体育館',
    })
    expect(other({ kind: 'otherSite', site: 'gone', result: aResult() })).toBeNull()
    expect(other({ kind: 'upstairs', result: aResult() })?.key).toBe('drills:end.other.upstairs')
  })
})
