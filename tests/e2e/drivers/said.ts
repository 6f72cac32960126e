import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RealTag } from '#i18n/languages.ts'
import { TOP } from '#tests/support/source-files.ts'

export type Tag = RealTag
/** The languages in which the long journeys are made; `languages.spec.ts` goes through all of them. */
export const TAGS = ['ja', 'ja-simple', 'en'] as const satisfies readonly Tag[]

/** The text of a key (`namespace:dotted.key`) as it stands in the locale file, with its marks. */
export function markupOf(tag: Tag, key: string): string {
  const [namespace = '', way = ''] = key.split(':')
  const path = join(TOP, 'src/i18n/locales', tag, `${namespace}.json`)
  if (!existsSync(path)) throw new Error(`there is no ${path}`)
  let value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  for (const step of way.split('.')) value = (value as Record<string, unknown> | undefined)?.[step]
  if (typeof value !== 'string') throw new Error(`${key} is no text in ${tag}`)
  return value
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

type Params = Readonly<Record<string, string | number>>

/** A pattern for the text of a key; see `patternOf`. */
export const said = (tag: Tag, key: string, params: Params = {}): RegExp =>
  patternOf(markupOf(tag, key), params)

/**
 * A pattern for a text as a screen reader or the page's text gives it: with the readings, in brackets or not, without them, or
 * the readings alone, and anything where the app fills something in that is not among `params`.
 * @param markup a text with its marks, of a locale file or of the data
 */
export function patternOf(markup: string, params: Params = {}): RegExp {
  const source = markup
    .replace(/\[ja:([^\]]*)\]/g, '$1')
    .replace(/\{\{(?:- )?([^}]+)\}\}/g, (_, name: string) => String(params[name] ?? '\u0000'))
    .split(/(\{[^{}|]+\|[^{}]+\})/)
    .map((part) => {
      const ruby = /^\{([^{}|]+)\|([^{}]+)\}$/.exec(part)
      if (ruby === null) return escaped(part).replace(/\s+/g, '\\s+')
      const [base, kana] = [escaped(ruby[1] ?? ''), escaped(ruby[2] ?? '')]
      return `\\s*(?:${base}\\s*(?:[(（]?\\s*${kana}\\s*[)）]?)?|${kana})\\s*`
    })
    .join('')
    .replaceAll('\u0000', '[\\s\\S]*?')
  return new RegExp(source)
}
