import { describe, expect, it } from 'vitest'
import { languageOf, LANGUAGES, PSEUDO_LANGUAGES } from '#i18n/languages.ts'
import { parseMarkup, plain, type Token } from '#i18n/ruby.ts'
import {
  localeFolders,
  namespacesOf,
  notesFor,
  readSentences,
  type Sentences,
} from '../support/read-locales.ts'
import { textOf } from '../support/source-files.ts'
import { refersTo, wordReferences } from '../support/word-references.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/
const japanese = readSentences('ja')
const languages = LANGUAGES.map(({ tag }) => [tag, readSentences(tag)] as const)

/** Says of every sentence of a language what is wrong with it; an empty list = nothing. */
const faults = (
  sentences: Sentences,
  find: (text: string, key: string) => string | null,
): readonly string[] =>
  [...sentences].flatMap(([key, text]) => {
    const fault = find(text, key)
    return fault === null ? [] : [`${key}: ${fault}: ${text}`]
  })

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{(.+?)\}\}/g)]
    .map(([, name = '']) => name.trim())
    .sort()
    .join(' ')

/** The keys without their plural endings, each once. */
const bare = (sentences: Sentences): readonly string[] =>
  [...new Set([...sentences.keys()].map((key) => key.replace(PLURAL, '')))].sort()

/** The text outside pieces in another language. */
const ownText = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'text' ? token.text : token.kind === 'ruby' ? token.base : ''))
    .join('')

describe('the registry and the folders', () => {
  it('name the same languages', () => {
    expect([...localeFolders()].sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort())
  })

  it('hold tags that Intl knows, Gregorian and with the digits 0–9', () => {
    for (const { tag, intl } of [...LANGUAGES, ...PSEUDO_LANGUAGES]) {
      expect(Intl.getCanonicalLocales(tag), tag).toEqual([tag])
      const { calendar, numberingSystem } = new Intl.DateTimeFormat(intl).resolvedOptions()
      expect([calendar, numberingSystem], tag).toEqual(['gregory', 'latn'])
    }
  })

  it('fall back only on languages that are shipped, and never on themselves', () => {
    for (const { tag, fallback } of LANGUAGES)
      for (const other of fallback)
        expect(languageOf(other).status === 'shipped' && other !== tag, tag).toBe(true)
  })
})

describe.each(languages)('%s', (tag, sentences) => {
  it('has the namespaces of Japanese', () => {
    expect(namespacesOf(tag)).toEqual(namespacesOf('ja'))
  })

  it('has the keys of Japanese', () => {
    const [own, theirs] = [new Set(bare(sentences)), new Set(bare(japanese))]
    expect({
      missing: [...theirs].filter((key) => !own.has(key)),
      extra: [...own].filter((key) => !theirs.has(key)),
    }).toEqual({ missing: [], extra: [] })
  })

  it('has exactly the plural forms of its language', () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    const found = new Map<string, string[]>()
    for (const key of sentences.keys()) {
      const form = PLURAL.exec(key)?.[1]
      const stem = key.replace(PLURAL, '')
      if (form !== undefined) found.set(stem, [...(found.get(stem) ?? []), form])
    }
    for (const [stem, has] of found) expect(has.sort(), stem).toEqual([...forms].sort())
  })

  it('fills the same places as Japanese', () => {
    const theirs = new Map([...japanese].map(([key, text]) => [key.replace(PLURAL, ''), placeholders(text)]))
    expect(
      faults(sentences, (text, key) => {
        const wanted = theirs.get(key.replace(PLURAL, '')) ?? ''
        const found = placeholders(text)
        return found === wanted ? null : `places {{${found}}} instead of {{${wanted}}}`
      }),
    ).toEqual([])
  })

  it('has no empty, unfinished or badly composed text', () => {
    expect(
      faults(sentences, (text) => {
        if (text.trim() === '') return 'empty'
        if (text !== text.trim() || / {2}/.test(text)) return 'stray spaces'
        if (/__|TODO|FIXME|XXX/.test(text)) return 'unfinished'
        if (text.startsWith('not text:')) return 'only texts and groups of texts are allowed'
        if (text !== text.normalize('NFC')) return 'not NFC'
        if (/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/.test(text)) return 'invisible characters'
        return null
      }),
    ).toEqual([])
  })

  it('holds no HTML and no broken markup', () => {
    expect(
      faults(sentences, (text) => {
        if (/<\/?[a-z]|&[a-z]+;|&#/i.test(text)) return 'HTML'
        const left =
          ownText(parseMarkup(text.replace(/\{\{.+?\}\}/g, ''))) + plain(text.replace(/\{\{.+?\}\}/g, ''))
        return /[{}|]|\[[a-z]{2,3}[:-]/.test(left) ? 'a brace or bracket that opens or closes nothing' : null
      }),
    ).toEqual([])
  })

  it('keeps to the greatest length of its notes', () => {
    expect(
      faults(sentences, (text, key) => {
        const { max } = notesFor(key)
        const { length } = [...plain(text)]
        return max !== null && length > max ? `${length} characters, at most ${max}` : null
      }),
    ).toEqual([])
  })

  it('is written in its own script, and marks every other piece', () => {
    const isJapanese = languageOf(tag).script === 'Jpan'
    expect(
      faults(sentences, (text) => {
        const tokens = parseMarkup(text.replace(/\{\{.+?\}\}/g, ''))
        const own = ownText(tokens)
        const whole = plain(text.replace(/\{\{.+?\}\}/g, ''))
        // A unit is written the same in every language.
        if (!/\p{L}/u.test(whole.replace(/\b(m|h)\b/g, ''))) return null
        if (isJapanese) return /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(whole) ? null : 'no Japanese in it'
        return /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(own) ? 'Japanese outside [ja:…]' : null
      }),
    ).toEqual([])
  })

  it('gives readings only where its language shows them', () => {
    const { ruby } = languageOf(tag)
    expect(
      faults(sentences, (text) =>
        !ruby && parseMarkup(text).some((token) => token.kind === 'ruby') ? 'a reading' : null,
      ),
    ).toEqual([])
  })
})

/** The page without JavaScript is made at build time, by a program that reads its one file of words as an object. */
const READ_AS_OBJECT: Readonly<Record<string, string>> = { static: 'scripts/vite/static-page.ts' }

function isReadAsObject(key: string): boolean {
  const [namespace = '', path = ''] = key.split(':')
  const program = READ_AS_OBJECT[namespace]
  return program !== undefined && new RegExp(`\\b${path}\\b`).test(textOf(program))
}

describe('the keys', () => {
  const references = wordReferences()
  const keys = [...japanese.keys()].map((key) => key.replace(PLURAL, ''))
  const known = new Set(namespacesOf('ja'))

  it('are all used by the code', () => {
    expect(references.length).toBeGreaterThan(50)
    const isUsed = (key: string): boolean =>
      isReadAsObject(key) || references.some((reference) => refersTo(reference, key))
    expect(keys.filter((key) => !isUsed(key))).toEqual([])
  })

  it('are all there that the code asks for', () => {
    const missing = references
      .filter(({ isFull, namespaces: [namespace = ''] }) => isFull && known.has(namespace))
      .filter((reference) => !keys.some((key) => refersTo(reference, key)))
    expect(
      missing.map(({ pattern, namespaces: [namespace], where }) => `${where}: ${namespace}:${pattern}`),
    ).toEqual([])
  })
})
