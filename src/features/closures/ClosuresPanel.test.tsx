import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FEED_REFUSALS } from '#domain/feeds/check-feed.ts'
import { startI18n } from '#i18n/index.ts'
import { aCityFeed, aFeedReading } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { closuresNow, type ClosuresNow } from './closures-now.ts'
import { ClosuresNear } from './ClosuresNear.tsx'
import { ClosuresPanel } from './ClosuresPanel.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const here = [130.0985, 33.1052] as const

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

type Panel = Parameters<typeof ClosuresPanel>[0]
const show = (now: ClosuresNow, more: Partial<Panel> = {}) =>
  screen.show(<ClosuresPanel now={now} from={null} picked={null} onShow={null} onLook={null} {...more} />)
const after = (age: number, changes: Parameters<typeof aFeed>[0] = {}) =>
  closuresNow(aCityFeed(aFeed({ expires: FEED_ISSUED + 48 * HOUR, ...changes })), FEED_ISSUED + age)

describe('the list of closed roads', () => {
  it.each([
    ['current', MINUTE, '9:30', '1 min ago', 'is new'],
    ['ageing', 31 * MINUTE, '9:30', '31 min ago', 'getting old'],
    ['old', 4 * HOUR, '9:30', '4 h ago', 'may have changed'],
    ['veryOld', 13 * HOUR, '9:30', '13 h ago', 'Ask the city'],
  ])('%s: tells when it was issued, how long ago, and what that means', (kind, age, ...words) => {
    show(after(age))
    expect(screen.find('[data-age]').dataset['age']).toBe(kind)
    for (const word of words) expect(screen.words()).toContain(word)
    expect(screen.words()).toContain('does not mean that roads which are not listed here are open')
  })

  it('tells no age by a clock that is wrong', () => {
    const clocks = { host: FEED_ISSUED + 9 * HOUR, device: FEED_ISSUED }
    show(closuresNow(aFeedReading({ feed: aFeed(), clocks }), FEED_ISSUED))
    expect(screen.words()).toContain('The clock of this device seems wrong')
    expect(screen.words()).not.toContain('ago')
  })

  it.each([
    ['noKeys', 'does not publish'],
    ['noVerifier', 'cannot verify'],
    ['failed', 'could not be loaded'],
    ['waiting', 'Reading'],
  ] as const)('%s: says why nothing is told, and shows no list', (status, says) => {
    show(closuresNow({ status, reading: null }, FEED_ISSUED))
    expect(screen.words()).toContain(says)
    expect(screen.words()).not.toContain('holds no road')
    expect(screen.box.querySelector('article')).toBeNull()
  })

  it('says that none was ever received', () => {
    show(closuresNow(aCityFeed(null), FEED_ISSUED))
    expect(screen.words()).toContain('No information on closed roads was received')
    expect(screen.words()).not.toContain('holds no road')
  })

  it.each(FEED_REFUSALS)('refused (%s): says why in words, and keeps showing what it has', (why) => {
    const trouble = { kind: 'refused', why, takesBack: [] } as const
    show(closuresNow(aFeedReading({ feed: aFeed(), trouble }), FEED_ISSUED))
    const said = screen.find('[role=status]').textContent ?? ''
    expect(said).toContain('was not accepted')
    expect(said).not.toContain(`refused.${why}`)
    expect(said).toContain('received earlier')
    expect(screen.box.querySelectorAll('article')).toHaveLength(1)
  })

  it.each(['dead', 'slow', 'signInPage', 'notTheFile', 'absent', 'serverError', 'tooLarge'] as const)(
    'network (%s): says what happened',
    (why) => {
      show(closuresNow(aFeedReading({ feed: null, trouble: { kind: 'network', why } }), FEED_ISSUED))
      expect(screen.find('[role=status]').textContent).not.toContain('closures:')
      expect(screen.find('[role=status]').textContent?.length).toBeGreaterThan(20)
      expect(screen.words()).not.toContain('received earlier')
    },
  )

  it('tells of keys that signed two things, of revoked ones, and of what cannot be stored', () => {
    show(
      closuresNow(
        aFeedReading({ feed: aFeed(), isTrusted: false, isStored: false, alarms: ['city-a'] }),
        FEED_ISSUED,
      ),
    )
    for (const words of ['may be stolen', 'was withdrawn', 'cannot be stored', 'may have changed'])
      expect(screen.words()).toContain(words)
  })

  it('says of an empty list only that it is empty', () => {
    show(after(0, { closures: [] }))
    expect(screen.words()).toContain('holds no road that is closed now')
    expect(screen.words()).toContain('does not mean')
  })

  it('tells each closure: people on foot first, cars, why, until when, by whom, in their own words', () => {
    const closure = aClosure({ title: { ja: '冠水', en: 'Flooded' }, detour: { ja: '県道へ' } })
    show(after(MINUTE, { closures: [closure] }), { from: here })
    const words = screen.find('article').textContent ?? ''
    const order = [
      '市道見本線',
      'on foot',
      'Road closed',
      'under water',
      'Cars cannot',
      '0.4 m',
      'Since',
      'Until further',
    ]
    expect(order.map((word) => words.indexOf(word))).toEqual(
      order.map((word) => words.indexOf(word)).toSorted((a, b) => a - b),
    )
    expect(words.indexOf('市道見本線')).toBeGreaterThanOrEqual(0)
    expect(words).toContain('City: 見本市 建設課')
    expect(screen.find('q', 'Flooded').lang).toBe('en')
    expect(screen.find('q', '県道へ').lang).toBe('ja')
  })

  it('counts what holds, what is planned and what is over apart', () => {
    const now = FEED_ISSUED + MINUTE
    show(
      after(MINUTE, {
        closures: [
          aClosure({ id: 'a' }),
          aClosure({ id: 'b' }),
          aClosure({ id: 'c', start: now + HOUR }),
          aClosure({ id: 'd', status: 'lifted' }),
        ],
      }),
    )
    const titles = [...screen.box.querySelectorAll('h3')].map(({ textContent }) => textContent)
    expect(titles).toEqual(['Closed or restricted now: 2', 'Planned: 1', 'Lifted or ended: 1'])
  })

  it('brings the one that was picked to the eye and to the focus', () => {
    show(after(MINUTE, { closures: [aClosure({ id: 'a' }), aClosure({ id: 'b' })] }), { picked: 'b' })
    const picked = screen.find('article[data-picked=true] h4')
    expect(document.activeElement).toBe(picked)
    expect(screen.box.querySelectorAll('[data-picked=true]')).toHaveLength(1)
  })

  it('shows one on the map, by a button that names it', () => {
    const onShow = vi.fn()
    show(after(MINUTE), { onShow })
    act(() => screen.find('button', 'See it on the map: 市道見本線').click())
    expect(onShow).toHaveBeenCalledWith(expect.objectContaining({ id: '2026-0012' }))
  })

  it('asks the city when it is told to, says so, and asks once at a time', async () => {
    let answer = () => {}
    const onLook = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
    show(after(MINUTE), { onLook })
    const button = screen.find('button', 'Check now')
    act(() => button.click())
    act(() => button.click())
    expect(onLook).toHaveBeenCalledTimes(1)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(screen.words()).toContain('Checking with the city')
    await act(async () => answer())
    expect(screen.words()).toContain('Checked.')
  })

  it('says nothing of asking by itself', () => {
    show(closuresNow(aFeedReading({ feed: aFeed(), isAsking: true }), FEED_ISSUED), {
      onLook: async () => {},
    })
    expect(screen.words()).not.toContain('Checking')
  })

  it.each(['ja', 'ja-simple'] as const)('has all its words in %s', async (tag) => {
    await act(async () => void (await startI18n(tag)))
    const closures = [
      aClosure({ id: 'a', state: 'one_lane', access: { ...aClosure().access, foot: true, car: null } }),
      aClosure({ id: 'b', start: FEED_ISSUED + HOUR, end: FEED_ISSUED + 40 * HOUR, road: null }),
      aClosure({ id: 'c', status: 'lifted', checked: FEED_ISSUED }),
    ]
    show(after(5 * HOUR, { closures }), { from: here, onLook: async () => {} })
    expect(screen.words()).not.toMatch(/closures:|\{\{/)
  })
})

describe('the closures with an answer', () => {
  const near = (now: ClosuresNow, onOpen = vi.fn()) => {
    screen.show(<ClosuresNear now={now} at={here} onOpen={onOpen} />)
    return onOpen
  }

  it('are the three nearest within a kilometre', () => {
    const closures = [1, 2, 3, 4, 40].map((step) =>
      aClosure({ id: `${step}`, shape: { kind: 'point', at: [here[0], here[1] + step * 0.001] } }),
    )
    const onOpen = near(after(MINUTE, { closures }))
    expect(screen.box.querySelectorAll('li')).toHaveLength(3)
    act(() => screen.find('li button').click())
    expect(onOpen).toHaveBeenCalledWith('1')
    act(() => screen.find('button', 'See all').click())
    expect(onOpen).toHaveBeenLastCalledWith(null)
  })

  it('are said not to be known near here, which opens no road', () => {
    near(after(MINUTE, { closures: [] }))
    expect(screen.words()).toContain('No closed road within 1 km of here has been announced')
    expect(screen.words()).toContain('does not mean')
  })

  it('carry their age when it matters', () => {
    near(after(5 * HOUR))
    expect(screen.words()).toContain('may have changed')
    near(after(MINUTE))
    expect(screen.words()).not.toContain('is new')
    expect(screen.words()).toContain('1 min ago')
  })

  it('are nothing while nothing was read, and a sentence where nothing can be known', () => {
    near(closuresNow({ status: 'waiting', reading: null }, FEED_ISSUED))
    expect(screen.words()).toBe('')
    near(closuresNow({ status: 'noKeys', reading: null }, FEED_ISSUED))
    expect(screen.words()).toContain('does not publish')
    expect(screen.words()).not.toContain('has been announced')
    near(closuresNow(aCityFeed(null), FEED_ISSUED))
    expect(screen.words()).toContain('was received from the city yet')
  })
})
