import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '#i18n/languages.ts'
import { parseMarkup, type Token } from '#i18n/ruby.ts'
import type { Plugin } from 'vite'

const KEYS = ['name', 'loading', 'needsScript', 'stuck', 'follow', 'call'] as const
type StaticWords = Readonly<Record<(typeof KEYS)[number], string>>

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A marked-up string as HTML: readings as `<ruby>`, pieces in another language with their `lang`. */
export function markupToHtml(marked: string): string {
  const render = (token: Token): string => {
    if (token.kind === 'text') return escapeHtml(token.text)
    if (token.kind === 'ruby')
      return `<ruby>${escapeHtml(token.base)}<rt>${escapeHtml(token.kana)}</rt></ruby>`
    return `<span lang="${escapeHtml(token.lang)}">${token.tokens.map(render).join('')}</span>`
  }
  return parseMarkup(marked).map(render).join('')
}

/** The languages that are read without a touch; the others open under their own name. */
const OPEN: readonly string[] = ['ja', 'ja-simple', 'en']

/** The static page in every shipped language, as HTML. Throws when a language lacks one of its sentences. */
export function staticPage(localesFolder: string): string {
  const sections = LANGUAGES.map(({ tag, htmlLang, dir, endonym }) => {
    const words = readWords(join(localesFolder, tag, 'static.json'))
    const line = (key: keyof StaticWords, className = '') =>
      `<p${className === '' ? '' : ` class="${className}"`}>${markupToHtml(words[key])}</p>`
    const lines = [
      line('loading', 'loading'),
      `<noscript>${line('needsScript')}</noscript>`,
      line('stuck'),
      line('follow'),
      line('call', 'call'),
    ].join('')
    return OPEN.includes(tag)
      ? `<section lang="${htmlLang}">${lines}</section>`
      : `<details lang="${htmlLang}" dir="${dir}"><summary>${escapeHtml(endonym)}</summary>${lines}</details>`
  })
  const title = markupToHtml(readWords(join(localesFolder, 'ja', 'static.json')).name)
  return `<main class="static-page"><h1>${title}</h1>${sections.join('')}</main>`
}

function readWords(path: string): StaticWords {
  const words = JSON.parse(readFileSync(path, 'utf8')) as Partial<StaticWords>
  const missing = KEYS.find((key) => typeof words[key] !== 'string' || words[key] === '')
  if (missing !== undefined) throw new Error(`${path} needs a sentence "${missing}"`)
  return words as StaticWords
}

/** Writes the static page into `index.html`, in development and in the build. */
export const staticPagePlugin = (localesFolder: string): Plugin => ({
  name: 'static-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('<!--static-page-->', staticPage(localesFolder)),
  },
})
