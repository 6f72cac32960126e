import { describe, expect, it } from 'vitest'
import type { Closure, ClosureFeed } from '../closures/closure.ts'
import { reopenedRoads } from './reopened-roads.ts'

const NOW = Date.UTC(2026, 6, 1)
const HOUR = 3_600_000

const aClosure = (changes: Partial<Closure> = {}): Closure => ({
  id: 'r1',
  shape: {
    kind: 'line',
    lines: [
      [
        [130.1, 33.1],
        [130.11, 33.1],
      ],
    ],
  },
  state: 'closed',
  status: 'active',
  reason: 'construction',
  start: NOW - HOUR,
  end: null,
  direction: 'both',
  access: { foot: false, wheelchair: null, bicycle: null, car: false, truck: false, emergency: null },
  depth: null,
  road: null,
  title: {},
  detour: {},
  source: { kind: 'city', name: 'City', url: null },
  confidence: 'official',
  updated: NOW,
  checked: null,
  ...changes,
})
const aFeed = (...closures: readonly Closure[]): ClosureFeed => ({
  area: '41207',
  publisher: 'City',
  licence: 'CC BY 4.0',
  sequence: 1,
  issued: NOW,
  expires: NOW + 6 * HOUR,
  closures,
})
const reopened = (was: Closure, ...now: readonly Closure[]) => reopenedRoads(aFeed(was), aFeed(...now))

describe('a road is reopened', () => {
  const access = aClosure().access
  it.each<[string, Partial<Closure>]>([
    ['open', { state: 'open' }],
    ['open to one lane', { state: 'one_lane' }],
    ['restricted only', { state: 'restricted' }],
    ['lifted', { status: 'lifted' }],
    ['planned only', { status: 'planned' }],
    ['not confirmed any more', { status: 'unconfirmed' }],
    ['shut from later on', { start: NOW }],
    ['given an end', { end: NOW + HOUR }],
    ['shut in one direction', { direction: 'forward' }],
    ['open on foot', { access: { ...access, foot: true } }],
    ['no longer known to be shut on foot', { access: { ...access, foot: null } }],

    [
      'moved',
      {
        shape: {
          kind: 'line',
          lines: [
            [
              [130.2, 33.1],
              [130.21, 33.1],
            ],
          ],
        },
      },
    ],
    ['under another name', { id: 'r2' }],
  ])('when its closure is %s', (_, changes) => {
    expect(reopened(aClosure(), aClosure(changes))).toEqual(['r1'])
  })

  it('when its closure is gone, or ends sooner', () => {
    expect(reopened(aClosure())).toEqual(['r1'])
    expect(reopened(aClosure({ end: NOW + 2 * HOUR }), aClosure({ end: NOW + HOUR }))).toEqual(['r1'])
  })
})

describe('no road is reopened', () => {
  it.each<[string, Partial<Closure>, Partial<Closure>]>([
    ['nothing changes', {}, {}],
    ['less of it is open', { state: 'restricted' }, { state: 'closed' }],
    ['what was planned begins', { status: 'planned' }, { status: 'active' }],
    ['it lasts longer', { end: NOW + HOUR }, { end: NOW + 2 * HOUR }],
    ['it lasts until further notice', { end: NOW + HOUR }, { end: null }],
    ['it begins earlier', {}, { start: NOW - 9 * HOUR }],
    ['both directions are shut', { direction: 'forward' }, { direction: 'both' }],
    ['water comes to the works', {}, { reason: 'flooding' }],
    ['fewer may pass', {}, { access: { ...aClosure().access, emergency: false } }],
    ['its words change', {}, { title: { ja: 'x' }, updated: NOW + 1, checked: NOW, depth: 0.4 }],
  ])('when %s', (_, was, now) => {
    expect(reopened(aClosure(was), aClosure(now))).toEqual([])
  })

  it('when there was nothing before, or it was open, or its own end has come', () => {
    expect(reopenedRoads(null, aFeed())).toEqual([])
    expect(reopened(aClosure({ state: 'open' }))).toEqual([])
    expect(reopened(aClosure({ status: 'lifted' }))).toEqual([])
    expect(reopened(aClosure({ end: NOW }))).toEqual([])
    expect(reopened(aClosure({ end: NOW + 1 }))).toEqual(['r1'])
  })
})

it('is reopened on foot when the water is no longer the reason, and not when the water comes', () => {
  const unknown = { ...aClosure().access, foot: null }
  const [flooded, works] = [
    aClosure({ reason: 'flooding', access: unknown }),
    aClosure({ reason: 'construction', access: unknown }),
  ]
  expect(reopened(flooded, works)).toEqual(['r1'])
  expect(reopened(works, flooded)).toEqual([])
})
