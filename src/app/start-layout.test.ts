import { expect, it } from 'vitest'
import type { Settings, SettingsStore } from '#platform/ports.ts'
import { startLayout } from './start-layout.ts'

function aStore(kept: Settings = {}): SettingsStore {
  let settings = kept
  return {
    read: () => settings,
    write: (change) => ((settings = { ...settings, ...change }), { kept: true }),
  }
}

it('begins with the map until a person wishes for the text', () => {
  expect(startLayout(aStore(), null)).toBe('map')
  expect(startLayout(aStore({ start: 'text' }), null)).toBe('text')
})

it('keeps the wish of a link, and takes it back', () => {
  const store = aStore({ language: 'en' })
  for (const wish of ['', '1', 'yes']) expect(startLayout(store, wish)).toBe('text')
  expect(startLayout(store, null)).toBe('text')
  expect(store.read().language).toBe('en')
  expect(startLayout(store, '0')).toBe('map')
  expect(startLayout(store, null)).toBe('map')
})
