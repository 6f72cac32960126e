import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Alert, AlertFeed } from '#domain/alerts/alert.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import type { CityFeedState } from '#platform/ports.ts'
import { ALERTS_NOW, aFeedState, anAlert, anAlertFeed, aReading } from '#tests/support/an-alert.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { AlertBanner } from './index.ts'
import { forgetTold } from './use-news.ts'

let screen: Screen
let now = ALERTS_NOW
let opened = 0
const store = createStore<CityFeedState<AlertFeed>>(() => aFeedState())
const clock = { now: () => now }
beforeEach(() => {
  forgetTold()
  now = ALERTS_NOW
  opened = 0
})
afterEach(() => screen.leave())

const draw = (key = 'one') =>
  screen.show(<AlertBanner key={key} store={store} clock={clock} onOpen={() => (opened += 1)} />)
const publish = (...alerts: readonly Alert[]) =>
  act(() => store.setState(aFeedState(aReading(anAlertFeed({ alerts: [...alerts] })))))
async function show(tag: LanguageTag, ...alerts: readonly Alert[]) {
  screen = await aScreen(tag)
  store.setState(aFeedState(aReading(anAlertFeed({ alerts: [...alerts] }))))
  draw()
}
const strip = () => screen.box.querySelector('button')
const atOnce = () => screen.find('[role="alert"]').textContent
const inTime = () => screen.find('[role="status"]').textContent

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every level has its words, with the digit, and none of them comforts', async () => {
    await show(tag)
    for (const level of [3, 4, 5] as const) {
      publish(anAlert({ level, districts: [] }))
      const words = screen.words()
      expect(words).toContain(String(level))
      expect(words).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(words).not.toMatch(COMFORT)
    }
  })
})

describe('the strip', () => {
  it('is there while an order is in force, and not without one', async () => {
    await show('en')
    expect(strip()).toBeNull()
    publish(anAlert({ lifted: ALERTS_NOW - 600_000 }))
    expect(strip()).toBeNull()
    publish(anAlert())
    expect(strip()?.textContent).toContain('Evacuation Instruction')
    expect(strip()?.textContent).toContain('everybody leaves now')
  })

  it('shows the highest, and how many more there are', async () => {
    await show('en', anAlert({ level: 3 }), anAlert({ id: 'a-2', level: 5 }), anAlert({ id: 'a-3' }))
    expect(strip()?.dataset['level']).toBe('5')
    expect(strip()?.textContent).toContain('2 more')
  })

  it('leads to the screen of the orders, and cannot be put away', async () => {
    await show('en', anAlert())
    act(() => strip()?.click())
    expect(opened).toBe(1)
    expect(screen.box.querySelectorAll('button')).toHaveLength(1)
  })

  it('is small at level 3: no call, one line', async () => {
    await show('en', anAlert({ level: 3 }))
    expect(strip()?.textContent).not.toContain('people who need time')
  })

  it('bears no digit where the official scale has no level', async () => {
    await show('en', anAlert({ hazard: 'tsunami', districts: [] }))
    expect(strip()?.dataset['level']).toBe('none')
    expect(strip()?.textContent).not.toMatch(/\d/)
    expect(strip()?.textContent).toContain('high ground')
  })

  it('stays when the order is old, and says that it is', async () => {
    await show('en', anAlert())
    expect(screen.words()).not.toContain('old')
    now = ALERTS_NOW + 40 * 3_600_000
    publish(anAlert())
    expect(strip()?.dataset['level']).toBe('4')
    expect(strip()?.textContent).toContain('This is old. It may have changed.')
    expect(inTime()).toContain('This information is old.')
  })

  it('stays when the network fails, the feed is refused, or its key was withdrawn', async () => {
    await show('en', anAlert())
    const kept = { feed: anAlertFeed(), fetched: 0, isTrusted: false }
    for (const reading of [
      aReading(anAlertFeed(), { trouble: { kind: 'network', why: 'dead' } }),
      aReading(anAlertFeed(), { trouble: { kind: 'refused', why: 'oneSignature', takesBack: ['a-1'] } }),
      aReading(null, { kept }),
    ]) {
      act(() => store.setState(aFeedState(reading)))
      expect(strip()?.dataset['level']).toBe('4')
    }
  })
})

describe('who cannot see it', () => {
  it('hears a new order at once, and once', async () => {
    await show('en', anAlert())
    expect(atOnce()).toContain('Alert Level 4')
    expect(atOnce()).toContain('everybody leaves now')
    screen.leave()
    screen = await aScreen('en')
    draw('another layout')
    expect(atOnce()).toBe('')
  })

  it('hears of one that is raised, and not of one that is as it was', async () => {
    await show('en', anAlert({ level: 3 }), anAlert({ id: 'a-2', level: 3 }))
    publish(anAlert({ level: 3 }), anAlert({ id: 'a-2', level: 5 }))
    expect(atOnce()).toContain('Alert Level 5')
    expect(atOnce()).not.toContain('Alert Level 3')
    const before = atOnce()
    publish(anAlert({ level: 3 }), anAlert({ id: 'a-2', level: 5 }))
    expect(atOnce()).toBe(before)
  })

  it('hears that it was lifted, in time', async () => {
    await show('en', anAlert())
    publish(anAlert({ lifted: ALERTS_NOW - 600_000 }))
    expect(inTime()).toContain('Lifted at')
    expect(atOnce()).toBe('')
    expect(strip()).toBeNull()
  })

  it('hears official words by their own language', async () => {
    await show('en', anAlert())
    expect(screen.find('[role="alert"] [lang="ja"]').textContent).toBe('避難指示')
  })
})
