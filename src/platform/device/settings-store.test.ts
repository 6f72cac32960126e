import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSettingsStore } from './settings-store.ts'

function someStorage(text: string | null = null): Storage & { text(): string | null } {
  let stored = text
  return {
    text: () => stored,
    getItem: () => stored,
    setItem: (_: string, value: string) => {
      stored = value
    },
  } as unknown as Storage & { text(): string | null }
}
const throwing = {
  getItem: () => {
    throw new DOMException('blocked', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
} as unknown as Storage

describe('settings', () => {
  it('are there again after the page was closed, and a change leaves the others', () => {
    const storage = someStorage()
    expect(createSettingsStore(storage).write({ language: 'ja-simple', textSize: 150 })).toEqual({
      kept: true,
    })
    createSettingsStore(storage).write({ opacity: 0.5, layers: { flood: true } })
    expect(createSettingsStore(storage).read()).toEqual({
      language: 'ja-simple',
      textSize: 150,
      opacity: 0.5,
      layers: { flood: true },
    })
  })

  it('keep the furigana of each language, and read those that were on or off', () => {
    const stored = (furigana: unknown) =>
      createSettingsStore(someStorage(JSON.stringify({ version: 1, settings: { furigana } }))).read().furigana
    expect(stored(true)).toEqual({ 'ja-simple': 'all' })
    expect(stored(false)).toEqual({ 'ja-simple': 'none' })
    expect(stored({ ja: 'hard' })).toEqual({ ja: 'hard' })
    expect([stored('all'), stored({ ja: 'some' }), stored(1)]).toEqual([undefined, undefined, undefined])
  })

  it('live as long as the page where nothing can be stored, and say so', () => {
    for (const storage of [null, throwing]) {
      const store = createSettingsStore(storage)
      expect(store.write({ theme: 'night' })).toEqual({ kept: false })
      expect(store.read()).toEqual({ theme: 'night' })
    }
  })

  it('lose only the value that cannot be read', () => {
    const settings = { language: 'en', theme: 'pink', textSize: 20, area: '41207', opacity: 'NaN' }
    const store = createSettingsStore(someStorage(JSON.stringify({ version: 1, settings })))
    expect(store.read()).toEqual({ language: 'en', area: '41207' })
  })

  it('keep a home that can be one, lose one that cannot, and forget one that was deleted', () => {
    const home = { storeys: 2, floor: 2, structure: 'wood', stockHours: null, household: ['infant'] } as const
    const storage = someStorage()
    createSettingsStore(storage).write({ home })
    expect(createSettingsStore(storage).read()).toEqual({ home })
    createSettingsStore(storage).write({ home: null })
    expect(createSettingsStore(storage).read()).toEqual({ home: null })
    const settings = { language: 'en', home: { ...home, floor: 3 } }
    expect(createSettingsStore(someStorage(JSON.stringify({ version: 1, settings }))).read()).toEqual({
      language: 'en',
    })
  })

  it('carry along what a newer version has written', () => {
    const storage = someStorage(JSON.stringify({ version: 2, settings: { language: 'en', voice: 'slow' } }))
    createSettingsStore(storage).write({ language: 'ja' })
    expect(JSON.parse(storage.text() ?? '')).toMatchObject({ settings: { language: 'ja', voice: 'slow' } })
  })

  it('read anything that may be stored without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const settings = createSettingsStore(someStorage(text)).read()
        expect(Object.values(settings)).not.toContain(undefined)
      }),
    )
    const hostile = '{"version":1,"settings":{"__proto__":{"theme":"night"},"layers":{"__proto__":true}}}'
    expect(createSettingsStore(someStorage(hostile)).read().theme).toBeUndefined()
  })
})
