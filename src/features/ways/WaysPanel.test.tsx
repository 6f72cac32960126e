import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { refuse } from '#domain/result.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { NO_WAYS } from '#map/map-view.ts'
import { lookOf } from '#map/zone-looks.ts'
import type { CityFeedState, WayFinder } from '#platform/ports.ts'
import { aClosure, aFeed } from '#tests/support/a-closure.ts'
import { aGraph } from '#tests/support/a-graph.ts'
import { anArea } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aWayFinder } from '#tests/support/a-way-finder.ts'
import { at, park, school, temple, town as graph } from '#tests/support/a-way-town.ts'
import { COMFORT } from '#tests/support/comfort.ts'
import { createSheltersStore } from '../shelters/index.ts'
import { createWaysStore, WaysPanel, type WaysTools } from './index.ts'

/** Noon of a day in July in Japan. */
const NOON = Date.parse('2026-07-01T12:00:00+09:00')
const MINUTE = 60_000

const area = anArea({ sites: [school, park, temple] })

let screen: Screen
let tools: WaysTools
let time = NOON
let fits: string[]
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  time = NOON
  fits = []
})
afterEach(() => {
  screen.leave()
  vi.useRealTimers()
})

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))
const pass = async (minutes: number) => {
  time += minutes * MINUTE
  await act(async () => void vi.advanceTimersByTime(30_000))
  await settle()
}

async function start(changes: Partial<WaysTools> = {}, tag: LanguageTag = 'en', from = at(0)) {
  screen = await aScreen(tag)
  const finder = aWayFinder(graph)
  tools = {
    store: createWaysStore(),
    shelters: createSheltersStore(),
    area,
    findWays: async () => finder,
    readSeries: async () => null,
    closures: { status: 'noKeys', reading: null },
    now: () => time,
    paint: (layer, rank) => lookOf(layer, rank, 'day', 'official'),
    fit: (bounds) => void fits.push(bounds.join()),
    openPlans: async () => null,
    emergency: null,
    ...changes,
  }
  screen.show(<WaysPanel tools={tools} at={from} />)
  await settle()
}
const show = async (changes: Partial<WaysTools>, from = at(0)) => {
  tools = { ...tools, ...changes }
  screen.show(<WaysPanel tools={tools} at={from} />)
  await settle()
}

const press = async (words: string) => {
  act(() => screen.find('button', words).click())
  await settle()
}
const choose = async (words: string) => {
  act(() => screen.find('label', words).querySelector('input')?.click())
  await settle()
}
const headings = () => [...screen.box.querySelectorAll('h3, h4')].map(({ textContent }) => textContent)
const steps = () =>
  [...screen.box.querySelectorAll('ol > li')].map((item) =>
    [...item.querySelectorAll('p')].map(({ textContent }) => textContent).join(' '),
  )
const stretches = () =>
  [...screen.box.querySelectorAll('li[data-tone] > span')].map(({ textContent }) => textContent)

const feed = (changes: Partial<ClosureFeed>, issued = NOON - 5 * MINUTE): CityFeedState<ClosureFeed> => ({
  status: 'open',
  reading: {
    kept: {
      feed: aFeed({ issued, expires: issued + 360 * MINUTE, ...changes }),
      fetched: issued,
      isTrusted: true,
    },
    trouble: null,
    isAsking: false,
    isStored: true,
    lostMemory: false,
    alarms: [],
    clocks: null,
  },
})
const closedAt = (from: LngLat, till: LngLat, foot: boolean | null = false) =>
  aClosure({
    shape: { kind: 'line', lines: [[from, till]] },
    start: NOON - 60 * MINUTE,
    reason: foot === null ? 'construction' : 'flooding',
    access: { ...aClosure().access, foot },
    depth: null,
  })

describe('what has to be known first', () => {
  it('stands before the way: closed roads, that this is no order, and when nobody sets out', async () => {
    await start()
    const words = screen.words()
    const order = ['does not publish', 'not an order', 'Level 5', 'Hill Park'].map((part) =>
      words.indexOf(part),
    )
    expect(order.every((place) => place > 0)).toBe(true)
    expect([...order].sort((a, b) => a - b)).toEqual(order)
    expect(words).toContain('does not mean that roads are open')
  })

  it('tells how old the closures are, and that they grow old', async () => {
    await start({ closures: feed({ closures: [] }) })
    expect(screen.words()).toContain('is new')
    expect(screen.words()).toContain('5 min ago')
    await pass(60)
    expect(screen.words()).toContain('getting old')
  })

  it('speaks of a tsunami as of a tsunami', async () => {
    await start()
    act(() => tools.shelters.setState({ hazard: 'tsunami' }))
    await settle()
    expect(screen.words()).toContain('Tsunamis have no alert levels')
    expect(screen.words()).not.toContain('At Alert Level 5')
  })
})

describe('the way', () => {
  it('leads with the fewest metres in deep water, for an adult by day', async () => {
    await start()
    expect(headings()).toContain('Hill Park (高台公園)')
    expect(screen.words()).toContain('About 19 minutes on foot')
    expect(screen.words()).toContain('About 1100 m')
    expect(stretches()[0]).toMatch(/About 100 m: .*less than 0.5 m/)
  })

  it('is told step by step, with metres, road and landmark', async () => {
    await start()
    expect(steps()).toEqual(['Walk east. Road: 本町通り About 1100 m', 'You are at the site.'])
    await press('See this way')
    expect(steps()).toEqual([
      'Walk east. Road: 本町通り About 200 m',
      'Turn left. About 500 m',
      'You are at the site.',
    ])
  })

  it('takes longer for who is slower, and in the dark', async () => {
    await start()
    await choose('Older person')
    expect(screen.words()).toContain('About 26 minutes on foot')
    await choose('Night')
    expect(screen.words()).toContain('About 32 minutes on foot')
  })

  it('never takes no zone for no danger', async () => {
    await start({ area: anArea({ sites: [school] }) })
    act(() => tools.shelters.setState({ hazard: 'earthquake' }))
    await settle()
    expect(screen.words()).toContain('does not mean')
    expect(screen.words()).not.toMatch(COMFORT)
  })

  it('goes around what is closed, and comes back when it is not', async () => {
    await start({ closures: feed({ closures: [closedAt(at(350), at(1000))] }) })
    expect(headings()).toContain('Mihon School (見本小学校)')
    expect(headings()).not.toContain('Hill Park (高台公園)')
    await show({ closures: feed({ closures: [] }) })
    expect(headings()).toContain('Hill Park (高台公園)')
  })

  it('tells metres where nobody knows if one may pass, and closures that lie on no road', async () => {
    const far = aClosure({ ...closedAt([135.2, 30.2], [135.21, 30.2]), id: 'far' })
    await start({ closures: feed({ closures: [closedAt(at(350), at(1000), null), far] }) })
    expect(screen.words()).toMatch(/About 800 m: a closure is reported|About 8\d0 m: a closure/)
    expect(screen.words()).toContain('1 closed road could not be placed')
  })
})

describe('a very long detour', () => {
  const long = aGraph({
    nodes: [at(0), at(200), at(200, 500), at(1100)],
    edges: [
      { from: 0, till: 1, decimetres: 2000, ranks: { flood: 2 } },
      { from: 1, till: 2, decimetres: 5000, ranks: { flood: 3 } },
      { from: 1, till: 3, decimetres: 140_000, ranks: { flood: 0 } },
    ],
  })

  it('is never told without the quickest way beside it', async () => {
    await start({ findWays: async () => aWayFinder(long) })
    expect(headings()).toContain('Hill Park (高台公園)')
    expect(screen.words()).toContain('very long detour')
    expect(screen.words()).toContain('about 12 minutes')
    await press('See the quickest way')
    expect(screen.words()).toContain('does not keep out of dangerous zones')
    expect(stretches()[0]).toMatch(/About 500 m: .*3 m to 5 m/)
    expect(document.activeElement?.textContent).toContain('Mihon School')
  })
})

describe('never through zones', () => {
  it('where there is no such way it says so and tells the one with the least of them', async () => {
    await start({ area: anArea({ sites: [school] }) })
    await choose('Never through zones')
    expect(screen.words()).toContain('There is no way that never passes a dangerous zone')
    expect(stretches()[0]).toMatch(/About 500 m: .*3 m to 5 m/)
  })

  it('where there is one it is told without a word of that', async () => {
    await start()
    await choose('Never through zones')
    expect(screen.words()).not.toContain('There is no way that')
    expect(headings()).toContain('Hill Park (高台公園)')
  })
})

describe('by when to leave', () => {
  it('is not told while it is not known when the water comes, and that is said', async () => {
    await start()
    expect(screen.words()).toContain('no time to leave can be given')
    expect(screen.words()).not.toContain('Leave before')
  })

  it('follows from when the water may be here, and comes nearer', async () => {
    await start()
    await choose('In 60 minutes')
    // 100 m in the zone must be behind before 13:00, and 200 m before them: 300 s.
    expect(screen.words()).toContain('Leave before 12:55')
    expect(screen.words()).toContain('55 minutes left')
    await pass(30)
    expect(screen.words()).toContain('Leave before 12:55')
    expect(screen.words()).toContain('25 minutes left')
  })

  it('ends with going upstairs, never with a time', async () => {
    await start()
    await choose('In 30 minutes')
    await pass(26)
    expect(screen.find('[role="alert"]').textContent).toContain('too late to walk')
    expect(screen.words()).toContain('upper floor')
    expect(screen.words()).toContain('119')
    expect(screen.words()).not.toContain('Leave before 12:25')
  })

  it('is asked for water only', async () => {
    await start()
    act(() => tools.shelters.setState({ hazard: 'earthquake' }))
    await settle()
    expect(screen.words()).not.toContain('How soon may the water')
    expect(screen.words()).not.toContain('no time to leave')
  })
})

describe('sites', () => {
  it('of three at most one is told, the others can be chosen and are then on the map', async () => {
    await start()
    expect(tools.store.getState().shown.routes.map(({ id, isTold }) => [id, isTold])).toEqual([
      ['0 park', true],
      ['1 school', false],
    ])
    expect(fits).toHaveLength(1)
    await press('See this way')
    expect(tools.store.getState().shown.routes.find(({ isTold }) => isTold)?.id).toBe('1 school')
    expect(fits).toHaveLength(2)
    await pass(1)
    expect(fits).toHaveLength(2)
    screen.show(null)
    expect(tools.store.getState().shown).toBe(NO_WAYS)
  })

  it('that are left out are named with their reason', async () => {
    await start()
    const left = screen.find('details')
    expect(left.textContent).toContain('Mihon Temple')
    expect(left.textContent).toContain('does not say if it is for this disaster')
  })

  it('that somebody chose are led to, and what speaks against them is said first', async () => {
    await start({
      area: anArea({ sites: [{ ...school, designated: { ...school.designated, flood: false } }, park] }),
    })
    act(() => tools.store.setState({ wanted: 'school' }))
    await settle()
    const words = screen.words()
    expect(words.indexOf('Not designated for this disaster')).toBeLessThan(words.indexOf('on foot'))
    expect(headings()).toContain('Mihon School (見本小学校)')
    await press('Look for the nearest site')
    expect(headings()).toContain('Hill Park (高台公園)')
  })
})

describe('no way', () => {
  const failing = (reason: WaysRefusal): WayFinder => ({
    use: () => {},
    waysFrom: async () => refuse(reason),
    reach: async () => refuse(reason),
    departures: async () => refuse(reason),
    distances: async () => refuse(reason),
  })

  it.each([
    ['noGraph', 'no data on roads'],
    ['notLoaded', 'not on this device yet'],
    ['badChecksum' as WaysRefusal, 'cannot be read'],
    ['unsnappable', 'No known road lies within 150 m'],
  ] as const)('%s: the sites are told by their direction, which is no way', async (reason, says) => {
    await start({ findWays: async () => failing(reason) })
    expect(screen.words()).toContain(says)
    expect(screen.words()).toContain('to the east, in a straight line')
    expect(screen.words()).toContain('This is not a way')
  })

  it.each([
    ['unreachable', 'Do not just set out'],
    ['noSites', 'Ask the city'],
  ] as const)('%s: nobody is sent off in a direction', async (reason, says) => {
    await start({ findWays: async () => failing(reason) })
    expect(screen.words()).toContain(says)
    expect(screen.words()).not.toContain('in a straight line')
  })

  it('because the code cannot be had: it is said, and tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let isThere = false
    const finder = aWayFinder(graph)
    await start({
      findWays: () => (isThere ? Promise.resolve(finder) : Promise.reject(new Error('offline'))),
    })
    expect(screen.words()).toContain('could not be worked out')
    isThere = true
    await press('Look again')
    expect(headings()).toContain('Hill Park (高台公園)')
  })

  it('while it is looked for: it can be stopped, and stays so', async () => {
    const signals: AbortSignal[] = []
    const slow: WayFinder = {
      ...failing('noGraph'),
      waysFrom: (_question, _at, { signal }) => {
        signals.push(signal)
        return new Promise(() => {})
      },
    }
    await start({ findWays: async () => slow })
    expect(screen.find('progress')).not.toBeNull()
    await press('Stop')
    expect(signals[0]?.aborted).toBe(true)
    expect(screen.words()).toContain('was stopped')
    await pass(1)
    expect(signals).toHaveLength(1)
    await press('Look again')
    expect(signals).toHaveLength(2)
  })

  it('because the list of sites cannot be read', async () => {
    await start({ area: anArea({ sites: null }) })
    expect(screen.words()).toContain('The list of sites cannot be read')
  })
})

it.each(['ja', 'ja-simple', 'en'] as const)('all of it has its words: %s', async (tag) => {
  await start({ closures: feed({ closures: [closedAt(at(350), at(1000), null)] }) }, tag)
  act(() => tools.store.setState({ water: { kind: 'within', minutes: 60, at: NOON } }))
  await settle()
  expect(screen.words()).not.toMatch(/[a-z]:[a-z]+\.|\{\{/i)
})
