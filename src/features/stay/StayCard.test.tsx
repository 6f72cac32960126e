import { act, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { Home } from '#domain/stay/home.ts'
import { LANGUAGES } from '#i18n/index.ts'
import { aHome } from '#tests/support/a-home.ts'
import { aLandslide, aRisk, aWater, lasting, without } from '#tests/support/a-risk.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { DepthPicture } from './DepthPicture.tsx'
import { StayCard } from './StayCard.tsx'

let screen: Screen
afterEach(() => screen.leave())

const stays = aRisk(aWater('flood', { min: 0.5, max: 3 }, { duration: lasting(2) }))
const leaves = aRisk(aWater('flood', { min: 3, max: 5 }, { duration: lasting(2) }))
const unknown = aRisk(without('flood', 'notAssessed'))
const tsunami = aRisk(aWater('tsunami', { min: 0.3, max: 1 }))

/** What the device was told to keep, last first. */
let kept: readonly (Home | null)[] = []

/** The card with a device that keeps what it is told. */
const Device = ({ risk, first }: { readonly risk: RiskAnswer; readonly first: Home | null }) => {
  const [home, setHome] = useState(first)
  const keep = (next: Home | null) => {
    kept = [next, ...kept]
    setHome(next)
  }
  return <StayCard risk={risk} home={home} kept onHome={keep} />
}
function show(risk: RiskAnswer, first: Home | null): void {
  kept = []
  screen.show(<Device key={JSON.stringify([risk, first])} risk={risk} first={first} />)
}

const click = (selector: string, words = '') => act(() => screen.find(selector, words).click())
/** The control of the label with these words, in the group with those. */
const tick = (group: string, words: string) =>
  act(() => {
    const label = [...screen.find('fieldset', group).querySelectorAll('label')].find(
      ({ textContent }) => textContent === words,
    )
    if (label === undefined) throw new Error(`no ${words} in ${group}`)
    label.querySelector('input')?.click()
  })
const write = (selector: string, text: string) =>
  act(() => {
    const input = screen.find(selector) as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
const said = () => screen.find('[role="status"]').textContent

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('every result has its words, and none of them comforts', async () => {
    screen = await aScreen(tag)
    const all = new Set<string>()
    for (const risk of [stays, leaves, unknown, tsunami, aRisk(), aRisk(aLandslide('special'))]) {
      show(risk, aHome())
      const words = screen.words()
      expect(words).not.toMatch(/[a-z]+:[a-z]+\.[a-z]/i)
      expect(words).not.toMatch(COMFORT)
      all.add(words)
    }
    expect(all.size).toBe(6)
  })
})

describe('before the building is known', () => {
  it('invites, asks, and decides; the title has the focus then', async () => {
    screen = await aScreen('en')
    show(stays, null)
    expect(screen.words()).not.toContain('Leaving is the surer choice')
    click('button', 'Tell about the building')
    expect(document.activeElement?.tagName).toBe('INPUT')
    tick('How many storeys', '2')
    tick('The highest floor', '2')
    tick('Does anybody need time', 'A small child')
    tick('For how many days', '3 days')
    click('button', 'Show the result')
    expect(kept[0]).toEqual({
      storeys: 2,
      floor: 2,
      structure: 'unknown',
      stockHours: 72,
      household: ['infant'],
    })
    expect(screen.words()).toContain('You may stay on floor 2')
    expect(screen.words()).toContain('Alert Level 3')
    expect(document.activeElement?.tagName).toBe('H3')
  })

  it('says what is missing and decides nothing', async () => {
    screen = await aScreen('en')
    show(stays, null)
    click('button', 'Tell about the building')
    click('button', 'Show the result')
    expect(screen.find('[role="alert"]').textContent).toContain('Choose how many storeys')
    tick('How many storeys', '3')
    expect(screen.find('[role="alert"]').textContent).toBe('')
    click('button', 'Show the result')
    expect(screen.find('[role="alert"]').textContent).toContain('Choose the floor')
    expect(kept).toEqual([])
    click('button', 'Cancel')
    expect(screen.words()).toContain('Tell about the building')
  })

  it('takes a tall building by its number, and a bungalow has one floor', async () => {
    screen = await aScreen('en')
    show(stays, null)
    click('button', 'Tell about the building')
    tick('How many storeys', '4 or more')
    write('input[inputmode="numeric"]', '１２')
    tick('The highest floor', '3')
    click('button', 'Show the result')
    expect(kept[0]).toMatchObject({ storeys: 12, floor: 3, stockHours: null })
    expect(screen.words()).toContain('you have not told yet')
    click('button', 'Change the building')
    tick('How many storeys', '1')
    expect(screen.box.querySelectorAll('fieldset')[1]?.querySelectorAll('input')).toHaveLength(1)
    click('button', 'Show the result')
    expect(kept[0]).toMatchObject({ storeys: 1, floor: 1 })
  })

  it('asks anew for a floor that the building has no more', async () => {
    screen = await aScreen('en')
    show(stays, aHome({ storeys: 3, floor: 3 }))
    click('button', 'Change the building')
    tick('How many storeys', '2')
    click('button', 'Show the result')
    expect(screen.find('[role="alert"]').textContent).toContain('Choose the floor')
    expect(kept).toEqual([])
  })
})

describe('once the building is known', () => {
  it('reads the decision out when it changes', async () => {
    screen = await aScreen('en')
    screen.show(<StayCard risk={stays} home={aHome()} kept onHome={() => undefined} />)
    const region = screen.find('[role="status"]')
    expect(said()).toContain('You may stay on floor 2')
    screen.show(<StayCard risk={leaves} home={aHome()} kept onHome={() => undefined} />)
    expect(screen.find('[role="status"]')).toBe(region)
    expect(said()).toContain('leave this building')
  })

  it('tells the fact, the level, what would change it, and whose rule it is', async () => {
    screen = await aScreen('en')
    show(leaves, aHome({ storeys: 3 }))
    for (const words of [
      'up to 5 m deep',
      'Floor 2 lies at 3 m',
      'Alert Level 4',
      'floor 3 or higher',
      '避難行動判定フロー',
    ])
      expect(screen.words()).toContain(words)
    expect(screen.find('[data-result="leave"]').dataset['tone']).toBe('hazard')
  })

  it('says when this device could not keep it', async () => {
    screen = await aScreen('en')
    screen.show(<StayCard risk={stays} home={aHome()} kept={false} onHome={() => undefined} />)
    expect(screen.words()).toContain('lost when you close the page')
  })

  it('forgets the building, and brings it back', async () => {
    screen = await aScreen('en')
    show(stays, aHome())
    click('button', 'Delete the building')
    expect(kept[0]).toBeNull()
    expect(screen.words()).toContain('The building was deleted')
    expect(document.activeElement?.tagName).toBe('H3')
    click('button', 'Undo')
    expect(kept[0]).toEqual(aHome())
    expect(screen.words()).not.toContain('The building was deleted')
  })

  it('draws the water beside the building only where a depth decides', async () => {
    screen = await aScreen('en')
    show(stays, aHome())
    expect(screen.find('svg[role="img"]').getAttribute('aria-label')).toContain('Floor 2 lies at 3 m')
    show(aRisk(aLandslide('warning')), aHome())
    expect(screen.box.querySelector('svg[role="img"]')).toBeNull()
  })
})

describe('the picture of a depth', () => {
  it('says in words what it shows', async () => {
    screen = await aScreen('en')
    screen.show(<DepthPicture depth={{ min: 0.5, max: 3 }} />)
    expect(screen.find('svg').getAttribute('aria-label')).toBe(
      'Up to 3 m: as high as the floor of the 2nd storey. At least 0.5 m: above the knees of an adult and the floor of the 1st storey (ground floor).',
    )
  })

  it('writes both bounds, one where they lie on one another, and no upper one where none is published', async () => {
    screen = await aScreen('en')
    const metres = () => [...screen.box.querySelectorAll('text')].map(({ textContent }) => textContent)
    screen.show(<DepthPicture depth={{ min: 0.5, max: 3 }} />)
    expect(metres()).toEqual(['0.5 m', '3 m'])
    screen.show(<DepthPicture depth={{ min: 0.3, max: 0.5 }} />)
    expect(metres()).toEqual(['0.5 m'])
    screen.show(<DepthPicture depth={{ min: 20, max: null }} />)
    expect(metres()).toEqual(['20 m'])
    expect(screen.box.querySelector('rect')?.getAttribute('y')).toBe('0')
  })
})
