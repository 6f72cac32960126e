import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { LANGUAGES } from '#i18n/languages.ts'
import type { Term, TermSource } from '#i18n/term.ts'

/** The top of the repository. */
const TOP = resolve(import.meta.dirname, '..', '..')

type Word = { readonly text: string; readonly source: string | null }
/** An entry of `data/curated/glossary.json`; besides these fields one `Word` for each language. */
type Entry = {
  readonly key: string
  readonly reading: string
  readonly easy: string
  readonly group: string
} & Readonly<Record<string, unknown>>

export const GLOSSARY = 'data/curated/glossary.json'
export const TERM_TABLE = 'src/features/words/term-table.json'

/** The terms of the glossary, in its order: by the Japanese word. */
export function readGlossary(root: string = TOP): readonly (readonly [ja: string, entry: Entry])[] {
  const glossary = JSON.parse(readFileSync(join(root, GLOSSARY), 'utf8')) as Record<string, Entry>
  return Object.entries(glossary).filter(([ja]) => !ja.startsWith('_'))
}

const wordOf = (entry: Entry, tag: string): Word | undefined => entry[tag] as Word | undefined

/** The class that a person is told, by the beginning of the source. */
export function classOf(source: string | null): TermSource {
  if (source === null) return 'own'
  if (source.startsWith('official-national')) return 'national'
  return source.startsWith('official-') ? 'regional' : 'other'
}

function termOf(ja: string, entry: Entry, tags: readonly string[]): Term {
  const sources: Partial<Record<TermSource, string[]>> = {}
  for (const tag of tags) {
    const word = wordOf(entry, tag)
    if (word !== undefined) (sources[classOf(word.source)] ??= []).push(tag)
  }
  return {
    key: entry.key,
    ja,
    kana: entry.reading,
    marked: withReadings(ja, entry.reading),
    group: entry.group,
    easy: entry.easy,
    sources,
  }
}

const KANJI_RUN = /[\u3400-\u4dbf\u4e00-\u9fff々]+/gu

/**
 * A term with its reading above each run of kanji: what is not kanji stands in the reading as well and shows where a run ends.
 * A number that is read out (119) shows nothing; then the whole word has one reading.
 */
export function withReadings(ja: string, kana: string): string {
  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const parts = ja.split(KANJI_RUN)
  const runs = ja.match(KANJI_RUN) ?? []
  const pattern = parts.map((part, i) => escape(part) + (i < runs.length ? '(.+?)' : '')).join('')
  const found = new RegExp(`^${pattern}$`, 'u').exec(kana)
  if (found === null) return `{${ja}|${kana}}`
  return parts.map((part, i) => part + (i < runs.length ? `{${runs[i]}|${found[i + 1]}}` : '')).join('')
}

/** A translation as it stands in a sentence: some tables end their entries with a full stop. */
const tidy = (text: string): string => text.normalize('NFC').replace(/[.。]$/u, '')

/**
 * The files that follow from the glossary, by their path: the namespace `terms` of every language (Japanese = the word itself,
 * easy Japanese = with its reading) and the table of the screen of words. Throws when a language lacks a term.
 */
export function termFiles(root: string = TOP): ReadonlyMap<string, string> {
  const glossary = readGlossary(root)
  const tags = LANGUAGES.map(({ tag }) => tag)
  const others = tags.filter((tag) => tag !== 'ja' && tag !== 'ja-simple')
  const textOf = (ja: string, entry: Entry, tag: string): string => {
    if (tag === 'ja') return ja
    if (tag === 'ja-simple') return withReadings(ja, entry.reading)
    const word = wordOf(entry, tag)
    if (word === undefined) throw new Error(`${GLOSSARY}: "${ja}" has no word in ${tag}`)
    return tidy(word.text)
  }
  const files = new Map<string, string>()
  for (const tag of tags) {
    const words = Object.fromEntries(glossary.map(([ja, entry]) => [entry.key, textOf(ja, entry, tag)]))
    files.set(`src/i18n/locales/${tag}/terms.json`, `${JSON.stringify(words, null, 2)}\n`)
  }
  const table = glossary.map(([ja, entry]) => termOf(ja, entry, others))
  files.set(TERM_TABLE, `${JSON.stringify(table)}\n`)
  return files
}

/** Writes the files that follow from the glossary. */
export function writeTerms(root: string = TOP): void {
  for (const [path, text] of termFiles(root)) writeFileSync(join(root, path), text)
}
