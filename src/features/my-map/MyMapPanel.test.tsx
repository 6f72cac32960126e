import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Destination, Plan } from '#domain/plan/plan.ts'
import { LANGUAGES } from '#i18n/index.ts'
import { anArea } from '#tests/support/an-area.ts'
import { aMark, anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import type { PlanTools } from '../plan/index.ts'
import { MyMapPanel } from './MyMapPanel.tsx'

let screen: Screen
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  screen.leave()
  vi.useRealTimers()
})

async function start(plan: Plan | null, changes: Partial<PlanTools> = {}, tag = 'en') {
  screen = await aScreen(tag as 'en')
  const tools = planTools(plan, changes)
  screen.show(<MyMapPanel tools={tools} />)
  return tools
}
const click = (words: string) =>
  act(async () => {
    screen.find('button', words).click()
    await vi.runAllTimersAsync()
  })
/** The words under one heading. */
const part = (title: string): string => {
  const section = [...screen.box.querySelectorAll('section')].find(
    (one) => one.querySelector('h3')?.textContent?.includes(title) === true,
  )
  return section?.textContent ?? ''
}
const names = (title: string) =>
  [...screen.box.querySelectorAll('section')]
    .find((one) => one.querySelector('h3')?.textContent?.includes(title) === true)
    ?.querySelectorAll('h4')

const IN_ZONE: [number, number] = [135.0175, 30.0175]
const goal = (change: Partial<Destination>): Destination => ({
  ...(aPlan().destinations[1] as Destination),
  ...change,
})

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every list has its words, empty or full, and none of them comforts', async () => {
    for (const [plan, area] of [
      [anEmptyPlan(), anArea()],
      [aPlan(), anArea()],
      [aPlan(), null],
      [null, null],
    ] as const) {
      await start(plan, { area }, tag)
      expect(screen.words()).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(screen.words()).not.toMatch(COMFORT)
      screen.leave()
    }
    await start(null, {}, tag)
  })
})

describe('the lists', () => {
  it('explain themselves while they are empty, and ask for two destinations', async () => {
    await start(anEmptyPlan())
    for (const title of ['Our places', 'Where we go', 'Danger spots', 'Help spots', 'Areas', 'Routes'])
      expect(part(title).length).toBeGreaterThan(title.length + 20)
    expect(part('Where we go')).toContain('two or more')
    screen.leave()
    await start(aPlan())
    expect(part('Where we go')).not.toContain('may be out of reach')
  })

  it('hold each thing under its heading, with kind, risk and distance from home', async () => {
    const plan = aPlan()
    plan.places[0] = { ...(plan.places[0] as Plan['places'][number]), at: IN_ZONE }
    await start(plan)
    expect(part('Our places')).toContain('うち')
    expect(part('Our places')).toContain('3 m to 5 m')
    expect(part('Our places')).toContain('Leave')
    expect(part('Danger spots')).toMatch(/駅の地下道.*Underpass.*from home.*With a photo/)
    expect(part('Help spots')).toContain('田中さん')
    expect(part('Areas')).toContain('Floods often')
    expect(part('Routes')).toMatch(/公民館まで.*見本公民館.*About/)
    expect(screen.find('a[href^="tel:"]').getAttribute('href')).toBe('tel:0954-00-0000'.replaceAll('-', ''))
  })

  it('say in words what is wrong with a destination', async () => {
    await start(
      aPlan({
        routes: [],
        destinations: [
          goal({ at: IN_ZONE, hazards: [] }),
          goal({ id: 'i60', kind: 'site', site: 'E9', at: null }),
        ],
      }),
    )
    expect(part('Where we go')).toContain('3 m to 5 m deep')
    expect(part('Where we go')).toContain('no longer in the list')
    expect(screen.box.querySelectorAll('[data-tone="hazard"]').length).toBeGreaterThan(0)
  })

  it('say that nothing is known where no area is open', async () => {
    await start(aPlan(), { area: null })
    expect(part('Our places')).toContain('is not known')
    expect(part('Danger spots')).toContain('is not known')
    expect(part('Routes')).toContain('is not known')
  })

  it('show a few of many, and all when asked', async () => {
    const marks = Array.from({ length: 30 }, (_, index) => aMark({ id: `m${100 + index}`, photo: null }))
    await start(aPlan({ marks }))
    expect(names('Danger spots')).toHaveLength(8)
    await click('Show all 30')
    expect(names('Danger spots')).toHaveLength(30)
  })

  it('show a name as it was written, never as markup', async () => {
    await start(aPlan({ marks: [aMark({ name: '{a|b} [ja:x] <b>' })] }))
    expect(screen.find('button', 'Delete {a|b} [ja:x] <b>')).toBeDefined()
  })
})

describe('what can be done with a thing', () => {
  it('is deleted, told, and can be brought back; the focus goes on to the next one', async () => {
    const tools = await start(aPlan())
    await click('Delete うち')
    expect(tools.current().places.map(({ name }) => name)).not.toContain('うち')
    expect(screen.words()).toContain('うち was deleted')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('See and edit 見本小学校')
    act(() => tools.plans.commands.undo())
    expect(part('Our places')).toContain('うち')
  })

  it('leaves the focus on the heading when nothing is left of the list', async () => {
    await start(aPlan())
    await click('Delete 田中さん')
    expect(document.activeElement?.textContent).toBe('Help spots')
  })

  it('moves by buttons that keep the focus, as far as there is room', async () => {
    const tools = await start(aPlan())
    const up = () => screen.find('button', 'Move 実家 up') as HTMLButtonElement
    await click('Move 実家 up')
    expect(tools.current().places.map(({ name }) => name)).toEqual(['うち', '見本小学校', '実家', '会社'])
    expect(document.activeElement).toBe(up())
    await click('Move 実家 up')
    await click('Move 実家 up')
    expect(up().disabled).toBe(true)
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move 実家 down')
    expect(screen.words()).toContain('実家 is now number 1')
  })

  it('is opened, and shown on the map where there is one', async () => {
    const tools = await start(aPlan())
    expect(screen.words()).not.toContain('Show on the map')
    await click('See and edit 駅の地下道')
    expect(tools.went).toEqual(['edit marks i12'])
    screen.leave()
    const showOnMap = vi.fn()
    await start(aPlan(), { showOnMap })
    await click('Show 駅の地下道 on the map')
    expect(showOnMap).toHaveBeenCalledWith([135.0201, 30.0061])
  })

  it('can be added to every list, without a map', async () => {
    const tools = await start(aPlan())
    for (const words of [
      'Add a place',
      'Add a destination',
      'Add a route',
      'Add a danger',
      'Add a help',
      'Add an area',
      'Add a phone',
    ])
      await click(words)
    expect(tools.went).toEqual(
      ['places', 'destinations', 'routes', 'marks', 'marks', 'marks', 'contacts'].map(
        (list) => `edit ${list} null`,
      ),
    )
  })

  it('begins with a plan where there is none', async () => {
    const tools = await start(null)
    await click('Make a plan')
    expect(tools.current().area).toBe('99201')
    expect(part('Our places')).not.toBe('')
  })
})
