import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tokenizer } from './open-tokenizer.ts'
import { markText, readOverrides } from './mark-text.ts'

const JAPANESE = join(import.meta.dirname, '../../src/i18n/locales/ja')
const OVERRIDES = join(import.meta.dirname, 'overrides.json')

type Tree = { readonly [key: string]: string | Tree }

/** The Japanese words with readings, by part of the app and namespace: what is written to `src/i18n/furigana/`. */
export type FuriganaBundles = Readonly<Record<'all' | 'plan', Tree>>

/** The namespaces that `plan.ts` takes, or that `all.ts` leaves out. */
function namesIn(file: 'plan.ts' | 'all.ts'): readonly string[] {
  const listed = /\{([a-z,]+)\}\.json/u.exec(readFileSync(join(JAPANESE, file), 'utf8'))?.[1]
  if (listed === undefined) throw new Error(`${file} names no namespaces`)
  return listed.split(',')
}

/** The reviewed readings, as they are written in the list. */
export function reviewedReadings(): readonly string[] {
  const { counters, words } = JSON.parse(readFileSync(OVERRIDES, 'utf8')) as Record<
    'counters' | 'words',
    readonly string[]
  >
  return [...counters, ...words]
}

/** Marks every Japanese sentence. Throws where a reading is not known: see `markText`. */
export function makeBundles(tokenizer: Tokenizer): FuriganaBundles {
  const overrides = readOverrides(reviewedReadings())
  const [plan, notAll] = [namesIn('plan.ts'), namesIn('all.ts')]
  const mark = (tree: Tree): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? markText(tokenizer, overrides, value) : mark(value),
      ]),
    )
  const bundle = (wanted: (namespace: string) => boolean): Tree =>
    Object.fromEntries(
      readdirSync(JAPANESE)
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .filter(wanted)
        .sort()
        .map((namespace) => [
          namespace,
          mark(JSON.parse(readFileSync(join(JAPANESE, `${namespace}.json`), 'utf8')) as Tree),
        ]),
    )
  return { all: bundle((name) => !notAll.includes(name)), plan: bundle((name) => plan.includes(name)) }
}
