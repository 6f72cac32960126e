import fc from 'fast-check'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { closuresNow } from '../closures/index.ts'
import { aCityFeed } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { LANGUAGES, languageOf, type LanguageTag } from '#i18n/index.ts'
import { anEmptyPlan, anyPlan, aPlan } from '#tests/support/a-plan.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { COMFORT } from '#tests/support/comfort.ts'
import { planTools } from '#tests/support/plan-tools.ts'
import { PaperPage, type DrawPaperMap, type PaperMapRequest } from './index.ts'

let screen: Screen
afterEach(() => screen.leave())

const HERE = 'https://map.example/'
let asked: PaperMapRequest[]
let printed: number
const picture = new Blob(['x'], { type: 'image/png' })
const draws: DrawPaperMap = async (request) => {
  asked.push(request)
  return picture
}
const never: DrawPaperMap = () => new Promise(() => undefined)
const fails: DrawPaperMap = async () => null

beforeEach(() => {
  asked = []
  printed = 0
})

const article = () => screen.find('article')
const settle = () =>
  vi.waitFor(async () => {
    await act(async () => new Promise((done) => setTimeout(done, 0)))
    expect(screen.box.querySelector('article')).not.toBeNull()
  })

async function show(
  plan: Plan | null,
  drawMap: DrawPaperMap | null = null,
  changes: Parameters<typeof planTools>[1] = {},
) {
  const tools = planTools(plan, changes)
  const sharer = { ...tools.sharer, print: () => void (printed += 1) }
  screen.show(<PaperPage key={Math.random()} tools={{ ...tools, sharer }} drawMap={drawMap} address={HERE} />)
  if (plan !== null) await settle()
  return tools
}

const pick = async (label: string, value: string) => {
  await act(async () => {
    const box = screen.find('label', label).parentElement?.querySelector('select') as HTMLSelectElement
    box.value = value
    box.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}
const tick = (words: string) => act(async () => screen.find('label', words).querySelector('input')?.click())

/** The words of an element without readings. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove()
  return copy.textContent ?? ''
}
const KEY = /\b[a-z]+:[a-z]+[A-Za-z0-9]*[.][a-z]|\{\{/

describe('the paper', () => {
  it('has everything of a plan, in the order in which it is read', async () => {
    screen = await aScreen('en')
    await show(aPlan(), draws)
    const parts = [...article().querySelectorAll<HTMLElement>('[data-part]')].map(
      ({ dataset }) => dataset['part'],
    )
    expect(parts).toEqual([
      'risk',
      'stay',
      'destinations',
      'warnings',
      'map',
      'closures',
      'timeline-flood',
      'contacts',
      'code',
      'kit',
      'caveats',
      'sources',
    ])
    const words = wordsOf(article())
    for (const some of [
      'わが家',
      '花子',
      '見本公民館',
      '119',
      '110',
      '171',
      '民生委員の佐藤さん',
      'みおのくまさん',
    ])
      expect(words).toContain(some)
    expect(words).not.toMatch(COMFORT)
    expect(article().querySelectorAll('h1')).toHaveLength(1)
  })

  it('leaves a space between the sentences of a line', async () => {
    screen = await aScreen('en')
    const places = aPlan().places.map((one): typeof one =>
      one.kind === 'home' ? { ...one, at: [135.02, 30.02] } : one,
    )
    await show(aPlan({ places }))
    for (const part of ['risk', 'destinations']) {
      const lines = [...article().querySelectorAll(`[data-part="${part}"] li:not(:has(li))`)].map(wordsOf)
      expect(
        lines.some((line) => /[a-z][.] [A-Z]/.test(line)),
        part,
      ).toBe(true)
      for (const line of lines) expect(line).not.toMatch(/[a-z][.][A-Z]/)
    }
  })

  it('names each trigger with its level as a digit and the official words, and gives each step a box', async () => {
    screen = await aScreen('ja')
    await show(aPlan())
    const groups = [...article().querySelectorAll('[data-part="timeline-flood"] tbody')]
    expect(groups.map((group) => group.querySelector('[data-level]')?.textContent ?? null)).toEqual([
      '1',
      '2',
      '3',
      '5',
    ])
    expect(wordsOf(groups[2] as Element)).toContain('警戒レベル3')
    expect(wordsOf(groups[2] as Element)).toContain('高齢者等避難')
    for (const row of article().querySelectorAll('[data-part="timeline-flood"] tbody tr'))
      expect(row.querySelectorAll('svg')).toHaveLength(1)
  })

  it('says what is not known of an empty plan, and has rows to write in', async () => {
    screen = await aScreen('en')
    await show(anEmptyPlan(), draws)
    const words = wordsOf(article())
    for (const some of [
      'Where the home is has not been entered',
      'No destination has been chosen',
      'There is nothing to show on the map',
      'There is no timeline yet',
    ])
      expect(words).toContain(some)
    expect(article().querySelectorAll('[data-part="contacts"] table:last-of-type tbody tr')).toHaveLength(3)
    expect(asked).toEqual([])
  })

  it('says that nothing can be said where no area is open', async () => {
    screen = await aScreen('en')
    await show(aPlan(), draws, { area: null })
    expect(wordsOf(article())).toContain('There are no data of the area')
    expect(wordsOf(article())).toContain('could not be drawn')
  })

  it('without a plan leads back', async () => {
    screen = await aScreen('en')
    const tools = await show(null)
    act(() => screen.find('button', 'Back').click())
    expect(tools.went).toEqual(['back'])
  })
})

describe('the map', () => {
  it('is drawn with the numbers of the list, in black and white, and waited for', async () => {
    screen = await aScreen('en')
    await show(aPlan(), draws)
    const image = screen.find('img') as HTMLImageElement
    expect(image.alt).toContain('10 numbered marks')
    const [request] = asked
    const numbers = [...(request?.mine.points ?? []), ...(request?.mine.lines ?? [])].map(({ name }) => name)
    const listed = [...article().querySelectorAll('[data-part="map"] > ul:last-of-type > li')].map(
      (item) => item.firstElementChild?.textContent,
    )
    expect(listed).toHaveLength(10)
    for (const number of numbers) expect(listed).toContain(number)
    expect(article().querySelectorAll('[data-part="map"] div li svg pattern').length).toBeGreaterThan(3)
    expect(screen.find('button', 'Print').hasAttribute('disabled')).toBe(false)
  })

  it.each([
    ['while it is drawn', never, 'Drawing the map', true],
    ['where it cannot be drawn', fails, 'could not be drawn', false],
    ['where there is no map at all', null, 'could not be drawn', false],
  ] as const)('is told of %s', async (_, drawMap, words, waits) => {
    screen = await aScreen('en')
    await show(aPlan(), drawMap)
    expect(wordsOf(article())).toContain(words)
    expect(screen.box.querySelector('img')).toBeNull()
    expect(article().querySelectorAll('[data-part="map"] > ul:last-of-type > li')).toHaveLength(10)
    expect(screen.find('button', 'Print').hasAttribute('disabled')).toBe(waits)
  })

  it('fits the sheet, and is drawn anew when that becomes another', async () => {
    screen = await aScreen('en')
    await show(aPlan(), draws)
    await tick('Landscape')
    await tick('A3')
    const sizes = asked.map(({ frame }) => frame.width / frame.height)
    expect(sizes.length).toBe(3)
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 9)
    expect(article().className).toContain('a3-landscape')
  })

  it('is left out when it is not wanted', async () => {
    screen = await aScreen('en')
    await show(aPlan(), draws)
    await tick('Map and marks')
    expect(article().querySelector('[data-part="map"]')).toBeNull()
    expect(article().querySelector('[data-part="destinations"]')).not.toBeNull()
  })
})

describe('the choices', () => {
  it('print by the browser, and leave the bar out', async () => {
    screen = await aScreen('en')
    await show(aPlan())
    expect(screen.words()).toContain('Save as PDF')
    await act(async () => screen.find('button', 'Print').click())
    expect(printed).toBe(1)
    expect(article().querySelector('button, select, input')).toBeNull()
  })

  it('without names tell nobody by name, number or note', async () => {
    screen = await aScreen('en')
    const plan = aPlan()
    await show(plan, draws)
    await tick('Without names')
    // The kit has a thing in the family's own words.
    await tick('Bag and stock')
    const words = wordsOf(article())
    const secrets = [
      plan.name,
      ...plan.household.members.map(({ name }) => name),
      ...plan.contacts.flatMap(({ name, phone, note }) => [name, phone, note]),
      ...plan.places.flatMap(({ name, note }) => [name, note]),
      ...plan.marks.flatMap(({ name, note }) => [name, note]),
      ...plan.routes.flatMap(({ name, note }) => [name, note]),
      '叔母の家',
      'Nhà của dì',
    ].filter((secret) => secret !== '')
    // The step in the family's own words stays, as the bar says; it names the dog.
    const own = 'ポチのケージを車に載せる'
    expect(words).toContain(own)
    for (const secret of secrets) expect(words.replace(own, '')).not.toContain(secret)
    expect(words).toContain('Adult 1')
    expect(words).toContain('見本公民館')
    expect(article().querySelector('[data-part="code"]')).toBeNull()
    expect(screen.words()).toContain('are left out')
  })

  it('leave out whatever part is not wanted', async () => {
    screen = await aScreen('en')
    await show(aPlan())
    for (const [words, part] of [
      ['Timelines', 'timeline-flood'],
      ['Phone numbers', 'contacts'],
      ['Bag and stock', 'kit'],
      ['QR code to restore', 'code'],
    ] as const) {
      expect(article().querySelector(`[data-part="${part}"]`)).not.toBeNull()
      await tick(words)
      expect(article().querySelector(`[data-part="${part}"]`)).toBeNull()
    }
  })

  it('offer the first language not twice, and begin with that of the app', async () => {
    screen = await aScreen('ja-simple')
    await show(aPlan())
    const [first, second] = [...screen.box.querySelectorAll('select')]
    expect(first?.value).toBe('ja-simple')
    expect([...(second?.options ?? [])].map(({ value }) => value)).not.toContain('ja-simple')
    expect(article().lang).toBe('ja')
  })
})

/** Each language beside Japanese, as neighbours read it; and the two directions of writing beside one another, either first. */
const PAIRS = [
  ...LANGUAGES.filter(({ tag }) => tag !== 'ja').map(({ tag }) => ['ja', tag] as const),
  ['ur', 'ja'] as const,
  ['en', 'ur'] as const,
]

/** Goes through every place where something stands beside itself. */
function bothBeside(first: LanguageTag, second: LanguageTag): number {
  const pairs = [...article().querySelectorAll('[data-languages]')]
  for (const pair of pairs) {
    const tongues = [...pair.children]
    expect(tongues.map((one) => [one.getAttribute('lang'), one.getAttribute('dir')])).toEqual(
      [first, second].map((tag) => [languageOf(tag).htmlLang, languageOf(tag).dir]),
    )
    for (const tongue of tongues) expect(wordsOf(tongue).trim()).not.toBe('')
  }
  return pairs.length
}

describe.each(PAIRS)('%s and %s side by side', (first, second) => {
  it('say everything in both', async () => {
    screen = await aScreen(first)
    await show(aPlan(), draws)
    const select = screen.box.querySelectorAll('select')[1] as HTMLSelectElement
    await act(async () => {
      select.value = second
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await vi.waitFor(async () => {
      await act(async () => new Promise((done) => setTimeout(done, 0)))
      expect(article().querySelector('[data-languages="2"]')).not.toBeNull()
    })
    expect(bothBeside(first, second)).toBeGreaterThan(15)
    expect(wordsOf(article())).not.toMatch(KEY)
    for (const row of article().querySelectorAll('[data-part="timeline-flood"] tbody tr')) {
      const cells = [...row.querySelectorAll<HTMLTableCellElement>('td')]
      const what = cells.slice(0, cells[0]?.colSpan === 2 ? 1 : 2)
      expect(what.every((cell) => wordsOf(cell).trim() !== '')).toBe(true)
      if (what.length === 2)
        expect(what.map(({ lang }) => lang)).toEqual([first, second].map((tag) => languageOf(tag).htmlLang))
    }
  })
})

it('has words for whatever a plan holds, in two languages', async () => {
  screen = await aScreen('ja')
  await fc.assert(
    fc.asyncProperty(anyPlan, async (plan) => {
      await show(plan, draws)
      await pick('並べる言語', 'en')
      await vi.waitFor(() => expect(article().querySelector('[data-languages="2"]')).not.toBeNull())
      bothBeside('ja', 'en')
      const own = article().cloneNode(true) as Element
      for (const name of own.querySelectorAll('[translate="no"], rt, rp')) name.remove()
      expect(own.textContent).not.toMatch(/\b(paper|timeline|mymap|kit|way|risk|stay|layers|sites):[a-z]/)
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 240_000)

describe('closed roads on the paper', () => {
  const home = aPlan().places.find(({ kind }) => kind === 'home')?.at ?? [0, 0]
  const shut = aClosure({ shape: { kind: 'point', at: [home[0], home[1]] } })
  const wordsWith = async (city: Parameters<typeof closuresNow>[0], hours = 0) => {
    const closures = closuresNow(city, FEED_ISSUED + hours * 3_600_000)
    await show(aPlan(), draws, { closures })
    return wordsOf(screen.find('[data-part="closures"]'))
  }
  beforeEach(async () => void (screen = await aScreen('en')))

  it('are told with the day on which they were known, drawn, and explained in the legend', async () => {
    const words = await wordsWith(aCityFeed(aFeed({ closures: [shut] })))
    expect(words).toContain('市道見本線')
    expect(words).toContain('You cannot get through on foot.')
    expect(words).toMatch(/July 1, 2026.*9:30/)
    expect(words).toContain('Ask the city before you walk.')
    expect(asked.at(-1)?.closures).toMatchObject([{ id: shut.id, strength: 'closed', isOld: false }])
    await vi.waitFor(() => expect(article().querySelectorAll('[data-closure]')).toHaveLength(1))
    expect(screen.find('[data-closure="closed"]').textContent).toContain('cannot get through')
  })

  it('are old, or none near, in so many words', async () => {
    expect(await wordsWith(aCityFeed(aFeed({ closures: [shut] })), 40)).toContain('old already')
    const far = aClosure({ shape: { kind: 'point', at: [134, 29] } })
    const none = await wordsWith(aCityFeed(aFeed({ closures: [far] })))
    expect(none).toContain('There may be others.')
    expect(none).toContain('Ask the city')
    expect(article().querySelector('[data-closure]')).toBeNull()
  })

  it('are not known: nothing is claimed', async () => {
    const nothing = await wordsWith(aCityFeed(null))
    expect(nothing).toContain('Nothing was known of closed roads')
    expect(nothing).not.toContain('There may be others')
    expect(asked.at(-1)?.closures).toEqual([])
  })
})
