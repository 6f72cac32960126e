import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { closuresNow } from '../closures/index.ts'
import { aCityFeed } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import { draftAll } from './draft-timelines.ts'
import { stops } from './interview-way.ts'
import { looking, TimelinePanel } from './TimelinePanel.tsx'
import { dropAt } from './use-step-drag.ts'

let screen: Screen
let tools: ReturnType<typeof planTools>
beforeEach(() => {
  looking.setState({ hazard: null })
  stops.setState({}, true)
})
afterEach(() => screen.leave())

async function show(plan: Plan | null, tag: LanguageTag = 'en'): Promise<void> {
  screen = await aScreen(tag)
  tools = planTools(plan)
  screen.show(<TimelinePanel tools={tools} />)
}
const draft = (hazards: readonly TimelineHazard[] = TIMELINE_HAZARDS) =>
  act(() => {
    const facts = tools.factsOf(tools.current())
    tools.plans.commands.edit(draftAll(facts, hazards))
  })
const click = (selector: string, words = '') => act(() => screen.find(selector, words).click())
const stepOf = (id: string) => screen.find(`[data-step="${id}"]`)
const inStep = (id: string, selector: string) => {
  const found = stepOf(id).querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`no ${selector} in ${stepOf(id).textContent}`)
  return found
}
const openStep = (id: string) => act(() => inStep(id, 'button[aria-expanded]').click())
const flood = () => tools.current().timelines.find(({ hazard }) => hazard === 'flood')?.steps ?? []
const type = (element: HTMLElement, text: string) =>
  act(() => {
    const kind = element.tagName === 'SELECT' ? HTMLSelectElement : HTMLTextAreaElement
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, text)
    element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    element.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every danger has its words, and none of them comforts', async () => {
    await show(aPlan({ hazards: [...TIMELINE_HAZARDS] }), tag)
    draft()
    for (const hazard of TIMELINE_HAZARDS) {
      act(() => looking.setState({ hazard }))
      click('button[aria-expanded="false"]')
      const words = screen.words()
      expect(words, hazard).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(words, hazard).not.toMatch(/\{\{|undefined|NaN/)
      expect(words, hazard).not.toMatch(COMFORT)
    }
  })
})

describe('a danger that the family left out, though its zone reaches home', () => {
  it('is named among what is wrong, whichever danger is looked at; it has no place of its own', async () => {
    const places = aPlan().places.map((one): typeof one =>
      one.kind === 'home' ? { ...one, at: [135.02, 30.02] } : one,
    )
    await show(aPlan({ hazards: ['tsunami'], timelines: [], places }))
    draft(['tsunami'])
    const wrong = screen.find('section', 'but the plan leaves it out').textContent
    expect(wrong).toContain('Heavy rain and flood')
    expect(screen.box.querySelectorAll('fieldset [type="radio"]')).toHaveLength(1)
  })
})

describe('without a timeline', () => {
  it('leads to the interview', async () => {
    await show(anEmptyPlan())
    click('button', 'Answer the questions')
    expect(tools.went).toEqual(['interview'])
    screen.leave()
    await show(null)
    expect(screen.words()).toContain('Answer the questions')
  })
})

describe('the timeline', () => {
  it('stands by trigger in the order of the axis, with its level, who says it and about when', async () => {
    await show(aPlan())
    const groups = [...screen.box.querySelectorAll<HTMLElement>('[data-trigger]')]
    expect(groups.map(({ dataset }) => dataset['trigger'])).toEqual(['forecast3d', 'jma2', 'city3', 'city5'])
    expect(groups[2]?.textContent).toContain('Alert Level 3')
    expect(groups[2]?.textContent).toContain('Issued by the city')
    expect(groups[2]?.textContent).toContain('About 5 hours before')
    expect(groups[3]?.querySelector('[data-level="5"]')?.textContent).toContain('5')
    expect(screen.words()).toContain('When to leave')
    expect(screen.words()).toContain('This app gives no alarm')
  })

  it('ticks off, and undo takes the tick away', async () => {
    await show(aPlan())
    act(() => inStep('i19', 'input').click())
    expect(flood()[1]?.done).toBe(true)
    act(() => tools.plans.commands.undo())
    expect(flood()[1]?.done).toBe(false)
    expect((inStep('i19', 'input') as HTMLInputElement).checked).toBe(false)
  })

  it('moves by buttons over the edge of its trigger; the focus stays on the button and the place is told', async () => {
    await show(aPlan())
    openStep('i20')
    act(() => inStep('i20', '[data-move="up"]').click())
    expect(flood().map(({ id }) => id)).toEqual(['i18', 'i20', 'i19', 'i21', 'i22'])
    expect(document.activeElement).toBe(inStep('i20', '[data-move="up"]'))
    expect(screen.find('[role="status"]', '1 of 2')).toBeTruthy()
    act(() => inStep('i20', '[data-move="down"]').click())
    act(() => inStep('i20', '[data-move="down"]').click())
    expect(flood().find(({ id }) => id === 'i20')?.trigger).toBe('river2')
    expect(document.activeElement).toBe(inStep('i20', '[data-move="down"]'))
  })

  it('gives a step to people, another time and own words', async () => {
    await show(aPlan())
    openStep('i21')
    expect(stepOf('i21').textContent).toContain('Why:')
    const boxes = [...stepOf('i21').querySelectorAll<HTMLInputElement>('fieldset input')]
    expect(boxes).toHaveLength(4)
    act(() => boxes[1]?.click())
    expect(flood().find(({ id }) => id === 'i21')?.who).toEqual(['i2'])
    type(inStep('i21', 'select'), 'jma3')
    expect(flood().find(({ id }) => id === 'i21')?.trigger).toBe('jma3')
    const own = [...stepOf('i21').querySelectorAll('button')].find(({ textContent }) =>
      textContent?.includes('own words'),
    )
    act(() => own?.click())
    expect(flood().find(({ id }) => id === 'i21')?.what).toMatchObject({ type: 'own' })
    type(inStep('i21', 'textarea'), 'ばあばと車で出る')
    expect(flood().find(({ id }) => id === 'i21')?.what).toEqual({ type: 'own', text: 'ばあばと車で出る' })
    type(inStep('i21', 'textarea'), '   ')
    expect(tools.plans.store.getState().refused).toBeNull()
    expect(flood().find(({ id }) => id === 'i21')?.what).toEqual({ type: 'own', text: 'ばあばと車で出る' })
  })

  it('removes a step, goes on at the next one, and brings it back', async () => {
    await show(aPlan())
    openStep('i19')
    const bin = [...stepOf('i19').querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Remove',
    )
    act(() => bin?.click())
    expect(flood().map(({ id }) => id)).toEqual(['i18', 'i20', 'i21', 'i22'])
    expect(document.activeElement).toBe(inStep('i20', 'input'))
    act(() => tools.plans.commands.undo())
    expect(flood()).toHaveLength(5)
  })

  it('takes a step of one’s own, and says when nothing was written', async () => {
    await show(aPlan())
    const own = screen.find('section', 'Add a step of your own')
    const add = [...own.querySelectorAll('button')].find(({ textContent }) => textContent === 'Add')
    act(() => add?.click())
    expect(own.querySelector('[role="alert"]')?.textContent).toContain('Write down')
    type(own.querySelector('textarea') as HTMLElement, '  畑の水門を閉める ')
    type(own.querySelector('select') as HTMLElement, 'jma2')
    act(() => add?.click())
    expect(flood().find(({ what }) => what.type === 'own' && what.text === '畑の水門を閉める')?.trigger).toBe(
      'jma2',
    )
    expect((own.querySelector('textarea') as HTMLTextAreaElement | null)?.value ?? '').toBe('')
  })

  it('is pulled by its handle to another trigger', async () => {
    await show(aPlan())
    const at: Record<string, [number, number]> = {
      i18: [10, 30],
      i19: [50, 70],
      i20: [70, 90],
      i21: [110, 130],
    }
    const place = (element: HTMLElement, [top, bottom]: readonly [number, number]) => {
      element.getBoundingClientRect = () => ({ top, bottom, height: bottom - top }) as DOMRect
    }
    for (const [id, box] of Object.entries(at)) place(stepOf(id), box)
    const spans: readonly (readonly [number, number])[] = [
      [0, 30],
      [40, 90],
      [100, 130],
      [140, 200],
    ]
    screen.box
      .querySelectorAll<HTMLElement>('[data-trigger]')
      .forEach((group, index) => place(group, spans[index] ?? [0, 0]))
    const list = screen.find('[data-trigger]').parentElement as HTMLElement
    expect(dropAt(list, 'i18', 55)).toEqual({ id: 'i18', trigger: 'jma2', before: 'i19' })
    expect(dropAt(list, 'i19', 55)).toMatchObject({ before: 'i20' })
    expect(dropAt(list, 'i18', 88)).toEqual({ id: 'i18', trigger: 'jma2', before: null })
    expect(dropAt(list, 'i18', 93)).toMatchObject({ trigger: 'jma2' })
    expect(dropAt(list, 'i18', 999)).toMatchObject({ trigger: 'city5', before: null })
    const handle = inStep('i18', '[aria-hidden="true"]:has(svg)')
    handle.setPointerCapture = () => undefined
    const fire = (name: string, clientY: number) =>
      act(() => {
        const event = new MouseEvent(name, { bubbles: true, button: 0, clientY })
        handle.dispatchEvent(Object.assign(event, { pointerId: 1 }))
      })
    fire('pointerdown', 15)
    fire('pointermove', 17)
    expect(screen.box.querySelector('[data-pulled]')).toBeNull()
    fire('pointermove', 55)
    expect(stepOf('i18').dataset['pulled']).toBe('true')
    expect(stepOf('i19').dataset['drop']).toBe('true')
    screen.press('Escape')
    expect(screen.box.querySelector('[data-pulled]')).toBeNull()
    fire('pointerup', 55)
    expect(flood()[0]?.trigger).toBe('forecast3d')
    fire('pointerdown', 15)
    fire('pointermove', 55)
    fire('pointerup', 55)
    expect(
      flood()
        .map(({ id, trigger }) => [id, trigger])
        .slice(0, 2),
    ).toEqual([
      ['i18', 'jma2'],
      ['i19', 'jma2'],
    ])
  })
})

describe('what the answers say against it', () => {
  it('stands in a box, each with the way to where it is put right', async () => {
    await show(aPlan({ destinations: [], routes: [] }))
    expect(screen.words()).toContain('would not work')
    const before = tools.went.length
    const fixes = [...screen.find('section', 'would not work').querySelectorAll('button')]
    expect(fixes.length).toBeGreaterThan(0)
    fixes.forEach((button) => act(() => button.click()))
    expect(tools.went.length).toBeGreaterThan(before)
  })

  it('opens the interview at the question', async () => {
    await show(aPlan({ places: [], timelines: aPlan().timelines }))
    click('section button', 'home')
    expect(tools.went).toEqual(['interview'])
    expect(stops.getState()).toEqual({ [aPlan().id]: 'home' })
  })

  it('proposes what a draft of today would change, one by one, and takes only what is agreed to', async () => {
    await show(aPlan())
    draft(['flood'])
    expect(screen.words()).not.toContain('your present answers suggest')
    const packBag = flood().find(({ what }) => what.type === 'code' && what.code === 'packBag')
    openStep(packBag?.id ?? '')
    click(`[data-step="${packBag?.id}"] button`, 'Remove')
    expect(screen.words()).toContain('1 change that your present answers suggest')
    click('button', 'Take it over')
    expect(flood().some(({ what }) => what.type === 'code' && what.code === 'packBag')).toBe(true)
    expect(screen.words()).not.toContain('your present answers suggest')
    act(() => tools.plans.commands.undo())
    click('button', 'Leave it as it is')
    expect(screen.words()).not.toContain('your present answers suggest')
    expect(flood().some(({ what }) => what.type === 'code' && what.code === 'packBag')).toBe(false)
  })
})

describe('closed roads', () => {
  const HOUR = 3_600_000
  const [route] = aPlan().routes
  const [lng, lat] = route?.line[0] ?? [0, 0]
  const shut = aClosure({ shape: { kind: 'point', at: [lng, lat] }, end: FEED_ISSUED + HOUR })
  const warned = async (closures: Parameters<typeof closuresNow>[0], hours = 0) => {
    screen = await aScreen('en')
    tools = planTools(aPlan(), { closures: closuresNow(closures, FEED_ISSUED + hours * HOUR) })
    screen.show(<TimelinePanel tools={tools} />)
    draft()
    return screen.words()
  }

  it('on a drawn way are warned of, with of when that is known; an old list takes no warning away', async () => {
    const city = aCityFeed(aFeed({ closures: [shut] }))
    expect(await warned(city)).toContain('lies a closed road that the city told of.')
    expect(screen.words()).toMatch(/9:30/)
    screen.leave()
    const old = await warned(city, 40)
    expect(old).toContain('lies a closed road that the city told of.')
    screen.leave()
    expect(await warned(aCityFeed(null))).not.toContain('closed road')
  })
})
