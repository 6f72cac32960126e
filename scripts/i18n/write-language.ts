import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RealTag } from '#i18n/languages.ts'
import { expectedKeys } from './plural.ts'
import { wordFile, type Texts } from './read-words.ts'
import { formatReviews, reviewFile, type Reviews } from './review.ts'
import { GLOSSARY_NAME } from './terms.ts'
import { formatWordFile, parseWordFile, withText, type WordEntries } from './word-file.ts'

/** Writes texts into the files of a language. What is not named stays byte for byte; a new text goes where Japanese has it. */
export function writeTexts(
  folder: string,
  tag: RealTag,
  changes: readonly { readonly key: string; readonly to: string }[],
  japanese: Texts,
): void {
  const order = expectedKeys(japanese.keys(), tag)
  const namespaces = new Set(changes.map(({ key }) => key.split(':')[0] ?? ''))
  for (const namespace of namespaces) {
    const path = wordFile(folder, tag, namespace)
    const own = (key: string): boolean => key.startsWith(`${namespace}:`)
    const paths = order.filter(own).map((key) => key.slice(namespace.length + 1))
    let entries: WordEntries = existsSync(path) ? parseWordFile(readFileSync(path, 'utf8')) : []
    for (const { key, to } of changes.filter((change) => own(change.key)))
      entries = withText(entries, key.slice(namespace.length + 1), to, paths)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, formatWordFile(entries))
  }
  if (changes.length > 0) addLoaders(folder, tag)
}

/** A folder that is new needs the two modules through which the app loads it; they are the same in every language. */
function addLoaders(folder: string, tag: RealTag): void {
  for (const name of ['all.ts', 'plan.ts']) {
    const [from, to] = [join(folder, 'locales', 'en', name), join(folder, 'locales', tag, name)]
    if (existsSync(from) && !existsSync(to)) copyFileSync(from, to)
  }
}

/** Writes who has looked at what; what the glossary says by itself is not written down again. */
export function writeReviews(folder: string, tag: RealTag, reviews: Reviews): void {
  const path = reviewFile(folder, tag)
  const own = new Map([...reviews].filter(([, { by }]) => by !== GLOSSARY_NAME))
  if (own.size === 0 && !existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, formatReviews(own))
}
