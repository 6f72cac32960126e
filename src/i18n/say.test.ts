import { describe, expect, it } from 'vitest'
import { chainFor } from './fallback.ts'
import { languageOf, type RealTag } from './languages.ts'
import { parseMarkup, plain, spoken } from './ruby.ts'
import { label, say } from './say.ts'
import { changeWords, startWords, type Bundle } from './start.ts'
import { wordsIn } from './words.ts'

/** English lacks everything but the greeting, as a language does that is not finished. */
const BUNDLES: { readonly [tag in RealTag]?: Bundle } = {
  ja: {
    app: { greeting: 'やあ、{{name}}', only: '日本語だけ' },
    risk: { go: '逃げてください。', note: '{{- note}}', area: '{{- area}}の外' },
  },
  'ja-simple': {
    app: { greeting: 'やあ、{{name}}' },
    risk: { go: '{逃|に}げて ください。', note: '{{- note}}', area: '{{- area}}の {外|そと}' },
  },
  en: {
    app: {
      greeting: 'Hello, {{name}}',
      where: 'at {{lat}}, {{lng}}',
      sites_one: '{{count}} site',
      sites_other: '{{count}} sites',
    },
    risk: { note: '{{- note}}', area: 'outside {{- area}}' },
  },
}
const load = (tag: RealTag) => Promise.resolve(BUNDLES[tag] ?? {})

describe('say', () => {
  it('fills places, and a filled value is never markup', async () => {
    const words = await startWords('en', load)
    const text = say(words, { key: 'app:greeting', params: { name: '{a|b} [ja:x] $t(app:only) {{name}}' } })
    expect(plain(text)).toBe('Hello, {a|b} [ja:x] $t(app:only) {{name}}')
    expect(parseMarkup(text)).toHaveLength(1)
  })

  it('takes the plural of its language', async () => {
    const words = await startWords('en', load)
    expect([1, 2].map((count) => say(words, { key: 'app:sites', params: { count } }))).toEqual([
      '1 site',
      '2 sites',
    ])
  })

  it('fills places whose names the library has options of', async () => {
    const words = await startWords('en', load)
    expect(say(words, { key: 'app:where', params: { lat: '33.1', lng: '130.1' } })).toBe('at 33.1, 130.1')
  })

  it('writes moments, lengths and typed names in the language', async () => {
    const at = Date.UTC(2026, 6, 1, 2, 20)
    const inBoth = async (params: Readonly<Record<string, string | number>>) => {
      const said = async (tag: 'ja' | 'en') => say(await startWords(tag, load), { key: 'risk:note', params })
      return [await said('ja'), await said('en')]
    }
    expect(await inBoth({ 'note@clock': at })).toEqual(['11時20分', '11:20'])
    expect(await inBoth({ 'note@time': at })).toEqual(['2026年7月1日 11:20', 'July 1, 2026 at 11:20'])
    expect(await inBoth({ 'note@metres': 349 })).toEqual(['350 m', '350 m'])
    expect(await inBoth({ 'note@name': '市道[1]' })).toEqual(['市道\\[1\\]', '[ja:市道\\[1\\]]'])
    expect(await inBoth({ 'note@name': 'Main St' })).toEqual(['Main St', 'Main St'])
  })

  it('gives an unknown key back', async () => {
    expect(say(await startWords('ja', load), { key: 'app:nothing.here' })).toBe('app:nothing.here')
  })

  it('marks a sentence of another language as that language', async () => {
    const words = await startWords('en', load)
    await changeWords(words, 'ja', load)
    await changeWords(words, 'en', load)
    expect(say(words, { key: 'app:only' })).toBe('[ja:日本語だけ]')
  })

  it('shows a missing alert in Japanese with readings, not in English alone', async () => {
    const words = await startWords('en', load)
    await changeWords(words, 'ja-simple', load)
    await changeWords(words, 'en', load)
    expect(say(words, { key: 'risk:go' })).toBe('[ja:{逃|に}げて ください。]')
    expect(chainFor('en', 'risk')).toEqual(['en', 'ja-simple', 'ja'])
    expect(chainFor('ja-simple', 'risk')).toEqual(['ja-simple', 'ja'])
    expect(chainFor('en', 'app')).toEqual(['en', 'ja'])
  })

  it('chooses the words of the data by language', async () => {
    const note = { 'note@ja': '川', 'note@ja-simple': '{川|かわ}', 'note@en': 'river' }
    const area = { 'area@ja': '鹿島市', 'area@kana': 'かしまし', 'area@en': 'Kashima City' }
    const said = async (tag: RealTag) => {
      const words = await startWords(tag, load)
      return [say(words, { key: 'risk:note', params: note }), say(words, { key: 'risk:area', params: area })]
    }
    expect(await said('ja')).toEqual(['川', '{鹿島市|かしまし}の外'])
    expect(await said('ja-simple')).toEqual(['{川|かわ}', '{鹿島市|かしまし}の {外|そと}'])
    expect(await said('en')).toEqual(['river', 'outside Kashima City ([ja:鹿島市])'])
  })

  it('gives readings to places that hold text only, in やさしい日本語 only', async () => {
    const kana = { 'area@ja': '鹿島市', 'area@kana': 'かしまし' }
    expect(label(await startWords('ja', load), { key: 'risk:area', params: kana })).toBe('鹿島市の外')
    expect(label(await startWords('ja-simple', load), { key: 'risk:go' })).toBe('にげて ください。')
  })
})

describe('startWords', () => {
  it('refuses when the words cannot be had', async () => {
    await expect(startWords('ja', () => Promise.reject(new Error('offline')))).rejects.toThrow('offline')
  })

  it('keeps the language it has when another cannot be had', async () => {
    const words = await startWords('ja', load)
    await expect(changeWords(words, 'en', () => Promise.reject(new Error('offline')))).rejects.toThrow(
      'offline',
    )
    expect(words.language).toBe('ja')
    expect(say(words, { key: 'app:only' })).toBe('日本語だけ')
  })

  it('makes a longer and a mirrored language out of English, with their places untouched', async () => {
    const longer = say(await startWords('en-XA', load), { key: 'app:greeting', params: { name: 'Ann' } })
    expect(longer).toContain('Ann')
    expect(longer).not.toContain('Hello')
    expect(longer.length).toBeGreaterThan('Hello, Ann'.length * 1.4)
    const mirrored = say(await startWords('en-XB', load), { key: 'app:greeting', params: { name: 'Ann' } })
    expect(mirrored).toBe('\u202eHello, \u202c\u2068Ann\u2069')
    expect(languageOf('en-XB').dir).toBe('rtl')
  })
})

describe('wordsIn', () => {
  it('keeps the Japanese form of a name in every language', () => {
    const name = { ja: '浜小学校', kana: '' }
    expect(wordsIn('ja', name)).toBe('浜小学校')
    expect(wordsIn('ja', { ...name, kana: 'ハマショウガッコウ' })).toBe('{浜小学校|はましょうがっこう}')
    expect(wordsIn('ja-simple', name)).toBe('浜小学校')
    expect(wordsIn('en', name)).toBe('[ja:浜小学校]')
    expect(wordsIn('en-XA', { ...name, en: 'Hama school' })).toBe('Hama school ([ja:浜小学校])')
    const read = { ...name, kana: 'はましょうがっこう', romaji: 'Hama Shōgakkō' }
    expect(wordsIn('vi', read)).toBe('Hama Shōgakkō ([ja:浜小学校])')
    expect(wordsIn('vi', { ...read, vi: 'Trường Hama' })).toBe('Trường Hama ([ja:浜小学校])')
    expect(wordsIn('vi', { ...name, en: 'Hama school' })).toBe('Hama school ([ja:浜小学校])')
    expect(wordsIn('ar', read)).toBe('\u2068Hama Shōgakkō ([ja:浜小学校])\u2069')
  })

  it('falls back on Japanese for a sentence, marked and with readings where there are any', () => {
    expect(wordsIn('en', { ja: '川', 'ja-simple': '{川|かわ}' })).toBe('[ja:{川|かわ}]')
    expect(spoken(wordsIn('ja-simple', { ja: '川' }))).toBe('川')
  })
})

describe('in a language from right to left', () => {
  const words = () =>
    startWords('ur', () =>
      Promise.resolve({
        app: { place: 'المكان: {{- name}}', at: 'مثل 30.0007, 135.0030 هنا', plain: '119 إسعاف' },
      }),
    )

  it('what is filled in keeps its own direction', async () => {
    const text = say(await words(), { key: 'app:place', params: { name: 'Nakashima (1)' } })
    expect(text).toBe('المكان: \u2068Nakashima (1)\u2069')
  })

  it('numbers that belong together keep their order, and single ones are left alone', async () => {
    expect(say(await words(), { key: 'app:at' })).toBe('مثل \u206630.0007, 135.0030\u2069 هنا')
    expect(say(await words(), { key: 'app:plain' })).toBe('119 إسعاف')
  })
})
