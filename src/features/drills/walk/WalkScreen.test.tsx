import { act } from 'react'
import { useStore } from 'zustand'
import { afterEach, describe, expect, it } from 'vitest'
import type { Joining } from '#domain/drills/drill.ts'
import type { Attention } from '#platform/ports.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { corner, park } from '#tests/support/a-drill-town.ts'
import { aWalker, goOut } from '#tests/support/a-walker.ts'
import { at } from '#tests/support/a-way-town.ts'
import { drillTools } from '#tests/support/drill-tools.ts'
import type { DrillTools } from '../tools.ts'
import { WalkScreen } from './WalkScreen.tsx'

let screen: Screen
afterEach(() => screen.leave())

const SCENARIO = aDrill({ modes: ['walk', 'table'], signals: [{ minute: 5, trigger: 'city4' }] })

/** Somebody who walks, and looks at the screen all the while. */
async function walk(
  given: {
    readonly joining?: Partial<Joining>
    readonly tools?: Partial<DrillTools>
    readonly can?: Partial<Attention['can']>
    readonly tag?: LanguageTag
    /** The page was gone since they joined. */
    readonly isGone?: boolean
  } = {},
) {
  const walker = aWalker(given.can)
  screen = await aScreen(given.tag ?? 'en')
  const joined = await walker.join({ scenario: SCENARIO, ...given.joining })
  const { drills, walk: walking } = given.isGone === true ? await walker.open() : joined
  const { tools, went, shown, noticed } = drillTools({
    drills,
    walking,
    clock: walker.clock,
    ...(given.can === undefined ? {} : { attention: walker.attention }),
    ...given.tools,
  })
  const Now = () => {
    const running = useStore(tools.drills.store, (state) => state.running)
    return running === null ? null : <WalkScreen running={running} tools={tools} />
  }
  const show = (isThere: boolean) => screen.show(isThere ? <Now /> : null)
  show(true)
  return {
    drills,
    walking,
    went,
    shown,
    noticed,
    show,
    phone: walker.phone,
    run: () => drills.store.getState().running?.drill.run,
    pass: (seconds: number) => act(() => walker.pass(seconds)),
    fix: (...fix: Parameters<typeof walker.fix>) => act(() => walker.fix(...fix)),
    fail: (...why: Parameters<typeof walker.fail>) => act(() => walker.fail(...why)),
    see: (isSeen: boolean) => act(() => walker.show(isSeen)),
    goOut: (goal: string | null) => act(async () => void goOut(drills, goal)),
  }
}
const press = (words: string) => act(async () => screen.find('button', words).click())
const buttons = () => [...screen.box.querySelectorAll('button')].map(({ textContent }) => textContent ?? '')

describe('before leaving', () => {
  it('warns to stand still, tells what is known, and offers the sites by minutes', async () => {
    await walk()
    expect(screen.words()).toContain('Stop before you look at the screen.')
    expect(screen.words()).toContain('Nothing has been announced yet.')
    const [first, second, third] = buttons()
    expect(first).toBe('Leave now: 高台公園')
    expect(second).toContain('見本小学校')
    expect(third).toContain('decide on the way')
    expect(screen.find('li', '高台公園').textContent).toMatch(/About \d+ minutes? on foot/)
  })

  it('leaves once, wakes up the sound in the press, and keeps the focus', async () => {
    const { run, noticed, pass } = await walk()
    await pass(60)
    const button = screen.find('button', 'Leave now: ')
    await act(async () => {
      button.click()
      button.click()
    })
    expect(run()?.left).toBe(1)
    expect(run()?.decisions.filter(({ kind }) => kind === 'leave')).toHaveLength(1)
    expect(noticed).toContain('ready')
    expect(document.activeElement?.textContent).toContain('You are going to')
  })

  it('can be a decision to stay, that can be changed', async () => {
    const { run } = await walk({ joining: { mayStay: true } })
    expect(screen.words()).toContain('You may stay on an upper floor')
    await press('Go upstairs')
    expect(screen.find('[role="status"]', 'You are upstairs').textContent).toContain(
      'You can still leave later.',
    )
    expect(run()?.decisions.map(({ kind }) => kind)).toEqual(['upstairs'])
    await press('Leave now')
    expect(run()?.left).not.toBe(null)
  })

  it('says nothing good of a building of which nothing is known', async () => {
    await walk()
    expect(screen.words()).toContain('Whether you can stay upstairs in this building is not known.')
  })

  it('waits for the hour at which the drill begins', async () => {
    const begins = Date.UTC(2026, 10, 23, 3, 10)
    const { pass } = await walk({
      joining: { invitation: { area: '41207', scenario: 'stand', begins, group: null } },
    })
    expect(screen.words()).toMatch(/Starts: .*12:10/)
    expect(buttons().join()).not.toContain('Leave now')
    await pass(10 * 60)
    expect(buttons().join()).toContain('Leave now')
  })

  it('waits to be taken up after the page was gone', async () => {
    const { drills, show } = await walk({ isGone: true })
    expect(screen.words()).toContain('A drill was interrupted.')
    expect(buttons().join()).not.toContain('Leave now')
    await press('Go on with the drill')
    expect(drills.store.getState().running?.isInterrupted).toBe(false)
    expect(buttons().join()).toContain('Leave now')
    show(false)
  })
})

describe('on the way', () => {
  it('tells how far the goal is and in which direction, large; nothing of it once the position is lost', async () => {
    const { pass, fix, goOut: leave } = await walk()
    await pass(5)
    await fix(corner(0, 0))
    await leave('park')
    expect(screen.find('.glance').textContent).toBe('About 600 m to the east, in a straight line')
    await pass(60)
    await fix(at(100, 0))
    expect(screen.find('.glance').textContent).toContain('500 m')
    await pass(60)
    expect(screen.box.querySelector('.glance')).toBe(null)
    expect(screen.find('[role="status"]', 'has not been known since').textContent).toContain('12:01')
  })

  it('goes to another place', async () => {
    const { run, goOut: leave } = await walk()
    await leave('park')
    await press('Go to 見本小学校')
    expect(run()?.goal).toBe('school')
    await press('Go into any site')
    expect(run()?.goal).toBe(null)
  })

  it('asks to stand still and read when something has come, until it was read', async () => {
    const { pass, goOut: leave } = await walk()
    await leave(null)
    await pass(5 * 60)
    expect(screen.words()).toContain('Stand still and read it.')
    await press('OK')
    expect(screen.words()).not.toContain('Stand still and read it.')
  })

  it('asks whoever walks fast to look up, for a moment', async () => {
    const { pass, fix } = await walk()
    for (let second = 10; second <= 20; second += 10) {
      await pass(10)
      await fix(at(second * 1.4, 0))
    }
    await pass(1)
    const looked = () =>
      [...screen.box.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)
    expect(looked().join()).toContain('Look up and ahead.')
    await pass(15)
    expect(looked().join()).not.toContain('Look up and ahead.')
  })

  it('answers a neighbour once', async () => {
    const when = { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 }
    const inject = { id: 'n', kind: 'neighbour' as const, when, at: null, site: null, minutes: 6 }
    const { run, pass } = await walk({
      joining: { scenario: { ...SCENARIO, startsAt: 9, injects: [inject] } },
    })
    await press('Help')
    expect(run()?.decisions).toEqual([{ minute: 0, kind: 'help', about: 'n' }])
    expect(screen.words()).toMatch(/You are helping until 0?9:06\./)
    expect(buttons()).not.toContain('Help')
    await pass(7 * 60)
    expect(screen.words()).not.toContain('You are helping')
  })

  it('ends where they are only with a second press', async () => {
    const { drills, goOut: leave } = await walk()
    await leave('park')
    expect(screen.find('details', 'End the drill here').hasAttribute('open')).toBe(false)
    await press('End it and see the result')
    expect(drills.store.getState().finished?.drill.run.left).toBe(0)
  })
})

describe('the position', () => {
  it('is told in words as it stands', async () => {
    const { pass, fix, fail } = await walk()
    expect(screen.words()).toContain('Looking for your position.')
    expect(buttons()).not.toContain('Try again')
    await fail('timeout')
    expect(buttons()).toContain('Try again')
    await pass(5)
    await fix(corner(0, 0), 80)
    expect(screen.words()).toContain('known to about 80 m only')
    await fix(corner(0, 0), 8)
    expect(screen.words()).toContain('Your position is known (to about 10 m).')
    await pass(5)
    await fix(corner(4, 4))
    expect(screen.words()).toContain('suddenly jumped far away')
  })

  it.each([
    ['denied', 'does not allow'],
    ['unsupported', 'cannot tell your position'],
    ['unavailable', 'could not find its position'],
  ] as const)('that is %s leaves walking by the time, or a table', async (why, words) => {
    const { fail, went, drills, goOut: leave, phone } = await walk()
    await fail(why)
    expect(screen.words()).toContain(words)
    expect(screen.words()).toContain('You can walk without a position.')
    await leave('park')
    expect(screen.words()).toContain('how it is where you started')
    expect(buttons().includes('Try again')).toBe(why !== 'unsupported')
    if (why !== 'unsupported') {
      await press('Try again')
      expect(phone.begun).toBe(2)
      await fail(why)
    }
    await press('Do it sitting down')
    expect(went).toEqual(['drillJoin'])
    expect(drills.store.getState()).toMatchObject({ running: null, finished: null })
    expect(drills.store.getState().invited?.ok).toBe(true)
  })

  it('that nobody can follow is told', async () => {
    await walk({ tools: { walking: undefined as never } })
    expect(screen.words()).toContain('cannot tell your position')
  })

  it('was not recorded while the page was hidden: told with its times until it was read', async () => {
    const { pass, fix, see } = await walk()
    await pass(60)
    await fix(corner(0, 0))
    await see(false)
    await pass(5 * 60)
    await see(true)
    await pass(1)
    const told = () => screen.find('[role="status"]', 'While the screen was off').textContent
    expect(told()).toContain('from 12:01 to 12:06')
    await fix(at(100, 0))
    expect(told()).toContain('from 12:01 to 12:06')
    await press('OK')
    expect(screen.words()).not.toContain('While the screen was off')
  })
})

describe('arriving', () => {
  const arrive = async () => {
    const given = await walk()
    await given.pass(5)
    await given.fix(corner(0, 0))
    await given.goOut('park')
    await given.pass(600)
    for (let turn = 0; turn < 3; turn += 1) {
      await given.pass(1)
      await given.fix([park.at[0], park.at[1]])
    }
    return given
  }

  it('is told, counted down, and confirmed by hand', async () => {
    const { drills, pass } = await arrive()
    expect(screen.find('[role="status"]', 'You seem to have reached').textContent).toContain('高台公園')
    await pass(10)
    expect(screen.words()).toContain('The drill ends in 48 seconds.')
    await press('I am there')
    expect(drills.store.getState().finished?.result?.outcome).not.toBe(undefined)
  })

  it('can be denied', async () => {
    const { pass } = await arrive()
    await press('Not there yet')
    await pass(5)
    expect(screen.words()).not.toContain('You seem to have reached')
  })
})

describe('the phone', () => {
  it('sounds and vibrates as somebody wants it', async () => {
    const { walking } = await walk()
    await press2('Tell me by sound')
    await press2('Tell me by vibration')
    expect(walking.store.getState()).toMatchObject({ sound: false, vibration: false })
    function press2(words: string): Promise<void> {
      return act(async () => screen.find('label', words).querySelector('input')?.click())
    }
  })

  it('says what it cannot do', async () => {
    await walk({ can: { sound: false, vibrate: false } })
    expect(screen.words()).toContain('This browser cannot make a sound.')
    expect(screen.words()).toContain('This browser cannot vibrate.')
  })

  it('says that its screen does not stay on', async () => {
    const { phone, pass } = await walk()
    expect(screen.words()).not.toContain('cannot keep the screen on')
    act(() => phone.loseScreen?.(false))
    await pass(1)
    expect(screen.words()).toContain('cannot keep the screen on')
  })
})

describe('the map', () => {
  it('shows the walk, and is cleared when the screen goes', async () => {
    const { pass, fix, goOut: leave, shown, show } = await walk()
    await pass(5)
    await fix(corner(0, 0))
    await leave('park')
    await pass(60)
    await fix(at(60, 0))
    expect(shown.at(-1)).toMatchObject({
      at: at(60, 0),
      isLost: false,
      goal: [park.at[0], park.at[1]],
      water: null,
    })
    const before = shown.length
    await pass(1)
    expect(shown).toHaveLength(before)
    show(false)
    expect(shown.at(-1)).toBe(null)
  })
})

describe('in other languages', () => {
  it.each(['ja', 'ja-simple'] as const)('has its words in %s', async (tag) => {
    const { goOut: leave, pass } = await walk({ tag })
    expect(screen.words()).not.toMatch(/drills:|walk\./)
    await leave('park')
    await pass(301)
    expect(screen.words()).not.toMatch(/drills:|walk\./)
  })
})
