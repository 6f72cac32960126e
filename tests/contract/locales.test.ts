import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageOf, LANGUAGES, PSEUDO_LANGUAGES, type RealTag } from '#i18n/languages.ts'
import { isInLanguage } from '#i18n/namespaces.ts'
import { checkKeys, checkTexts, RULES } from '#scripts/i18n/check-language.ts'
import { readPlaceholders } from '#scripts/i18n/notes.ts'
import { stemOf } from '#scripts/i18n/plural.ts'
import { placesIn } from '#scripts/i18n/rules/sentence.ts'
import { localeFolders, namespacesOf, notesFor, readSentences } from '../support/read-locales.ts'
import { TOP, textOf } from '../support/source-files.ts'
import { refersTo, wordReferences } from '../support/word-references.ts'

const japanese = readSentences('ja')
const english = readSentences('en')
const languages = LANGUAGES.map(({ tag }) => [tag as RealTag, readSentences(tag)] as const)
const faultRules = RULES.filter(({ weight }) => weight === 'fault')
const placeholders = readPlaceholders(join(TOP, 'src/i18n/meta'))

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
    expect(namespacesOf(tag)).toEqual(namespacesOf('ja').filter((name) => isInLanguage(name, tag)))
  })

  it('has the keys of Japanese, counted ones in exactly the plural forms of its language', () => {
    const wanted = new Map([...japanese].filter(([key]) => isInLanguage(key, tag)))
    expect(checkKeys(tag, sentences, wanted)).toEqual({ missing: [], extra: [] })
  })

  it.each(faultRules.map((rule) => [rule.name, rule] as const))('keeps the rule of %s', (_, rule) => {
    const originals = { ja: japanese, en: english, noteOf: notesFor }
    const found = checkTexts(tag, sentences, originals, [rule])
    expect(found.map(({ key, expected, text }) => `${key}: expected ${expected}: ${text}`)).toEqual([])
  })
})

describe('the notes for translators', () => {
  const keys = [...japanese.keys()]

  it('say of every key where it stands', () => {
    expect(keys.filter((key) => notesFor(key).note === '')).toEqual([])
  })

  it('say what fills each place', () => {
    const places = new Set([...japanese.values()].flatMap((text) => placesIn(text)))
    const known = new Set(Object.keys(placeholders))
    expect([...places].filter((place) => !known.has(place.replace(/^- */, '')))).toEqual([])
  })

  it('speak of no key that is not there', () => {
    const stems = keys.map((key) => stemOf(key))
    const prefixes = namespacesOf('ja').flatMap((namespace) =>
      Object.keys(notedPrefixes(namespace)).map((prefix) => `${namespace}:${prefix}`),
    )
    expect(prefixes.length).toBeGreaterThan(100)
    const isThere = (prefix: string): boolean =>
      stems.some((stem) => stem === prefix || stem.startsWith(`${prefix}.`))
    expect(prefixes.filter((prefix) => !isThere(prefix))).toEqual([])
  })
})

function notedPrefixes(namespace: string): object {
  const file = JSON.parse(textOf(`src/i18n/meta/${namespace}.notes.json`)) as { readonly keys?: object }
  return file.keys ?? {}
}

/** The page without JavaScript is made at build time, by a program that reads its one file of words as an object. */
const READ_AS_OBJECT: Readonly<Record<string, string>> = { static: 'scripts/vite/static-page.ts' }

function isReadAsObject(key: string): boolean {
  const [namespace = '', path = ''] = key.split(':')
  const program = READ_AS_OBJECT[namespace]
  return program !== undefined && new RegExp(`\\b${path}\\b`).test(textOf(program))
}

describe('the keys', () => {
  const references = wordReferences()
  const keys = [...japanese.keys()].map((key) => stemOf(key))
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
