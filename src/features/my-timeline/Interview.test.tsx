import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homePlaceOf } from '#domain/plan/household.ts'
import { QUESTIONS, type Plan } from '#domain/plan/plan.ts'
import { LANGUAGES, type LanguageTag } from '#i18n/index.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { anEmptyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import { Interview } from './Interview.tsx'
import { stops } from './interview-way.ts'

let screen: Screen
let tools: ReturnType<typeof planTools>
beforeEach(() => stops.setState({}, true))
afterEach(() => screen.leave())

/** In the flood of rank 3 of the made-up town: 3 to 5 m. */
const HOME = '30.0175, 135.0175'
const town = anArea({
  sites: [
    aSite(),
    aSite({ id: 'E2', name: { ja: '高台公園', kana: null, en: null }, at: [135.035, 30.035] }),
    aSite({
      id: 'E3',
      name: { ja: '港広場', kana: null, en: null },
      at: [135.018, 30.018],
      designated: { ...aSite().designated, flood: false },
    }),
  ],
})

async function show(plan: Plan | null, tag: LanguageTag = 'en'): Promise<void> {
  screen = await aScreen(tag)
  tools = planTools(plan, { area: town })
  screen.show(<Interview tools={tools} />)
}
const title = () => screen.find('h3').textContent
const click = (selector: string, words = '') => act(() => screen.find(selector, words).click())
const next = () => click('button', 'Next')
const skip = () => click('button', 'Skip for now')
/** The control of the label with these words, in the group with those. */
const tick = (group: string, words: string) =>
  act(() => {
    const labels = [...screen.box.querySelectorAll('fieldset')]
      .filter(({ textContent }) => textContent?.includes(group))
      .flatMap((one) => [...one.querySelectorAll('label')])
    const label = labels.find(({ textContent }) => textContent?.startsWith(words))
    if (label === undefined) throw new Error(`no ${words} in ${group}`)
    label.querySelector('input')?.click()
  })
const write = (label: string, text: string) =>
  act(() => {
    const { htmlFor } = screen.find('label', label) as HTMLLabelElement
    const input = document.getElementById(htmlFor) as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
const findHome = () =>
  act(() => {
    const input = screen.box.querySelector<HTMLInputElement>('input[type="search"]')
    if (input === null) throw new Error('no search field')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, HOME)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every question and the result have their words, and none of them comforts', async () => {
    await show(aPlan(), tag)
    for (const stop of [...QUESTIONS, 'end' as const]) {
      act(() => stops.setState({ [aPlan().id]: stop }))
      const words = screen.words()
      expect(words, stop).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(words, stop).not.toMatch(/\{\{|undefined|NaN/)
      expect(words, stop).not.toMatch(COMFORT)
    }
  })
})

describe('a whole interview', () => {
  it('leads from nothing to drafted timelines, one step of undo', async () => {
    await show(null)
    click('button', 'Begin')
    expect(screen.words()).toContain('Question 1 of 11')
    expect(document.activeElement?.tagName).not.toBe('H3')
    findHome()
    click('[role="option"], button', '30.01')
    expect(homePlaceOf(tools.current())?.at).toEqual([135.0175, 30.0175])
    expect(tools.current().area).toBe('99201')
    expect(screen.words()).toContain('3 m')
    next()
    expect(document.activeElement?.tagName).toBe('H3')
    tick('How many storeys', '2')
    expect(homePlaceOf(tools.current())?.building).toBeNull()
    expect(tools.plans.store.getState().refused).toBeNull()
    tick('The highest floor', '2')
    expect(homePlaceOf(tools.current())?.building).toMatchObject({ storeys: 2, floor: 2 })
    expect(screen.words()).toContain('leave this building')
    next()
    click('button', 'Add an adult')
    click('button', 'Add a child')
    click('button', 'Add a pet')
    write('Adult 1', ' 花子 ')
    expect(tools.current().household.members.map(({ name, kind }) => [name, kind])).toEqual([
      ['花子', 'adult'],
      ['', 'child'],
      ['', 'pet'],
    ])
    next()
    tick('Child 1', 'Baby')
    tick('花子', 'Reads no')
    expect(tools.current().household.members.map(({ needs }) => needs)).toEqual([
      ['language'],
      ['infant'],
      [],
    ])
    next()
    tick('Is there a car', 'No')
    expect(screen.words()).toContain('There is 1 pet')
    next()
    expect(screen.words()).toContain('It reaches your home')
    expect(tools.current().hazards).toBeNull()
    next()
    expect(tools.current().hazards).toContain('flood')
    expect(title()).toContain('Where will you go')
    expect(screen.words()).toContain('Choose at least 2')
    expect(screen.words()).not.toContain('港広場')
    click('button', '高台公園')
    click('button', 'Relatives or friends')
    write('Name', '叔母の家')
    expect(tools.current().destinations.map(({ kind, name }) => [kind, name])).toEqual([
      ['site', '高台公園'],
      ['relative', '叔母の家'],
    ])
    expect(screen.words()).not.toContain('Choose 1 more')
    next()
    tick('How many minutes', '20')
    next()
    tick('For how many days', '3 days')
    next()
    click('button', 'School')
    click('button', 'Cancel')
    next()
    click('button', 'Add a contact')
    write('Telephone', '０９５４ー１２')
    expect(tools.current().contacts[0]?.phone).toBe('0954-12')
    next()
    expect(tools.current().interview.answered).toHaveLength(11)
    expect(screen.words()).not.toContain('not answered')
    click('button', 'Make the timeline')
    expect(tools.went).toEqual(['timeline'])
    const { timelines } = tools.current()
    expect(timelines.find(({ hazard }) => hazard === 'flood')?.steps.length).toBeGreaterThan(5)
    act(() => tools.plans.commands.undo())
    expect(tools.current().timelines).toEqual([])
  })

  it('goes by keyboard: every control can be reached and pressed', async () => {
    await show(anEmptyPlan())
    for (const stop of [...QUESTIONS, 'end' as const]) {
      act(() => stops.setState({ [anEmptyPlan().id]: stop }))
      const odd = screen.box.querySelectorAll('[onclick], [tabindex]:not([tabindex="-1"], [tabindex="0"])')
      expect(odd).toHaveLength(0)
      for (const input of screen.box.querySelectorAll('input, select, textarea'))
        expect(
          input.closest('label') ?? screen.box.querySelector(`label[for="${input.id}"]`),
          `${stop} ${input.id}`,
        ).not.toBeNull()
    }
  })
})

describe('passing by', () => {
  it('every question leads to an honest result, and still to a timeline', async () => {
    await show(anEmptyPlan())
    QUESTIONS.forEach(() => (screen.words().includes('Skip for now') ? skip() : next()))
    expect(screen.words()).toContain('What we know now')
    expect(screen.words()).toContain('not answered')
    expect(screen.words()).toContain('First tell where home is')
    expect(tools.current().hazards).toBeNull()
    expect(tools.current().interview.answered).not.toContain('home')
    click('button', 'Make the timeline')
    expect(tools.current().timelines.map(({ hazard }) => hazard)).toEqual([
      'flood',
      'landslide',
      'stormSurge',
      'tsunami',
    ])
  })

  it('shows the way to what has to be known first', async () => {
    await show(anEmptyPlan())
    skip()
    expect(screen.words()).toContain('First tell where home is')
    click('button', 'Tell where home is')
    expect(title()).toContain('Where do you live')
  })

  it('makes no timeline where no hazard was chosen', async () => {
    await show(anEmptyPlan({ hazards: [] }))
    click('button', 'See the result')
    expect(screen.words()).toContain('You have chosen none')
    click('button', 'Choose hazards')
    expect(title()).toContain('Which hazards')
  })
})

describe('coming back', () => {
  it('goes on at the first open question', async () => {
    await show(anEmptyPlan({ interview: { answered: ['home', 'people'], skipped: ['building'] } }))
    expect(screen.words()).toContain('Question 4 of 11')
  })

  it('stays at the question when the map took the screen away', async () => {
    await show(aPlan())
    click('button', 'See the result')
    click('button', 'Where to go')
    screen.show(null)
    screen.show(<Interview tools={tools} />)
    expect(title()).toContain('Where will you go')
  })

  it('goes back, and what was answered stands there', async () => {
    await show(aPlan())
    act(() => stops.setState({ [aPlan().id]: 'transport' }))
    click('button', 'Back')
    expect(title()).toContain('time or help')
    expect(screen.box.querySelectorAll('input:checked')).toHaveLength(3)
  })

  it('never drafts over what the family has made', async () => {
    await show(aPlan())
    const before = aPlan().timelines
    click('button', 'See the result')
    expect(screen.words()).toContain('Your timelines are there')
    click('button', 'See the timeline')
    expect(tools.current().timelines).toEqual(before)
    expect(tools.went).toEqual(['timeline'])
  })
})

describe('the places to go', () => {
  it('offers upstairs only where staying is possible', async () => {
    const plan = aPlan({ destinations: [], routes: [] })
    const [home, ...others] = plan.places
    if (home === undefined) throw new Error('no home')
    const at = (building: typeof home.building, place: [number, number]) =>
      anEmptyPlan({ places: [{ ...home, at: place, building, members: [] }, ...others.slice(0, 0)] })
    const tall = { storeys: 5, floor: 4, structure: 'reinforced', stockHours: 672 } as const
    await show(at(tall, [135.0175, 30.0175]))
    act(() => stops.setState({ [anEmptyPlan().id]: 'destinations' }))
    const offered = () => screen.words().includes('Upstairs in this building')
    const stay = tools.factsOf(tools.current()).home?.stay?.rain.result
    expect(offered()).toBe(stay === 'stayPossible')
    screen.leave()
    await show(at({ ...tall, floor: 1 }, [135.0175, 30.0175]))
    act(() => stops.setState({ [anEmptyPlan().id]: 'destinations' }))
    expect(offered()).toBe(false)
    expect(screen.words()).toContain('upstairs is no place to go')
  })

  it('shows the designation and the zone of each suggested site', async () => {
    await show(
      anEmptyPlan({ places: aPlan().places.map((one) => ({ ...one, members: [] })), hazards: ['flood'] }),
    )
    act(() => stops.setState({ [anEmptyPlan().id]: 'destinations' }))
    const cards = [...screen.box.querySelectorAll('li')].map(({ textContent }) => textContent ?? '')
    expect(cards.map((words) => words.includes('高台公園'))).toEqual([true, false])
    expect(cards[1]).toContain('見本小学校')
    expect(cards[1]).toContain('Designated for floods')
    expect(screen.find('[data-zone="inZone"]').textContent).toContain('3 m')
  })
})
