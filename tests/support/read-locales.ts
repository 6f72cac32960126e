import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TOP, textOf } from './source-files.ts'

/** Sentences by key `namespace:dotted.key`. */
export type Sentences = ReadonlyMap<string, string>

/** What the side-car `src/i18n/meta/<namespace>.notes.json` says about a namespace and about keys that begin with a prefix. */
type Notes = {
  readonly class?: 'alert' | 'info'
  readonly keys?: Readonly<Record<string, { readonly class?: 'alert' | 'info'; readonly max?: number }>>
}

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

/** All sentences of a language. A leaf that is no text is given as JSON, so that the tests can refuse it. */
export function readSentences(tag: string): Sentences {
  const sentences = new Map<string, string>()
  const walk = (value: unknown, key: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value))
        walk(inner, key.endsWith(':') ? key + name : `${key}.${name}`)
    } else sentences.set(key, typeof value === 'string' ? value : `not text: ${JSON.stringify(value)}`)
  }
  for (const namespace of namespacesOf(tag))
    walk(JSON.parse(textOf(`${LOCALES}/${tag}/${namespace}.json`)), `${namespace}:`)
  return sentences
}

const notes = new Map<string, Notes>()

function notesOf(namespace: string): Notes {
  const file = `src/i18n/meta/${namespace}.notes.json`
  const known = notes.get(namespace)
  if (known !== undefined) return known
  const read = existsSync(join(TOP, file)) ? (JSON.parse(textOf(file)) as Notes) : {}
  notes.set(namespace, read)
  return read
}

/** The class of a key (`alert` = short sentences for the first hours, `info` = the rest) and its greatest length, if any. */
export function notesFor(key: string): { readonly class: 'alert' | 'info'; readonly max: number | null } {
  const [namespace = '', path = ''] = key.split(':')
  const all = notesOf(namespace)
  const fitting = Object.entries(all.keys ?? {})
    .filter(([prefix]) => path === prefix || path.startsWith(`${prefix}.`))
    .sort(([a], [b]) => a.length - b.length)
    .map(([, note]) => note)
  const merged = Object.assign({}, ...fitting) as { class?: 'alert' | 'info'; max?: number }
  return { class: merged.class ?? all.class ?? 'info', max: merged.max ?? null }
}
