import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { ALL_LANGUAGES, LANGUAGES } from '#i18n/languages.ts'
import { parseMarkup } from '#i18n/ruby.ts'
import { classOf, readGlossary, termFiles, withReadings } from './make-terms.ts'

const TOP = resolve(import.meta.dirname, '..', '..')
const TAGS = new Set(ALL_LANGUAGES.map(({ tag }) => tag as string))

it('has written what follows from the glossary: run "npm run i18n:terms"', () => {
  const stale = [...termFiles()].filter(([path, text]) => {
    const written = readFileSync(join(TOP, path), 'utf8')
    return JSON.stringify(JSON.parse(written)) !== JSON.stringify(JSON.parse(text))
  })
  expect(stale.map(([path]) => path)).toEqual([])
})

it('tells the source of every word, or that it is ours', () => {
  const known = /^(official-(national|prefectural|municipal)|academic|third-party|vocabulary)\b/
  const odd = readGlossary().flatMap(([ja, entry]) =>
    Object.entries(entry)
      .filter(([tag]) => TAGS.has(tag))
      .filter(([, word]) => {
        const { source } = word as { source: string | null }
        return source !== null && !known.test(source)
      })
      .map(([tag]) => `${ja} ${tag}`),
  )
  expect(odd).toEqual([])
  expect([
    classOf(null),
    classOf('official-national (component)'),
    classOf('official-municipal: x'),
    classOf('third-party'),
  ]).toEqual(['own', 'national', 'regional', 'other'])
})

it('has every term in every language that is offered, each with a key of its own', () => {
  const glossary = readGlossary()
  expect(new Set(glossary.map(([, { key }]) => key)).size).toBe(glossary.length)
  expect(glossary.length).toBeGreaterThan(100)
  const offered = LANGUAGES.filter(({ htmlLang }) => htmlLang !== 'ja')
  const missing = offered.flatMap(({ tag }) =>
    glossary.filter(([, entry]) => !(tag in entry)).map(([ja]) => `${tag} ${ja}`),
  )
  expect(missing).toEqual([])
})

it('explains every term in easy Japanese with readings', () => {
  const bare = readGlossary().filter(([, { easy }]) =>
    parseMarkup(easy).some((token) => token.kind === 'text' && /\p{sc=Han}/u.test(token.text)),
  )
  expect(bare.map(([ja]) => ja)).toEqual([])
})

it('puts readings above the kanji, and above the whole word where a number is read out', () => {
  expect(withReadings('急傾斜地の崩壊', 'きゅうけいしゃちのほうかい')).toBe(
    '{急傾斜地|きゅうけいしゃち}の{崩壊|ほうかい}',
  )
  expect(withReadings('レベル5大雨特別警報', 'レベル5おおあめとくべつけいほう')).toBe(
    'レベル5{大雨特別警報|おおあめとくべつけいほう}',
  )
  expect(withReadings('119番', 'ひゃくじゅうきゅうばん')).toBe('{119番|ひゃくじゅうきゅうばん}')
  expect(withReadings('ため池', 'ためいけ')).toBe('ため{池|いけ}')
})
