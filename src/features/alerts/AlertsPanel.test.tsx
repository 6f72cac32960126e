import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Alert, AlertFeed } from '#domain/alerts/alert.ts'
import { FEED_REFUSALS } from '#domain/feeds/check-feed.ts'
import { LANGUAGES, sayIn, wordsFor, type LanguageTag } from '#i18n/index.ts'
import type { CityFeedState, FeedTrouble } from '#platform/ports.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { ALERTS_NOW, aFeedState, anAlert, anAlertFeed, aReading } from '#tests/support/an-alert.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { AlertsPanel, sayAlert } from './index.ts'
import type { AlertsPanelProps } from './AlertsPanel.tsx'
import { sayAlerts } from './say-alerts.ts'
import { alertsState } from '#domain/alerts/alerts-state.ts'

const HOUR = 3_600_000
let screen: Screen
let now = ALERTS_NOW
let did: string[] = []
const store = createStore<CityFeedState<AlertFeed>>(() => aFeedState())
beforeEach(() => {
  now = ALERTS_NOW
  did = []
})
afterEach(() => screen.leave())

const HERE = [135.03, 30.03] as const
const AREA = anArea({
  sites: [aSite({ id: 'site-1', name: { ja: '北小学校', kana: null, en: null } }), aSite({ id: 'site-2' })],
  places: [
    { name: '北鹿島', kana: 'きたかしま', romaji: 'Kita-Kashima', kind: 'district', at: [...HERE] },
    { name: '七浦', kana: null, romaji: null, kind: 'district', at: [135.9, 30.9] },
  ],
})

async function show(
  tag: LanguageTag,
  state: CityFeedState<AlertFeed>,
  changes: Partial<AlertsPanelProps> = {},
) {
  screen = await aScreen(tag)
  store.setState(state)
  screen.show(
    <AlertsPanel
      store={store}
      clock={{ now: () => now }}
      area={AREA}
      at={null}
      home={null}
      onSite={(id) => did.push(id)}
      onWhatNow={() => did.push('whatNow')}
      onAgain={async () => did.push('again')}
      {...changes}
    />,
  )
}
const orders = (...alerts: readonly Alert[]) => aFeedState(aReading(anAlertFeed({ alerts: [...alerts] })))
const cards = () => [...screen.box.querySelectorAll<HTMLElement>('li[data-level]')]
const click = (selector: string, words: string) => act(async () => screen.find(selector, words).click())

const TROUBLES: readonly FeedTrouble[] = [
  ...(['dead', 'slow', 'signInPage', 'notTheFile', 'absent', 'serverError', 'tooLarge'] as const).map(
    (why) => ({ kind: 'network', why }) as const,
  ),
  ...FEED_REFUSALS.map((why) => ({ kind: 'refused', why, takesBack: [] }) as const),
]

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every state has its words, and none of them comforts', async () => {
    await show(tag, orders())
    const states: readonly CityFeedState<AlertFeed>[] = [
      ...(['waiting', 'noKeys', 'noVerifier', 'failed'] as const).map((status) => ({
        status,
        reading: null,
      })),
      aFeedState(aReading(null)),
      orders(anAlert(), anAlert({ id: 'a-2', hazard: 'volcano', level: 5, lifted: ALERTS_NOW - HOUR })),
      ...TROUBLES.map((trouble) =>
        aFeedState(aReading(anAlertFeed(), { trouble, alarms: ['k'], isStored: false })),
      ),
    ]
    for (const state of states) {
      act(() => store.setState(state))
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(screen.words()).not.toMatch(COMFORT)
    }
  })
})

describe('the orders', () => {
  it('stand with the highest first, in official words, with what to do', async () => {
    await show('ja', orders(anAlert({ level: 3 }), anAlert({ id: 'a-2', level: 5, districts: [] })))
    expect(cards().map(({ dataset }) => dataset['level'])).toEqual(['5', '3'])
    const [first] = cards()
    expect(first?.textContent).toContain('警戒レベル5 緊急安全確保')
    expect(first?.textContent).toContain('市の全体')
    expect(first?.textContent).toContain('外へ出て避難場所へ歩くことは、もう危険なことがあります')
    expect(screen.words()).toContain('発令：鹿島市災害対策本部')
    expect(screen.words()).toContain('8時40分から出ています')
  })

  it('of the place of the person are marked, where names match, and come first of their level', async () => {
    const others = anAlert({ id: 'a-2', districts: ['七浦'] })
    await show('en', orders(others, anAlert()), { at: HERE })
    const [first, second] = cards()
    expect(first?.textContent).toContain('Names a place near the one you chose: Kita-Kashima')
    expect(second?.textContent).not.toContain('Names a place')
    expect(screen.words()).toContain("Check in the city's own words")
    act(() => store.setState(orders(others)))
    expect(screen.words()).not.toContain('Names a place')
  })

  it('of the home of the plan are marked apart', async () => {
    await show('en', orders(anAlert()), { home: HERE })
    expect(screen.words()).toContain('Names a place near the home of your plan')
  })

  it("stand beside the city's own words, in their language", async () => {
    const text = { ja: '川から離れて', en: 'Keep away from the river', vi: 'Tránh xa sông' }
    await show('en', orders(anAlert({ text })))
    expect(screen.find('[lang="ja"]', '川から離れて').textContent).toBe('川から離れて')
    expect(screen.find('[lang="en"]', 'Keep away').textContent).toBe('Keep away from the river')
    expect(screen.words()).not.toContain('sông')
    expect(screen.words()).toContain('everybody leaves now')
  })

  it('that were lifted stand apart, with when, and call nobody out', async () => {
    await show('en', orders(anAlert({ lifted: ALERTS_NOW - 600_000 })))
    expect(screen.words()).toContain('Orders that were lifted')
    expect(screen.words()).toContain('Lifted at 8:50')
    expect(screen.words()).not.toContain('everybody leaves')
    expect(screen.words()).toContain('holds no evacuation order in force')
    expect(cards()).toHaveLength(0)
  })

  it('lead to what is to be done now', async () => {
    await show('en', orders(anAlert()))
    await click('button', 'What now?')
    expect(did).toEqual(['whatNow'])
  })
})

describe('their age', () => {
  it.each([
    [0, 'is new', '5 min'],
    [HOUR, 'getting old', '1 h'],
    [4 * HOUR, 'It may have changed', 'radio'],
    [20 * HOUR, 'very old', 'radio'],
    [-2 * HOUR, 'cannot be told', 'radio'],
  ])('%i ms later is told, and every order stays', async (later, words, also) => {
    now = ALERTS_NOW + later
    await show('en', orders(anAlert()))
    expect(screen.words()).toContain(words)
    expect(screen.words()).toContain(also)
    expect(cards()[0]?.dataset['level']).toBe('4')
  })

  it('an empty list is no word about danger', async () => {
    await show('en', orders())
    expect(screen.words()).toContain('holds no evacuation order in force')
    expect(screen.words()).toContain('does not mean that there is no danger')
  })
})

describe('where nothing can be told', () => {
  it.each([
    [aFeedState(aReading(null)), 'has not received'],
    [{ status: 'noKeys', reading: null } as const, 'cannot receive'],
    [{ status: 'noVerifier', reading: null } as const, 'cannot check'],
    [{ status: 'failed', reading: null } as const, 'cannot be loaded'],
  ])('it says why, and that this is no all-clear (%#)', async (state, words) => {
    await show('en', state)
    expect(screen.words()).toContain(words)
    expect(screen.words()).toContain('does not mean that there is no evacuation order')
  })

  it('a refused feed that would have lifted an order leaves it, and says why', async () => {
    const trouble = { kind: 'refused', why: 'oneSignature', takesBack: ['a-1'] } as const
    await show('en', aFeedState(aReading(anAlertFeed(), { trouble })))
    expect(screen.words()).toContain('lifted or lowered an order')
    expect(screen.words()).not.toContain('road')
    expect(cards()).toHaveLength(1)
  })

  it('can be asked again, and says that it was', async () => {
    await show('en', aFeedState(aReading(null)))
    await click('button', 'Look again')
    expect(did).toEqual(['again'])
    expect(screen.find('[role="status"]', 'Looked').textContent).toContain('has not received')
  })

  it('has no button where there is nobody to ask', async () => {
    await show('en', { status: 'noKeys', reading: null }, { onAgain: null })
    expect(screen.box.querySelectorAll('button')).toHaveLength(0)
  })

  it('says so too when asking fails', async () => {
    await show('en', aFeedState(aReading(null)), { onAgain: () => Promise.reject(new Error('no')) })
    await click('button', 'Look again')
    expect(screen.find('[role="status"]', 'Looked')).toBeTruthy()
  })
})

describe('open sites', () => {
  const open = orders(anAlert({ shelters: ['site-1', 'elsewhere'] }))

  it('stand by their names with the way to each; one that the map does not know by its number', async () => {
    await show('en', open)
    await click('button', '北小学校')
    expect(did).toEqual(['site-1'])
    expect(screen.words()).toContain('number: elsewhere')
    expect(screen.words()).toContain('Whether other sites are open is not known')
  })

  it('have no button where there is no page for them', async () => {
    await show('en', open, { onSite: null })
    expect(screen.words()).toContain('北小学校')
    expect(screen.box.querySelectorAll('section button')).toHaveLength(0)
  })

  it('that the city does not name are not told', async () => {
    await show('en', orders(anAlert()))
    expect(screen.words()).toContain('does not tell which sites are open')
  })
})

describe('spoken', () => {
  it('the age comes first, then every order with what to do', async () => {
    screen = await aScreen('en')
    const t = sayIn(await wordsFor('en'), 'en', 'alerts')
    const state = alertsState(aReading(), ALERTS_NOW)
    const said = sayAlerts({ status: 'open', state, now: ALERTS_NOW })(t)
    expect(said[1]).toContain('is new')
    expect(said).toEqual([...said.slice(0, -7), ...sayAlert(t, anAlert(), ALERTS_NOW)])
    expect(said.join(' ')).toContain('everybody leaves now')
  })
})
