import { parseSync, Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { isTest, projectFiles, textOf } from '../support/source-files.ts'

/**
 * No words for people in code: they live in src/i18n/locales. Japanese text is recognised by its characters; English by
 * where it stands: between tags, or in an attribute that is shown or read out.
 */
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'label',
])

/** The key of a string in the locales, `namespace:dotted.key`. */
const KEY = /^[a-z]+:[A-Za-z0-9.-]+$/

/**
 * Where Japanese characters are data or rules of reading, not words for people. Each with its reason.
 */
const DATA: Readonly<Record<string, string>> = {
  'src/i18n/taught-kanji.ts': 'the kanji of the first three years of school',
  'src/i18n/languages.ts': 'the endonyms of the languages: a language is offered in its own words',
  'src/domain/official-tiles/credit.ts':
    'the lines that the terms of use of the official pictures prescribe, verbatim',
  'src/domain/plan/geojson.ts': 'names that other programs give to fields',
  'src/domain/plan/code/dictionary.ts':
    'words that families write, for the deflate of plan codes: never shown, and never changed',
  'src/domain/places/romaji.ts': 'the kana that are spelled in Latin letters: a rule of reading',
  'src/domain/places/facility-type.ts':
    'the endings by which the Japanese name of a place tells what it is: compared, never shown',
  'src/domain/closures/adapters/closures-csv.ts':
    'the headings of the official table of closures: read and written in files, never shown',
  'src/domain/closures/adapters/japanese-words.ts':
    'the words of official tables of closures: read and written in files, never shown',
  'src/i18n/format.ts': 'how the days and hours are read in easy Japanese: grammar, which Intl does not know',
}

const files = projectFiles().filter(
  (name) => /^src\/.*\.tsx?$/.test(name) && !isTest(name) && !name.startsWith('src/i18n/locales/'),
)

type Found = { readonly japanese: readonly string[]; readonly shown: readonly string[] }

function wordsIn(name: string, text: string): Found {
  const parsed = parseSync(name, text)
  const fatal = parsed.errors[0]
  if (fatal !== undefined) throw new Error(`${name}: ${fatal.message}`)
  const japanese: string[] = []
  const shown: string[] = []
  const look = (value: unknown) => {
    if (typeof value === 'string' && JAPANESE.test(value)) japanese.push(value)
  }
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) look(node.value)
    },
    TemplateElement(node) {
      look(node.value.cooked)
    },
    JSXText(node) {
      look(node.value)
      if (/\p{L}/u.test(node.value)) shown.push(node.value.trim())
    },
    JSXAttribute(node) {
      const attribute = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      const value = node.value?.type === 'Literal' ? String(node.value.value) : ''
      if (SPOKEN.has(attribute) && /\p{L}/u.test(value) && !KEY.test(value))
        shown.push(`${attribute}="${value}"`)
    },
  }).visit(parsed.program)
  return { japanese, shown }
}

describe('the code', () => {
  it('is there to be looked at', () => {
    expect(files.length).toBeGreaterThan(30)
  })

  it('holds no Japanese words', () => {
    const found = files
      .filter((name) => !(name in DATA))
      .flatMap((name) => wordsIn(name, textOf(name)).japanese.map((text) => `${name}: ${text}`))
    expect(found).toEqual([])
  })

  it('shows and speaks no English words', () => {
    const found = files.flatMap((name) => wordsIn(name, textOf(name)).shown.map((text) => `${name}: ${text}`))
    expect(found).toEqual([])
  })

  it('would not get away with them', () => {
    expect(wordsIn('a.tsx', "export const a = '避難所'").japanese).toEqual(['避難所'])
    expect(wordsIn('a.tsx', 'export const a = `${1}かい`').japanese).toEqual(['かい'])
    expect(wordsIn('a.tsx', 'export const A = () => <p>Hello</p>').shown).toEqual(['Hello'])
    expect(wordsIn('a.tsx', 'export const A = () => <p aria-label="Close" className="x" />').shown).toEqual([
      'aria-label="Close"',
    ])
    expect(wordsIn('a.tsx', '/* 避難所 */ export const a = /[ぁ-ん]/').japanese).toEqual([])
  })
})
