import { act } from 'react'
import { useStore } from 'zustand'
import { afterEach, describe, expect, it } from 'vitest'
import type { Inject, Scenario } from '#domain/drills/scenario.ts'
import type { LanguageTag } from '#i18n/index.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { aDrill } from '#tests/support/a-drill-run.ts'
import { corner } from '#tests/support/a-drill-town.ts'
import { drillTools } from '#tests/support/drill-tools.ts'
import { Told } from './Told.tsx'

let screen: Screen
afterEach(() => screen.leave())

const inject = (id: string, changes: Partial<Inject>): Inject => ({
  id,
  kind: 'night',
  when: { fromMinute: 0, onTheWay: null, withinMetres: null, share: 1 },
  at: null,
  site: null,
  minutes: null,
  ...changes,
})
const FLOOD = {
  kind: 'rise',
  hazards: ['flood'],
  curve: [
    { minute: 10, share: 0 },
    { minute: 20, share: 1 },
  ],
} as const

async function play(scenario: Partial<Scenario>, tag: LanguageTag = 'en', home = corner(2.5, 0)) {
  const world = drillTools()
  const { tools } = world
  const Now = () => {
    const running = useStore(tools.drills.store, (state) => state.running)
    return running === null ? null : <Told running={running} tools={tools} />
  }
  screen = await aScreen(tag)
  const show = (isThere: boolean) => screen.show(isThere ? <Now /> : null)
  show(true)
  await act(() => world.join({ scenario: aDrill({ area: '41207', startsAt: 9, ...scenario }), home }))
  return { ...world, show, pass: (minutes: number) => act(() => world.pass(minutes)) }
}
const role = (name: string) => screen.find(`[role="${name}"]`).textContent ?? ''

describe('what a participant is told', () => {
  it('tells the time of the event, and that nothing was announced', async () => {
    await play({})
    expect(screen.words()).toContain('9:00, minute 0 of 60')
    expect(screen.words()).toContain('Nothing has been announced yet.')
  })

  it('announces what is new, at once what cannot wait, and keeps all in a list', async () => {
    const { pass } = await play({
      signals: [
        { minute: 1, trigger: 'jma3' },
        { minute: 5, trigger: 'city4' },
      ],
    })
    expect(role('status')).toBe('')
    await pass(2)
    expect(role('status')).toContain('Level 3 Warning')
    expect(role('alert')).toBe('')
    await pass(4)
    expect(role('alert')).toContain('Alert Level 4')
    expect(screen.find('[data-level="4"]').textContent).toContain('everybody leaves now')
    const [first] = [...screen.box.querySelectorAll('details li')]
    expect(first?.textContent).toContain('9:05 ')
  })

  it('takes nothing for new that was looked at before, and hides nothing that came meanwhile', async () => {
    const { pass, show } = await play({
      signals: [
        { minute: 1, trigger: 'jma3' },
        { minute: 5, trigger: 'city3' },
      ],
    })
    await pass(2)
    show(false)
    show(true)
    expect(role('status')).toBe('')
    show(false)
    await pass(4)
    show(true)
    expect(role('status')).toContain('Elderly')
    expect(role('status')).not.toContain('heavy rain')
  })

  it('keeps the order of the city beside the signs that people see', async () => {
    const { pass } = await play({
      hazard: 'landslide',
      signals: [
        { minute: 1, trigger: 'city4' },
        { minute: 2, trigger: 'jma4' },
        { minute: 3, trigger: 'ownSigns' },
      ],
    })
    await pass(4)
    expect(screen.find('[data-level="4"]').textContent).toContain('Evacuation Instruction')
    expect(screen.find('[data-level="none"]').textContent).toContain('the ground rumbles')
    expect(role('alert')).toContain('the ground rumbles')
  })

  it('tells by what place a road is shut, and what site is full', async () => {
    await play({
      injects: [
        inject('road', { kind: 'roadShut', at: corner(4, 0.5) }),
        inject('far', { kind: 'bridgeGone', at: corner(1, 2) }),
        inject('full', { kind: 'siteFull', site: 'school' }),
      ],
    })
    expect(role('status')).toContain('A road near 高台公園 is shut.')
    expect(role('status')).toContain('The bridge ahead')
    expect(role('status')).toContain('見本小学校 is full.')
  })

  it('tells darkness and no network as long as they hold', async () => {
    await play({ injects: [inject('night', {}), inject('gone', { kind: 'networkGone' })] })
    expect(screen.words()).toContain('It has become dark')
    expect(screen.words()).toContain('No new information reaches you')
  })
})

describe('the water at their place', () => {
  const rows = () => [...screen.box.querySelectorAll('dd')].map(({ textContent }) => textContent)

  it('is told now and in 5 and 10 minutes by the classes of depth, and announced when it is there', async () => {
    const { pass } = await play({ water: FLOOD })
    expect(rows()).toEqual(['Not there yet', 'Not there yet', 'Not there yet'])
    await pass(4)
    expect(rows()).toEqual(['Not there yet', 'Not there yet', '0.5 m to 3 m'])
    await pass(7)
    expect(role('alert')).toContain('Water has come to where you are.')
    expect(screen.words()).toContain('are assumed')
  })

  it('is told to be unknown where it is, and never as none', async () => {
    await play({})
    expect(screen.words()).toContain('Not known. That does not mean that none comes.')
    expect(screen.words()).not.toContain('Not there yet')
  })

  it('is told as mud and stones where only slopes are meant', async () => {
    await play({ hazard: 'landslide', water: { ...FLOOD, hazards: ['landslide'] } }, 'ja-simple')
    expect(screen.words()).toContain('土や 石')
  })
})
