import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { refuse } from '#domain/result.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'
import { encodeWaterSeries } from '#scripts/lib/encode-water-series.ts'
import { NO_WAYS } from '#map/map-view.ts'
import type { CityFeedState, WayFinder } from '#platform/ports.ts'
import { aClosure, aFeed } from '#tests/support/a-closure.ts'
import { aManifest } from '#tests/support/an-area.ts'
import { ESCAPE_AREA, ESCAPE_GRAPH, FAR, NOON, someEscapeTools } from '#tests/support/an-escape.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aWayFinder } from '#tests/support/a-way-finder.ts'
import { EscapePanel } from './EscapePanel.tsx'
import type { EscapeTools } from './escape-tools.ts'

let screen: Screen
let tools: EscapeTools
afterEach(() => screen.leave())

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

async function start(changes: Partial<EscapeTools> = {}, tag: 'en' | 'ja' = 'en') {
  screen = await aScreen(tag)
  const finder = aWayFinder(ESCAPE_GRAPH)
  tools = someEscapeTools({ finder: async () => finder, ...changes })
  screen.show(<EscapePanel tools={tools} />)
  await settle()
  return finder
}

const choose = async (words: string) => {
  act(() => screen.find('label', words).querySelector('input')?.click())
  await settle()
}
const row = (key: string) => screen.find(`tr[data-row="${key}"]`).querySelector('td')?.textContent
const status = () => screen.find('[role="status"][aria-live]').textContent

const failing = (reason: WaysRefusal): WayFinder => ({
  use: () => {},
  waysFrom: async () => refuse(reason),
  distances: async () => refuse(reason),
  reach: async () => refuse(reason),
  departures: async () => refuse(reason),
})

describe('minutes to a site', () => {
  it('are told for every road, on the map and as a table', async () => {
    await start()
    // An adult walks 180 m in 3 minutes.
    expect(row('band0')).toBe('180 m')
    expect(row('band10')).toBe('0')
    expect(screen.find('tfoot').textContent).toContain('1.5 km')
    const { network } = tools.ways.getState().shown
    expect(network?.kind).toBe('reach')
    expect(network?.pieces.length).toBeGreaterThan(5)
    expect(status()).toMatch(/worked out/)
  })

  it('follow who walks, and by which light, live', async () => {
    await start()
    await choose('Walks with difficulty')
    expect(row('band0')).toBe('90 m')
    expect(row('band10')).toBe('600 m')
    await choose('Night')
    expect(row('band0')).toBe('70 m')
    await choose('Day')
    expect(row('band0')).toBe('90 m')
  })

  it('are reckoned by night when it is dark at the place', async () => {
    await start({ now: () => Date.parse('2026-07-01T23:00:00+09:00') })
    expect(row('band0')).toBe('140 m')
  })

  it('leave out roads through deep water when nobody may pass zones', async () => {
    await start()
    expect(row('none')).toBe('0')
    await choose('Never through zones')
    expect(row('none')).toBe('500 m')
  })

  it('are told for the place that was asked about, with the name of the site', async () => {
    await start({ at: FAR })
    expect(screen.words()).toContain('24 to 27 minutes, to')
    expect(screen.words()).toContain('見本小学校')
  })

  it('are not told for a place far from all ways', async () => {
    await start({ at: [135.02, 30.01] })
    expect(screen.words()).toContain('No known road lies within 150 m of this place.')
    expect(row('band0')).toBe('180 m')
  })

  it('keep the former picture until the new one is there, and say so', async () => {
    let answer = () => {}
    const real = aWayFinder(ESCAPE_GRAPH)
    let isSlow = false
    const slow: WayFinder = {
      ...real,
      reach: async (question, signal) => {
        if (isSlow) await new Promise<void>((resolve) => (answer = resolve))
        return real.reach(question, signal)
      },
    }
    await start({ finder: async () => slow })
    const before = tools.ways.getState().shown
    isSlow = true
    await choose('Older person')
    expect(row('band0')).toBe('180 m')
    expect(tools.ways.getState().shown).toBe(before)
    expect(screen.find('[aria-busy="true"]')).toBeTruthy()
    expect(status()).toMatch(/former/)
    answer()
    await settle()
    expect(row('band0')).not.toBe('180 m')
    expect(screen.box.querySelector('[aria-busy="true"]')).toBeNull()
  })

  it('of a choice that was left are never shown', async () => {
    const answers: (() => void)[] = []
    const real = aWayFinder(ESCAPE_GRAPH)
    const slow: WayFinder = {
      ...real,
      reach: async (question, signal) => {
        await new Promise<void>((resolve) => answers.push(resolve))
        return real.reach(question, signal)
      },
    }
    await start({ finder: async () => slow })
    await choose('Walks with difficulty')
    answers[1]?.()
    await settle()
    expect(row('band0')).toBe('90 m')
    answers[0]?.()
    await settle()
    expect(row('band0')).toBe('90 m')
  })

  it('leave the map with the screen', async () => {
    await start()
    expect(tools.ways.getState().shown).not.toBe(NO_WAYS)
    screen.show(null)
    expect(tools.ways.getState().shown).toBe(NO_WAYS)
  })
})

describe('a closure', () => {
  it('takes the roads behind it away at once, and its age is told', async () => {
    const closure = aClosure({
      shape: {
        kind: 'line',
        lines: [
          [
            [135.0412, 30.04],
            [135.0495, 30.04],
          ],
        ],
      },
      start: NOON - 3_600_000,
    })
    const feed = aFeed({ closures: [closure], issued: NOON, expires: NOON + 3_600_000 })
    const closures = createStore<CityFeedState<ClosureFeed>>(() => ({ status: 'noKeys', reading: null }))
    await start({ closures })
    expect(row('none')).toBe('0')
    act(() =>
      closures.setState({
        status: 'open',
        reading: {
          kept: { feed, fetched: NOON, isTrusted: true },
          trouble: null,
          isAsking: false,
          isStored: true,
          lostMemory: false,
          alarms: [],
          clocks: null,
        },
      }),
    )
    await settle()
    expect(row('none')).toBe('1.4 km')
    expect(screen.words()).toMatch(/12:00/)
  })
})

describe('what cannot be worked out', () => {
  it.each([
    ['noGraph', 'no data on roads'],
    ['notLoaded', 'not on this device yet'],
    ['damaged', 'cannot be read'],
    ['noSites', 'No site for this disaster'],
  ] as const)('is told in a sentence: %s', async (reason, words) => {
    await start({ finder: async () => failing(reason) })
    expect(screen.words()).toContain(words)
    expect(screen.box.querySelector('table')).toBeNull()
    expect(tools.ways.getState().shown).toBe(NO_WAYS)
  })

  it('is tried again when the code could not be had', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let isOffline = true
    const finder = aWayFinder(ESCAPE_GRAPH)
    await start({ finder: async () => (isOffline ? Promise.reject(new Error('offline')) : finder) })
    expect(screen.words()).toContain('could not be worked out')
    isOffline = false
    act(() => screen.find('button', 'Look again').click())
    await settle()
    expect(row('band0')).toBe('180 m')
  })

  it('is told when the list of sites cannot be read, which is not that there are none', async () => {
    const finder = await start({ area: { ...ESCAPE_AREA, sites: null } })
    expect(finder.asked).toEqual([])
    expect(screen.box.querySelector('table')).toBeNull()
    expect(screen.find('[role="status"]', 'sites')).toBeTruthy()
  })

  it('is never taken for open roads: what is known of closures is told', async () => {
    await start()
    expect(screen.words()).toContain('Closed roads')
    expect(screen.words()).toContain('This is not an order'.slice(0, 4))
    expect(screen.words()).toMatch(/keys|publish/i)
  })
})

describe('time left', () => {
  it('is told by how soon the water may be here', async () => {
    await start({ at: FAR })
    await choose('Time left to leave')
    // 500 m in the zone take 500 s; the water is there in 30 minutes: 1300 s are left at the far end, 1800 s at its rim.
    expect(row('over10')).toBe('500 m')
    expect(row('over30')).toBe('1.0 km')
    expect(screen.words()).toContain('Leave before 12:2')
    expect(tools.ways.getState().shown.network?.kind).toBe('departure')
    await choose('10 minutes')
    expect(row('over10')).toBe('0')
    expect(row('under10')).not.toBe('0')
  })

  it('says that it is too late to walk, and where to go instead', async () => {
    await start({ at: FAR })
    await choose('Walks with difficulty')
    await choose('Time left to leave')
    await choose('10 minutes')
    expect(screen.words()).toContain('too late to walk')
    expect(screen.words()).toContain('垂直避難')
    expect(row('tooLate')).not.toBe('0')
  })

  it('is told for water only', async () => {
    const finder = await start()
    await choose('Time left to leave')
    act(() => tools.shelters.setState({ hazard: 'earthquake' }))
    await settle()
    expect(screen.words()).toContain('for water only')
    expect(screen.box.querySelector('table')).toBeNull()
    expect(tools.ways.getState().shown).toBe(NO_WAYS)
    expect(finder.asked.filter((kind) => kind === 'departures')).toHaveLength(1)
  })
})

describe('a computed flood', () => {
  const flood = {
    id: 'flood-01',
    kind: 'flood',
    scenario: 'max',
    river: null,
    name: { ja: '見本川', en: 'Mihon River' },
    breach: null,
    file: 'series-flood-01.bin.packed',
    source: 'a31a',
  } as const
  const drilled = { ...ESCAPE_AREA, manifest: aManifest({ series: [flood] }) }
  /** One cell around the far street: dry, and a metre deep after an hour. */
  const bytes = encodeWaterSeries({
    west: 135.03,
    south: 30.03,
    cellLng: 0.03,
    cellLat: 0.03,
    columns: 1,
    rows: 1,
    minutes: [0, 60],
    unknown: Uint8Array.of(0),
    depths: [Uint8Array.of(0), Uint8Array.of(10)],
    speeds: [Uint8Array.of(0), Uint8Array.of(0)],
  })

  it('is no choice where the area has none', async () => {
    await start()
    await choose('Time left to leave')
    expect(screen.words()).not.toContain('A computed flood')
  })

  it('is followed minute by minute by its slider', async () => {
    await start({ area: drilled, seriesFile: async () => bytes })
    await choose('Time left to leave')
    await choose('A computed flood')
    expect(screen.find('select').textContent).toContain('Mihon River')
    const slider = screen.find('input[type="range"]') as HTMLInputElement
    expect([slider.min, slider.max]).toEqual(['0', '60'])
    const before = row('tooLate')
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, '60')
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await settle()
    expect(screen.find('output').textContent).toContain('60 minutes')
    expect(row('tooLate')).not.toBe(before)
  })

  it('that is not on the device is told, and no picture stands for it', async () => {
    await start({ area: drilled })
    await choose('Time left to leave')
    await choose('A computed flood')
    expect(screen.words()).toContain('not on this device yet')
    expect(screen.box.querySelector('table')).toBeNull()
  })
})

it('tells in Japanese what the official words are', async () => {
  await start({ at: FAR }, 'ja')
  expect(screen.words()).toContain('24分以上27分未満です')
  expect(screen.words()).toContain('緊急安全確保')
})

it('says in the text layout that the table tells it', async () => {
  await start({ hasMap: false })
  expect(screen.words()).toContain('There is no map here. The table tells it.')
  expect(row('band0')).toBe('180 m')
})
