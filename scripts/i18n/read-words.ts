import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseWordFile, textsOf } from './word-file.ts'

/** Where the words of this project lie: `locales/`, `meta/` and `review/` are in it. */
export const WORDS_FOLDER = resolve(import.meta.dirname, '..', '..', 'src', 'i18n')

/** The texts of one language by key `namespace:dotted.path`, in the order of the files. */
export type Texts = ReadonlyMap<string, string>

/** What could be read of one language; `unreadable` = files that hold something else than words, with the reason. */
export type Words = { readonly texts: Texts; readonly unreadable: readonly string[] }

/** The file of a namespace of a language. */
export const wordFile = (folder: string, tag: string, namespace: string): string =>
  join(folder, 'locales', tag, `${namespace}.json`)

/** The namespaces of a language, by its files, in order. */
export function namespacesIn(folder: string, tag: string): readonly string[] {
  const path = join(folder, 'locales', tag)
  const names = existsSync(path) ? readdirSync(path) : []
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
}

/** All texts of a language. A folder that is not there yet, or holds files that are just being written, is told, not refused. */
export function readWords(folder: string, tag: string): Words {
  const texts = new Map<string, string>()
  const unreadable: string[] = []
  for (const namespace of namespacesIn(folder, tag)) {
    try {
      const entries = parseWordFile(readFileSync(wordFile(folder, tag, namespace), 'utf8'))
      for (const [path, text] of textsOf(entries)) texts.set(`${namespace}:${path}`, text)
    } catch (error) {
      unreadable.push(`${tag}/${namespace}.json: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { texts, unreadable }
}
