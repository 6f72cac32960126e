import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createNotes } from '#scripts/i18n/notes.ts'
import { TOP, textOf } from './source-files.ts'

/** Sentences by key `namespace:dotted.key`. */
export type Sentences = ReadonlyMap<string, string>

const LOCALES = 'src/i18n/locales'

/** The namespaces of a language, by its files. */
export const namespacesOf = (tag: string): readonly string[] =>
  readdirSync(join(TOP, LOCALES, tag))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()

/** The folders of languages. */
export const localeFolders = (): readonly string[] =>
  readdirSync(join(TOP, LOCALES), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

/** The texts of a tree of words, by key. A leaf that is no text is given as JSON, so that the tests can refuse it. */
export function flatten(tree: unknown, namespace: string): Sentences {
  const sentences = new Map<string, string>()
  const walk = (value: unknown, key: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value))
        walk(inner, key.endsWith(':') ? key + name : `${key}.${name}`)
    } else sentences.set(key, typeof value === 'string' ? value : `not text: ${JSON.stringify(value)}`)
  }
  walk(tree, `${namespace}:`)
  return sentences
}

/** All sentences of a language. */
export const readSentences = (tag: string): Sentences =>
  new Map(
    namespacesOf(tag).flatMap((namespace) => [
      ...flatten(JSON.parse(textOf(`${LOCALES}/${tag}/${namespace}.json`)), namespace),
    ]),
  )

/** What the side-car files say about a key: its class, its greatest length, and where it stands. */
export const notesFor = createNotes(join(TOP, 'src/i18n/meta'))
