import { act, useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { newDraft, type ClosureDraft } from '#domain/publish/draft-closure.ts'
import { stretchAt } from '#domain/publish/stretches.ts'
import { indexEdges } from '#domain/routes/snap.ts'
import { startStaffWords } from '#i18n/staff-words.ts'
import { LANGUAGES, wordsFor } from '#i18n/index.ts'
import { aClosure } from '#tests/support/a-closure.ts'
import { aGraph } from '#tests/support/a-graph.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import type { Area } from '#domain/packs/area.ts'
import { Changes } from './Changes.tsx'
import { FindRoad } from './FindRoad.tsx'
import { Preview, toldOfClosure } from './Preview.tsx'
import { readLocal } from './TimeField.tsx'
import { routeOf } from './routes.ts'
import { WhatPart } from './WhatPart.tsx'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('ja')
  await act(async () => void (await startStaffWords('ja')))
})
afterEach(() => screen.leave())

const type = (text: string) =>
  act(async () => {
    const input = screen.find('input[type=search]') as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })

const NOW = Date.UTC(2026, 6, 1, 1)
const graph = aGraph({
  nodes: [
    [135, 30],
    [135.001, 30],
    [135.002, 30],
    [135.001, 30.001],
  ],
  edges: [
    { from: 0, till: 1, name: '港通り' },
    { from: 1, till: 2, name: '港通り' },
    { from: 1, till: 3, name: '山手通り' },
  ],
})
const area = {
  places: [{ name: '川端', kana: null, romaji: null, kind: 'neighbourhood', at: [135.0005, 30.0001] }],
  sites: [],
  features: [],
} as unknown as Area

it('finds a road by its name without the map, and tells its stretches apart', async () => {
  const onStretch = vi.fn()
  screen.show(
    <FindRoad
      area={area}
      index={indexEdges(graph)}
      chosen={[stretchAt(graph, 1)]}
      onStretch={onStretch}
      onPlace={vi.fn()}
    />,
  )
  await type('港')
  const rows = [...screen.box.querySelectorAll('button')]
  expect(rows.map((row) => [row.textContent, row.getAttribute('aria-pressed')])).toEqual([
    ['港通り、100 m（川端付近）', 'false'],
    ['港通り、100 m（川端付近）', 'true'],
  ])
  act(() => rows[0]?.click())
  expect(onStretch.mock.calls).toEqual([[stretchAt(graph, 0)]])
})

it('finds the roads around a place or a typed position, and says so when there are none', async () => {
  const onPlace = vi.fn()
  screen.show(
    <FindRoad area={area} index={indexEdges(graph)} chosen={[]} onStretch={vi.fn()} onPlace={onPlace} />,
  )
  await type('川端')
  await act(async () => screen.find('button', '川端').click())
  expect(onPlace).toHaveBeenCalledWith([135.0005, 30.0001], '川端')
  expect(screen.words()).toContain('川端の近くの道')
  expect(screen.words()).toContain('山手通り')
  await type('30.5,135.5')
  await act(async () => screen.find('button', '30.5').click())
  expect(screen.words()).toContain('近くに道がありません')
  await type('ない道')
  expect(screen.find('[role=status]', '見つかりません')).toBeTruthy()
})

it('shows every language with its own direction, and the own words of the city in Japanese beside', async () => {
  const told = toldOfClosure(aClosure({ title: { ja: '橋の手前で曲がる' } }), NOW)
  await Promise.all(LANGUAGES.map(({ tag }) => wordsFor(tag)))
  screen.show(<Preview told={[told]} />)
  await act(async () => void (await new Promise((done) => setTimeout(done))))
  expect(screen.box.querySelectorAll('article')).toHaveLength(LANGUAGES.length)
  for (const { htmlLang, dir, endonym } of LANGUAGES) {
    const article = [...screen.box.querySelectorAll('article')].find(
      (one) => one.querySelector('h4')?.textContent === endonym,
    )
    expect([article?.lang, article?.dir], endonym).toEqual([htmlLang, dir])
    expect(article?.querySelector('p[lang=ja]:last-child')?.textContent, endonym).toBe('橋の手前で曲がる')
  }
  expect(screen.words()).toContain(`${LANGUAGES.length}言語のうち${LANGUAGES.length}言語`)
  for (const tongue of ['日本語', 'English'])
    expect(
      [...screen.box.querySelectorAll('article')].find(
        (one) => one.querySelector('h4')?.textContent === tongue,
      )?.textContent,
    ).not.toMatch(/closures:/)
})

it('takes who can pass from the reason, and leaves what was said by hand', () => {
  const seen = vi.fn<(draft: ClosureDraft) => void>()
  const Form = () => {
    const [draft, setDraft] = useState(newDraft('見本市'))
    seen(draft)
    return <WhatPart draft={draft} onDraft={setDraft} />
  }
  screen.show(<Form />)
  act(() => screen.find('label', '事故').click())
  expect(seen.mock.lastCall?.[0]).toMatchObject({ reason: 'accident', access: { foot: null, car: false } })
  act(() => screen.find('button', '誰も通れない').click())
  act(() => screen.find('label', '冠水').click())
  act(() => screen.find('label', '倒木').click())
  expect(seen.mock.lastCall?.[0]).toMatchObject({ reason: 'fallen_tree' })
  expect(screen.words()).toContain('通れるもの')
})

it('tells each change in plain words', () => {
  const [a, b] = [aClosure({ id: 'a' }), aClosure({ id: 'b' })]
  screen.show(
    <Changes
      changes={[
        { kind: 'added', after: a },
        { kind: 'gone', before: b },
      ]}
      toldOf={toldOfClosure}
      now={NOW}
    />,
  )
  const [first, second] = [...screen.box.querySelectorAll('li')].map((row) => row.textContent)
  expect(first).toMatch(/新しく出す.*市道見本線.*番号：a/)
  expect(second).toMatch(/一覧から消す.*番号：b/)
})

it('reads a typed time as a time in Japan, and an address as a screen', () => {
  expect(readLocal('2026-07-01T10:00')).toBe(Date.UTC(2026, 6, 1, 1))
  expect(readLocal('2026-02-30T10:00')).toBeNull()
  expect(readLocal('')).toBeNull()
  expect(routeOf('#/closure/2026-07-01-1')).toEqual({ screen: 'closure', what: '2026-07-01-1' })
  expect(routeOf('#/elsewhere')).toEqual({ screen: 'home', what: '' })
  expect(routeOf('#/closure/%')).toEqual({ screen: 'closure', what: '' })
})
