import { expect, it } from 'vitest'
import type { Settings } from '#platform/ports.ts'
import { themeOf, withDefaults } from './settings.ts'
import { createSettings } from './store.ts'

it('draws the chosen theme, else what the device asks for, contrast first', () => {
  expect(themeOf('night', { dark: false, contrast: true })).toBe('night')
  expect(themeOf('auto', { dark: true, contrast: true })).toBe('contrast')
  expect(themeOf('auto', { dark: true, contrast: false })).toBe('night')
  expect(themeOf('auto', { dark: false, contrast: false })).toBe('day')
})

it('shows the furigana of each language and normal text until a person says otherwise', () => {
  expect(withDefaults({})).toMatchObject({ textSize: 100, theme: 'auto', language: null })
  expect(withDefaults({}).furigana).toEqual({ ja: 'none', 'ja-simple': 'all' })
  expect(withDefaults({ furigana: { ja: 'hard' } }).furigana).toEqual({ ja: 'hard', 'ja-simple': 'all' })
})

it('knows a home until it is deleted', () => {
  const home = { storeys: 2, floor: 2, structure: 'wood', stockHours: 72, household: [] } as const
  const settings = createSettings({ read: () => ({ home }), write: () => ({ kept: true }) })
  settings.change({ theme: 'night' })
  expect(settings.store.getState().chosen.home).toEqual(home)
  settings.change({ home: null })
  expect(settings.store.getState().chosen.home).toBeNull()
  settings.change({ theme: 'day' })
  expect(settings.store.getState().chosen.home).toBeNull()
})

it('writes only what was changed and says when it could not be kept', () => {
  const written: Settings[] = []
  const settings = createSettings({
    read: () => ({ language: 'en' }),
    write: (change) => (written.push(change), { kept: false }),
  })
  settings.change({ textSize: 150 })
  expect(written).toEqual([{ textSize: 150 }])
  expect(settings.store.getState()).toMatchObject({ kept: false, chosen: { language: 'en', textSize: 150 } })
})
