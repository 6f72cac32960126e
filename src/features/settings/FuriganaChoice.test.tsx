import { afterEach, expect, it } from 'vitest'
import type { Settings } from '#platform/ports.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { FuriganaChoice } from './FuriganaChoice.tsx'
import { createSettings } from './store.ts'

let screen: Screen
afterEach(() => screen.leave())

const someSettings = (kept: Settings[] = []) =>
  createSettings({ read: () => ({}), write: (change) => (kept.push(change), { kept: true }) })

it('offers all, hard words or none, and each language keeps its own', async () => {
  const kept: Settings[] = []
  screen = await aScreen('ja-simple')
  screen.show(<FuriganaChoice settings={someSettings(kept)} />)
  const choices = [...screen.box.querySelectorAll('input')]
  expect(choices.map(({ checked }) => checked)).toEqual([true, false, false])
  choices[1]?.click()
  expect(kept).toEqual([{ furigana: { ja: 'none', 'ja-simple': 'hard' } }])
})

it('gives Japanese its readings before it shows them', async () => {
  const settings = someSettings()
  screen = await aScreen('ja')
  screen.show(<FuriganaChoice settings={settings} />)
  const choices = [...screen.box.querySelectorAll('input')]
  expect(choices.map(({ checked }) => checked)).toEqual([false, false, true])
  choices[0]?.click()
  await expect
    .poll(() => settings.store.getState().chosen.furigana)
    .toEqual({ ja: 'all', 'ja-simple': 'all' })
})

it('is not there for languages without readings', async () => {
  screen = await aScreen('en')
  screen.show(<FuriganaChoice settings={someSettings()} />)
  expect(screen.box.childElementCount).toBe(0)
})
