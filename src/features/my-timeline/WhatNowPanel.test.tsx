import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import { draftAll } from './draft-timelines.ts'
import { chosenNow, WhatNowPanel } from './WhatNowPanel.tsx'

let screen: Screen
let tools: ReturnType<typeof planTools>
beforeEach(() => chosenNow.setState({ chosen: null }))
afterEach(() => screen.leave())

async function show(plan: Plan | null, tag: LanguageTag = 'en', changes = {}): Promise<void> {
  screen = await aScreen(tag)
  tools = planTools(plan, changes)
  screen.show(<WhatNowPanel tools={tools} />)
}
const click = (selector: string, words = '') => act(() => screen.find(selector, words).click())
const choose = (words: string) => {
  if (screen.words().includes('Other')) click('button', 'Other')
  click('button', words)
}
const part = (title: string): string =>
  [...screen.box.querySelectorAll('section')].find((one) =>
    one.querySelector('h4')?.textContent?.startsWith(title),
  )?.textContent ?? ''
const draftAllOf = () =>
  act(() => {
    tools.plans.commands.edit(draftAll(tools.factsOf(tools.current()), TIMELINE_HAZARDS))
  })
const LEVELS = ['Alert Level 1', 'Alert Level 2', 'Alert Level 3', 'Alert Level 4', 'Alert Level 5']
const OTHERS = [
  'You notice signs',
  'Strong shaking',
  'The shaking stops',
  'Tsunami Advisory',
  'Tsunami Warning',
  'lifted',
]

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('everything that can be chosen has its words, and none of them comforts', async () => {
    await show(aPlan({ hazards: [...TIMELINE_HAZARDS] }), tag)
    draftAllOf()
    const count = screen.box.querySelectorAll('[role="group"] button').length
    expect(count).toBe(11)
    for (let index = 0; index < count; index += 1) {
      act(() => chosenNow.setState({ chosen: null }))
      act(() => screen.box.querySelectorAll<HTMLElement>('[role="group"] button')[index]?.click())
      const words = screen.words()
      expect(words).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(words).not.toMatch(/\{\{|undefined|NaN/)
      expect(words.replaceAll('https', '')).not.toMatch(COMFORT)
    }
  })
})

describe('at each level', () => {
  it('says the official call first, what is overdue before what is due, and what comes next', async () => {
    await show(aPlan())
    choose(LEVELS[1] ?? '')
    expect(document.activeElement?.tagName).toBe('H3')
    expect(part('Not done yet')).toBe('')
    expect(part('Do now')).toContain('ポチのケージを車に載せる')
    expect(part('Next')).not.toBe('')
    choose(LEVELS[2] ?? '')
    expect(screen.words()).toContain('people who need time leave now')
    expect(part('Not done yet: 2')).toContain('ポチのケージを車に載せる')
    expect(part('Do now')).not.toContain('ポチ')
    const order = [...screen.box.querySelectorAll('h4')].map(({ textContent }) => textContent)
    expect(order.slice(0, 3)).toEqual(['First of all', 'Not done yet: 2', 'Next'])
    expect(part('First of all')).toContain('Leave early for')
  })

  it('reads a level out once', async () => {
    await show(aPlan())
    const button = screen.find('[role="group"] button', 'Alert Level 4')
    const spoken = () =>
      [...screen.box.querySelectorAll('h3, [role="group"] button')].map(({ textContent }) => textContent)
    expect(button.textContent.match(/Level 4/g)).toHaveLength(1)
    choose('Alert Level 4')
    expect(
      spoken()
        .find((one) => one.startsWith('4'))
        ?.match(/Level 4/g),
    ).toHaveLength(1)
  })

  it('sends nobody out of the house at level 5', async () => {
    await show(aPlan())
    choose(LEVELS[4] ?? '')
    expect(screen.words()).toContain('too dangerous now to walk outside')
    expect(screen.words()).not.toContain('Where to go')
    expect(part('Not done yet')).toBe('')
    choose(LEVELS[3] ?? '')
    expect(screen.words()).not.toContain('too dangerous now to walk outside')
    expect(screen.words()).toContain('Where to go')
  })

  it('is chosen again by the digits under the thumb', async () => {
    await show(aPlan())
    choose(LEVELS[1] ?? '')
    click('button[aria-label^="Alert Level 3"]')
    expect(screen.find('h3').textContent).toContain('Alert Level 3')
    expect(screen.find('[aria-pressed="true"]').getAttribute('aria-label')).toContain('Alert Level 3')
  })

  it('tells the signs of each danger, and an earthquake apart from the rain', async () => {
    await show(aPlan({ hazards: ['flood', 'landslide', 'tsunami'] }))
    draftAllOf()
    choose(OTHERS[0] ?? '')
    expect(screen.words()).toContain('small stones fall')
    expect(screen.words()).toContain('water on the road')
    choose(OTHERS[1] ?? '')
    expect(screen.words()).toContain('Protect your head')
    expect(screen.words()).not.toContain('Where to go')
    expect(screen.box.querySelector('[aria-pressed]')).toBeNull()
  })

  it('shows once what stands in several timelines, and ticks it off in all', async () => {
    await show(aPlan({ hazards: ['flood', 'landslide'] }))
    draftAllOf()
    choose(LEVELS[0] ?? '')
    const bag = [...screen.box.querySelectorAll('label')].filter(({ textContent }) =>
      textContent?.includes('emergency bag'),
    )
    expect(bag).toHaveLength(1)
    act(() => bag[0]?.querySelector('input')?.click())
    const done = tools
      .current()
      .timelines.map(({ hazard, steps }) => [
        hazard,
        steps.find(({ what }) => what.type === 'code' && what.code === 'packBag')?.done,
      ])
    expect(done.slice(0, 2)).toEqual([
      ['flood', true],
      ['landslide', true],
    ])
  })
})

describe('what else is at hand', () => {
  it('clears all ticks for the next time', async () => {
    await show(aPlan())
    expect(tools.current().timelines[0]?.steps.some(({ done }) => done)).toBe(true)
    click('button', 'Clear all ticks')
    expect(tools.current().timelines[0]?.steps.some(({ done }) => done)).toBe(false)
    expect(screen.words()).not.toContain('Clear all ticks')
  })

  it('calls the family’s numbers and those that save lives, and says who calls', async () => {
    await show(aPlan())
    const hrefs = [...screen.box.querySelectorAll('a[href^="tel:"]')].map((one) => one.getAttribute('href'))
    expect(hrefs).toEqual(['tel:0954000000', 'tel:+819000000000', 'tel:119', 'tel:110'])
    expect(screen.words()).toContain('花子 calls')
  })

  it('shows the place to go on the map, and says when there is none', async () => {
    const seen: unknown[] = []
    await show(aPlan(), 'en', { showOnMap: (at: unknown) => seen.push(at) })
    choose(LEVELS[2] ?? '')
    click('button', 'Show on the map')
    expect(seen).toHaveLength(1)
    screen.leave()
    chosenNow.setState({ chosen: null })
    await show(aPlan({ destinations: [], routes: [] }))
    choose(LEVELS[2] ?? '')
    expect(screen.words()).toContain('No place to go is settled')
  })

  it('works without a plan: the official call, the numbers and where the level is said', async () => {
    for (const plan of [null, anEmptyPlan()]) {
      chosenNow.setState({ chosen: null })
      await show(plan)
      const asked = screen.words()
      expect(asked).not.toContain('the call above')
      expect(asked.indexOf('The family has no timeline yet')).toBeGreaterThan(asked.indexOf('Alert Level 5'))
      choose(LEVELS[3] ?? '')
      expect(screen.words()).not.toContain('The family has no timeline yet')
      expect(screen.words()).toContain('everybody leaves now')
      expect(screen.words()).toContain('There is no timeline for this yet')
      expect(screen.words()).toContain('This app is not an alarm')
      expect(screen.box.querySelectorAll('a[href^="https://www.jma.go.jp/"]')).toHaveLength(2)
      if (plan === null) screen.leave()
    }
  })

  it('is still there after a look at the map', async () => {
    await show(aPlan())
    choose(LEVELS[2] ?? '')
    screen.show(null)
    screen.show(<WhatNowPanel tools={tools} />)
    expect(screen.find('h3').textContent).toContain('Alert Level 3')
  })
})
