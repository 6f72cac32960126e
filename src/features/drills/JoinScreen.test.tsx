import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { planFactsOf } from '#domain/plan/plan-facts-of.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { refuse } from '#domain/result.ts'
import { aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrillTown, corner } from '#tests/support/a-drill-town.ts'
import { drillTools } from '#tests/support/drill-tools.ts'
import { JoinScreen } from './JoinScreen.tsx'
import type { InvitedRefusal } from './state.ts'
import type { DrillTools } from './tools.ts'

const MINUTE = 60_000
let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => {
  vi.useRealTimers()
  screen.leave()
})

const asked = (changes: Partial<DrillInvitation> = {}): DrillInvitation => ({
  area: '99201',
  scenario: 'landslide',
  begins: null,
  group: null,
  ...changes,
})
const home = corner(1, 1)
const ASKED = { at: corner(0, 2), name: '見本公園' }
const planned = (plan: Plan = aPlan()): NonNullable<DrillTools['plan']> => {
  const moved = {
    ...plan,
    places: plan.places.map((place) =>
      place.kind === 'home' ? { ...place, at: [home[0], home[1]] as [number, number] } : place,
    ),
  }
  return { plan: moved, facts: planFactsOf(aDrillTown(), moved) }
}

function show(invitation: DrillInvitation | null, changes: Partial<DrillTools> = {}) {
  const world = drillTools(changes)
  if (invitation !== null) world.tools.drills.commands.invite(invitation)
  const draw = (more: Partial<DrillTools> = {}) =>
    screen.show(<JoinScreen tools={{ ...world.tools, ...more }} />)
  draw()
  return { ...world, draw }
}
const press = (words: string, selector = 'button') => act(async () => screen.find(selector, words).click())
const radio = (words: string) => press(words, 'label')
const alerts = () => [...screen.box.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('')
const drillOf = ({ tools }: ReturnType<typeof show>) =>
  tools.drills.store.getState().running?.drill ?? expect.unreachable()

describe('without an invitation', () => {
  it('says so, and offers the field and the list', async () => {
    const { went } = show(null)
    expect(screen.words()).toContain('No drill has been chosen yet.')
    expect(screen.find('input[type=text]')).toBeTruthy()
    await press('Evacuation drills')
    expect(went).toEqual(['drills'])
  })

  it.each<readonly [InvitedRefusal, string]>([
    ['notOurs', 'neither the 6 signs nor the link'],
    ['wrongCode', 'One of the 6 signs is wrong'],
    ['damaged', 'cut short or damaged'],
    ['brokenInvitation', 'cut short or damaged'],
    ['newerVersion', 'needs a newer version'],
  ])('tells a link that is refused: %s', (why, words) => {
    const { tools } = show(null)
    act(() => tools.drills.store.setState({ invited: refuse(why) }))
    expect(screen.find('[role=status]', words)).toBeTruthy()
  })
})

describe('what one is asked to join', () => {
  it('is told: the drill, where, when, for whom', () => {
    show(asked({ begins: DRILL_NOON + 90 * MINUTE, group: '三年二組' }))
    expect(screen.find('h3').textContent).toBe('Landslide before dawn')
    expect(screen.words()).toContain('Who: 三年二組')
    expect(screen.words()).toMatch(/Starts: November 23, 2026.*13:30/)
    expect(screen.find('[role=timer]').textContent).toBe('It starts in 90 minutes.')
  })

  it('counts down, then says that one comes late, then that it is over', async () => {
    vi.useFakeTimers()
    const world = show(asked({ begins: DRILL_NOON + 2 * MINUTE }))
    const pass = (minutes: number) => {
      world.device.now += minutes * MINUTE
      act(() => void vi.advanceTimersByTime(1_000))
    }
    expect(screen.words()).toContain('It starts in 2 minutes.')
    pass(1)
    expect(screen.words()).toContain('It starts in 1 minute.')
    pass(4)
    expect(screen.words()).toContain('It began 3 minutes ago. You join in the middle.')
    pass(30)
    expect(screen.words()).toContain('This drill is over.')
    await press('Do it by yourself now')
    expect(world.tools.drills.store.getState().invited).toEqual({ ok: true, value: asked() })
    expect(screen.find('button', 'Begin the drill')).toBeTruthy()
  })

  it('of another area is offered to be opened, and cannot be begun before', async () => {
    const { draw } = show(asked({ area: '41207' }))
    expect(screen.words()).toContain('This drill is for 41207.')
    expect(screen.box.querySelector('main, [class*=form] > fieldset')).toBe(null)
    expect(() => screen.find('button', 'Begin the drill')).toThrow()
    let answer = false
    const opened: string[] = []
    const areas = {
      nameOf: () => ({ ja: '鹿島市', en: 'Kashima' }),
      open: async (code: string) => opened.push(code) > 0 && answer,
    }
    draw({ areas })
    expect(screen.words()).toContain('This drill is for Kashima (鹿島市).')
    await press('Open the map of Kashima')
    expect(opened).toEqual(['41207'])
    expect(screen.words()).toContain('not on this device and could not be fetched')
    answer = true
    await press('Open the map of Kashima')
    expect(screen.words()).not.toContain('could not be fetched')
  })
})

describe('beginning', () => {
  it('asks for a place where none is known, and does not begin without one', async () => {
    const world = show(asked())
    await press('Begin the drill')
    expect(alerts()).toContain('Choose where you start.')
    expect(world.went).toEqual([])
    expect(world.tools.drills.store.getState().running).toBe(null)
  })

  it('begins at a table at the place that was asked about, with the sound ready', async () => {
    const world = show(asked(), { asked: ASKED })
    await press('Begin the drill')
    expect([world.went, world.noticed]).toEqual([['drill'], ['ready']])
    expect(drillOf(world)).toMatchObject({
      who: null,
      mayStay: null,
      before: null,
      run: { mode: 'table', profile: 'adult', home: ASKED.at },
    })
  })

  it('takes who, from where and how sure they are', async () => {
    const world = show(asked({ scenario: 'tsunami' }), { plan: planned(), asked: ASKED })
    await radio('ばあば')
    await radio('4')
    await press('Begin the drill')
    expect(drillOf(world)).toMatchObject({
      who: 'i2',
      before: 4,
      mayStay: false,
      run: { profile: 'older', home },
    })
  })

  it('lets how somebody walks be put right, and pets do not walk', async () => {
    const world = show(asked(), { plan: planned() })
    expect(screen.words()).not.toContain('ポチ')
    await radio('花子')
    await radio('Wheelchair')
    await press('Begin the drill')
    expect(drillOf(world)).toMatchObject({ who: 'i1', run: { profile: 'wheelchair' } })
  })

  it('tells before a walk what it uses and what it cannot do', async () => {
    const world = show(asked(), {
      asked: ASKED,
      attention: {
        ...drillTools().tools.attention,
        can: { vibrate: false, sound: false, stayAwake: false },
      },
    })
    expect(screen.words()).not.toContain('Keep the screen on.')
    await radio('Walking outdoors')
    for (const words of [
      'Stop before you look',
      'Keep the screen on.',
      'Set a longer time',
      'neither sound nor vibrate',
      'sent nowhere',
    ])
      // prettier-ignore
      expect(screen.words()).toContain(words)
    await press('Begin the drill')
    expect(drillOf(world).run.mode).toBe('walk')
  })

  it('asks a class neither who walks nor how sure they are', async () => {
    show(asked(), { asked: ASKED })
    await radio('Together in front of one screen')
    expect(screen.words()).not.toContain('Who walks?')
    expect(screen.words()).not.toContain('How sure are you')
  })

  it('says that a table has no ways where the data hold none, and what a drill that is done comes to', async () => {
    const world = show(asked(), { asked: ASKED, area: aDrillTown({ graph: null }) })
    expect(screen.words()).toContain('you can only decide to leave or to stay')
    await act(() => world.join())
    expect(screen.words()).not.toContain('begin this one')
    act(() => world.tools.drills.commands.invite(asked()))
    expect(screen.words()).toContain('When you begin this one, it ends without a result.')
  })

  it('takes no place outside the open area', async () => {
    const far = { at: [141, 43] as const, name: '札幌' }
    show(asked(), { asked: far })
    expect(screen.words()).not.toContain('札幌')
    await press('Begin the drill')
    expect(alerts()).toContain('Choose where you start.')
  })
})
