import { act } from 'react'
import { useStore } from 'zustand'
import { afterEach, describe, expect, it } from 'vitest'
import { openDrillWorld } from '#domain/drills/drill-world.ts'
import type { Joining } from '#domain/drills/drill.ts'
import type { Inject, Scenario } from '#domain/drills/scenario.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { DRILL_NOON } from '#tests/support/a-drill.ts'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { aDrillTown, anAbout, corner } from '#tests/support/a-drill-town.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { drillTools } from '#tests/support/drill-tools.ts'
import { TableScreen } from './TableScreen.tsx'

let screen: Screen
afterEach(() => screen.leave())

const inject = (id: string, changes: Partial<Inject>): Inject => ({
  id,
  kind: 'roadShut',
  when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
  at: null,
  site: null,
  minutes: null,
  ...changes,
})

async function play(
  scenario: Partial<Scenario> = {},
  {
    tag = 'en',
    hasWays = true,
    ...joining
  }: Partial<Joining> & { tag?: LanguageTag; hasWays?: boolean } = {},
) {
  const table = drillTools(
    {},
    hasWays
      ? {}
      : {
          openWorld: async ({ run }) => openDrillWorld(aDrillTown({ graph: null }), run.scenario, anAbout()),
        },
  )
  const { tools } = table
  const Now = () => {
    const running = useStore(tools.drills.store, (state) => state.running)
    return running === null ? null : <TableScreen running={running} tools={tools} />
  }
  screen = await aScreen(tag)
  screen.show(<Now />)
  await act(() => table.join({ scenario: aDrill({ area: '41207', ...scenario }), ...joining }))
  const press = (words: string) => act(() => screen.find('button', words).click())
  return {
    ...table,
    press,
    pass: (minutes: number) => act(() => table.pass(minutes)),
    finished: () => tools.drills.store.getState().finished,
  }
}
const buttons = () => [...screen.box.querySelectorAll('button')].map(({ textContent }) => textContent)
const towards = () => screen.find('[data-towards] button')

describe('before leaving', () => {
  it('offers the sites by their minutes, upstairs and staying, and says that waiting takes time', async () => {
    await play()
    expect(buttons().slice(0, 5)).toEqual([
      'Leave now: 高台公園',
      'Leave now: 見本小学校',
      'Leave now, and decide on the way',
      'Go upstairs',
      'Stay where you are',
    ])
    expect(screen.find('small').textContent).toContain('About 10 minutes on foot')
    expect(screen.words()).toContain('you wait. The time goes on.')
    expect(screen.words()).toContain('Whether you can stay upstairs in this building is not known.')
  })

  it('keeps the decision to stay, tells it, and lets them leave later', async () => {
    const { press, pass, running } = await play()
    press('Stay where you are')
    press('Stay where you are')
    await pass(3)
    expect(running().drill.run.decisions).toHaveLength(1)
    expect(screen.find('[role="status"]', 'You stay where you are')).toBeTruthy()
    press('Leave now: 高台公園')
    expect(running().drill.run).toMatchObject({ goal: 'park' })
  })

  it('waits for its hour where a group does it', async () => {
    const invitation = { area: '41207', scenario: 'stand', begins: DRILL_NOON + 600_000, group: null }
    await play({}, { invitation })
    expect(screen.words()).toContain('Starts: ')
    expect(buttons()).toEqual([])
  })
})

describe('on the way', () => {
  it('is walked to the end of a town by buttons alone', async () => {
    const { press, pass, finished, shown } = await play()
    press('Leave now: 高台公園')
    expect(screen.words()).toContain('Which way do you go?')
    for (let turn = 0; turn < 8 && finished() === null; turn += 1) {
      act(() => towards().click())
      expect(screen.find('[role="status"]', 'You are walking.')).toBeTruthy()
      await pass(3)
    }
    expect(finished()?.drill.run.ended).toBeLessThan(25)
    expect(finished()?.drill.walk?.arrived).toBe('park')
    expect(finished()?.drill.run.decisions.filter(({ kind }) => kind === 'turn').length).toBeGreaterThan(2)
    expect(shown.find((one) => one !== null)?.at).toEqual(corner(0, 0))
    expect(shown.at(-1)).toBeNull()
  })

  it('tells of each way its road, its length, its bridge and what the map publishes along it', async () => {
    const { press, pass } = await play()
    press('Leave now: 高台公園')
    expect(screen.find('[data-towards]').textContent).toContain('Walk east.')
    expect(screen.find('[data-towards]').textContent).toMatch(/本町通り.*About 150 m.*About 3 minutes/)
    for (let turn = 0; turn < 2; turn += 1) {
      act(() => towards().click())
      await pass(3)
    }
    const bridge = screen.find('[data-towards]').textContent
    expect(bridge).toContain('Go straight on.')
    expect(bridge).toContain('Cross the bridge.')
    expect(bridge).toContain('大橋')
    expect(bridge).toContain('flood water')
  })

  it('a road that is shut ahead is a sign and no button', async () => {
    const { press, pass, running } = await play({
      injects: [inject('shut', { at: corner(1.5, 0), when: { ...inject('', {}).when, fromMinute: 1 } })],
    })
    press('Leave now: 高台公園')
    act(() => towards().click())
    await pass(3)
    expect(screen.find('li', 'This road is shut.').querySelector('button')).toBeNull()
    expect(screen.find('[role="status"]', 'is shut')).toBeTruthy()
    const decisions = running().drill.run.decisions.length
    act(() => towards().click())
    expect(running().drill.run.decisions).toHaveLength(decisions + 1)
  })

  it('goes on without being asked until something happens, each corner a decision', async () => {
    const { press, pass, running, finished } = await play({ signals: [{ minute: 5, trigger: 'jma3' }] })
    press('Leave now: 高台公園')
    press('Keep walking there')
    await pass(3)
    expect(buttons()).toContain('Choose again at the next corner')
    expect(running().drill.walk?.walking).not.toBeNull()
    const turns = running().drill.run.decisions.filter(({ kind }) => kind === 'turn')
    expect(turns).toHaveLength(2)
    await pass(3)
    expect(running().told?.signals).toHaveLength(1)
    expect(running().drill.walk?.walking).toBeNull()
    press('Keep walking there')
    for (let turn = 0; turn < 10 && finished() === null; turn += 1) await pass(1)
    expect(finished()?.drill.walk?.arrived).toBe('park')
  })

  it('turns back between two junctions, and goes elsewhere', async () => {
    const { press, pass, running } = await play()
    press('Leave now: 高台公園')
    act(() => towards().click())
    await pass(1)
    press('Turn back')
    press('Go to 見本小学校')
    expect(running().drill.run.goal).toBe('school')
    expect(screen.words()).toContain('You are going to: 見本小学校')
    await pass(4)
    expect(screen.words()).toContain('Go back the way you came')
  })

  it('helps a neighbour, which takes minutes, or goes on', async () => {
    const neighbour = inject('neighbour', { kind: 'neighbour', minutes: 6 })
    const { press, pass, running } = await play({ injects: [neighbour], startsAt: 9 })
    press('Leave now: 高台公園')
    press('Help')
    expect(screen.find('[role="status"]', 'You are helping until 9:06')).toBeTruthy()
    expect(screen.box.querySelector('[data-towards]')).toBeNull()
    await pass(6.1)
    expect(towards()).toBeTruthy()
    expect(running().drill.run.decisions.map(({ kind }) => kind)).toEqual(['goal', 'leave', 'help'])
  })

  it('takes the second tap of a double tap for none', async () => {
    const { running } = await play()
    const tap = (detail: number) =>
      act(() => {
        screen
          .find('button', 'Leave now: 高台公園')
          .dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
      })
    tap(2)
    expect(running().drill.run.left).toBeNull()
    tap(1)
    expect(running().drill.run.left).toBe(0)
  })

  it('leads the focus to what is to be chosen next when a press takes its button away', async () => {
    await play()
    const leave = screen.find('button', 'Leave now: 高台公園')
    leave.focus()
    act(() => leave.click())
    expect(document.activeElement?.textContent).toBe('Which way do you go?')
  })
})

describe('the time of one’s own drill', () => {
  it('is stopped, goes on, and skips to what happens next', async () => {
    const { press, pass, running } = await play({ signals: [{ minute: 20, trigger: 'city4' }] })
    press('Stop the time')
    await pass(10)
    expect(running().minute).toBe(0)
    expect(screen.words()).toContain('The time stands still.')
    press('Let the time go on')
    press('Skip to the next thing')
    expect(running().minute).toBe(20)
    expect(screen.find('[role="alert"]').textContent).toContain('Alert Level 4')
  })

  it('is not in the hands of one who does it with a group', async () => {
    await play({}, { invitation: { area: '41207', scenario: 'stand', begins: DRILL_NOON, group: null } })
    expect(screen.words()).not.toContain('Stop the time')
  })

  it('ends before its end only in two steps', async () => {
    const { press, finished } = await play()
    expect(screen.find('details', 'End the drill here').hasAttribute('open')).toBe(false)
    press('End it and see the result')
    expect(finished()).not.toBeNull()
  })
})

describe('where no way is known', () => {
  it('says so, and leaving is a decision only', async () => {
    const { press, running } = await play({}, { hasWays: false })
    expect(screen.words()).toContain('you can only decide to leave or to stay')
    press('Leave now, and decide on the way')
    expect(running().drill.run.left).toBe(0)
    expect(screen.words()).toContain('where you are now is not known')
  })
})

it('an interrupted drill waits until it is taken up', async () => {
  const { tools, press, running } = await play()
  act(() => tools.drills.store.setState({ running: { ...running(), isInterrupted: true } }))
  expect(buttons()).toEqual(['Go on with the drill'])
  press('Go on')
  expect(running().isInterrupted).toBe(false)
})
