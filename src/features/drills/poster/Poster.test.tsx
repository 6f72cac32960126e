import { act } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { shippedScenario } from '#domain/drills/scenarios.ts'
import { wordsFor, type LanguageTag, type OtherWords } from '#i18n/index.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { Poster, type PosterProps } from './Poster.tsx'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('ja')
})
afterEach(() => screen.leave())

const LINK = 'https://city.example/map/#/d/AAAAAAAA'
const INVITATION: DrillInvitation = { area: '99201', scenario: 'stand', begins: null, group: null }

async function show(tags: readonly LanguageTag[], given: Partial<PosterProps> = {}) {
  const languages: OtherWords[] = []
  for (const tag of tags) languages.push({ tag, words: await wordsFor(tag) })
  await act(async () =>
    screen.show(
      <Poster
        invitation={INVITATION}
        title={{}}
        languages={languages}
        code="0AB1CD"
        link={LINK}
        area={{ ja: '見本市', en: 'Mihon City' }}
        {...given}
      />,
    ),
  )
}

it('says in every language that it is a drill, what to do, and that a real disaster ends it', async () => {
  await show(['en', 'ja', 'ja-simple', 'ar'])
  const article = screen.find('[data-poster]')
  expect([article.lang, article.dir]).toEqual(['en', 'ltr'])
  expect([...article.querySelectorAll('h1 > span')].map((one) => one.getAttribute('lang'))).toEqual([
    'en',
    'ja',
    'ja',
    'ar',
  ])
  expect(screen.find('h1').textContent).toMatch(/^Evacuation drill 避難訓練/)
  const only = [...article.querySelectorAll('ol + p')]
  expect(only).toHaveLength(4)
  expect(only[0]?.textContent).toContain('In a real disaster the drill ends')
  expect(only[1]?.textContent).toContain('本当の災害のときは、訓練は終わりです')
  expect(article.querySelectorAll('ol')[0]?.querySelectorAll('li')).toHaveLength(3)
  expect([...article.querySelectorAll<HTMLElement>('div[lang=ar]')].every(({ dir }) => dir === 'rtl')).toBe(
    true,
  )
})

it('spells the six signs, prints the address without the drill in it, and names the picture', async () => {
  await show(['ja'])
  expect(screen.words()).toContain('0 A B 1 C D')
  expect(screen.words()).toContain('https://city.example/map/')
  expect(screen.words()).not.toContain('#/d/')
  expect(screen.find('svg[role=img]', 'この訓練を開くQRコード')).toBeTruthy()
  expect(screen.words()).toContain('いつでもできます。')
  expect(screen.words()).toContain('場所：見本市')
})

it('asks for no signs where there are none, and prints the whole link only while it can be typed', async () => {
  await show(['ja'], {
    code: null,
    invitation: { ...INVITATION, begins: Date.UTC(2026, 8, 1, 1), group: '三年二組' },
  })
  expect(screen.box.querySelectorAll('ol li')).toHaveLength(2)
  expect(screen.words()).not.toContain('6文字')
  expect(screen.words()).toContain(LINK)
  expect(screen.words()).toMatch(/始まり：2026年9月1日.*10:00/)
  expect(screen.words()).toContain('対象：三年二組')
  await show(['ja'], { code: null, link: `${LINK}${'A'.repeat(200)}` })
  expect(screen.words()).not.toContain('#/d/')
})

it('names the drill as the organiser does, else by the words of the app', async () => {
  const own = { ...shippedScenario('stand')!, id: 'own-1', title: { ja: '川端の訓練' } }
  const names = () => [...screen.box.querySelectorAll('h2 > span')].map((one) => one.textContent)
  await show(['en', 'ja'])
  expect(names()).toEqual(['A flood drill in 5 minutes', '5分でできる洪水の訓練'])
  await show(['ja', 'en'], { invitation: { ...INVITATION, scenario: own }, title: own.title })
  expect(names()).toEqual(['川端の訓練', 'Heavy rain and flood'])
  await show(['en'], { invitation: { ...INVITATION, scenario: own }, title: own.title })
  expect(names()).toEqual(['川端の訓練', 'Heavy rain and flood'])
  expect(screen.box.querySelector('h2 > span')?.getAttribute('lang')).toBe('ja')
})

it('takes no more languages than can be read on one sheet', async () => {
  await show(['ja', 'en', 'vi', 'ne', 'my'])
  expect(screen.find('[data-poster]').dataset['languages']).toBe('4')
})
