import { expect, type Page } from '@playwright/test'
import { LANGUAGES, languageOf, type Language } from '#i18n/languages.ts'
import { plain } from '#i18n/ruby.ts'
import { readSentences } from '#tests/support/read-locales.ts'
import type { AppDriver } from './app-driver.ts'
import type { Tag } from './said.ts'

/** Scripts that can be told apart letter by letter; Chinese characters are Japanese ones too. */
const SCRIPTS = [
  'Hira',
  'Kana',
  'Hang',
  'Thai',
  'Khmr',
  'Mymr',
  'Sinh',
  'Deva',
  'Beng',
  'Arab',
  'Cyrl',
  'Han',
]
const SCRIPT_OF: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Kore: ['Hang'],
}

/** Words that only English has, and has in nearly every sentence. */
const ENGLISH = /\b(the|is|are|of|and|you|your|not|this|that|with|from|here|was|has|have|does|when|where)\b/gi

/** A piece of text on the page that is not marked as another language's. */
type Piece = { readonly text: string; readonly where: string }

/** The app in a language: what is not in it, and what does not fit. */
export class LanguageDriver {
  private readonly app: AppDriver
  private readonly texts = new Map<string, ReadonlySet<string>>()
  private readonly english = new Set(
    [...readSentences('en').values()]
      .map((text) => plain(text))
      .filter((text) => /\p{L}+ \p{L}+/u.test(text)),
  )

  constructor(app: AppDriver) {
    this.app = app
  }

  private get page(): Page {
    return this.app.page
  }

  /** Goes over to a language through the list of languages, by its own name. */
  async choose(tag: Tag): Promise<void> {
    await this.app.chooseLanguage(tag)
    const { htmlLang, dir } = languageOf(tag)
    const html = this.page.locator('html')
    await expect(html).toHaveAttribute('lang', htmlLang)
    await expect(html).toHaveAttribute('dir', dir)
  }

  /** Opens a screen by its address, and waits until its words stand there. */
  async go(screen: string): Promise<void> {
    await this.page.evaluate((name) => {
      history.pushState({ screen: name, dialog: null, depth: 1 }, '', `#/${name}`)
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
    }, screen)
    const main = this.page.locator('main')
    await expect(main.locator('p, button, li').nth(2)).toBeAttached()
  }

  /** The files of a language that the service worker has kept. */
  async kept(tag: string): Promise<readonly string[]> {
    return this.page.evaluate(async (name) => {
      const stores = (await caches.keys()).filter((store) => store.startsWith('mhm-shell-'))
      const keys = await Promise.all(stores.map(async (store) => (await caches.open(store)).keys()))
      return keys
        .flat()
        .map(({ url }) => new URL(url).pathname.replace(/^.*\/assets\//, ''))
        .filter((file) => new RegExp(`^(locale|plan-words|terms)-${name}-[\\w-]{8}\\.js$`).test(file))
    }, tag)
  }

  /** The text of the page by pieces, without those that say that they are in another language. */
  private async pieces(): Promise<readonly Piece[]> {
    return this.page.evaluate(() => {
      const own = document.documentElement.lang
      const found: { text: string; where: string }[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        const text = (node.textContent ?? '').trim()
        if (
          parent === null ||
          text === '' ||
          parent.closest('script, style, noscript, [translate="no"], pre')
        )
          continue
        if ((parent.closest('[lang]')?.getAttribute('lang') ?? own) !== own) continue
        if (!parent.checkVisibility()) continue
        found.push({ text, where: parent.tagName.toLowerCase() })
      }
      return found
    })
  }

  /** The sentences of the language itself: some are written as in English, which the rules for translations allow or refuse. */
  private ownTexts(): ReadonlySet<string> {
    const tag = this.app.tag
    const known = this.texts.get(tag) ?? new Set([...readSentences(tag).values()].map((text) => plain(text)))
    this.texts.set(tag, known)
    return known
  }

  /** What stands on the page in another language than it says: English sentences, letters of another script, keys. */
  async strange(): Promise<readonly string[]> {
    const language = languageOf(this.app.tag)
    const pieces = await this.pieces()
    return pieces.flatMap(({ text, where }) => {
      const fault = this.ownTexts().has(text) ? null : strangeIn(language, text, this.english)
      return fault === null ? [] : [`${fault} in <${where}>: ${text.slice(0, 80)}`]
    })
  }
}

function strangeIn(language: Language, text: string, english: ReadonlySet<string>): string | null {
  if (/\b[a-z]+:[a-z][\w]*\.[\w.]+/.test(text)) return 'a key'
  const own = SCRIPT_OF[language.script] ?? [language.script]
  const others = SCRIPTS.filter((script) => !own.includes(script))
  const foreign = new RegExp(others.map((script) => `\\p{sc=${script}}`).join('|'), 'u')
  if (foreign.test(text)) return 'another script'
  if (language.tag === 'en') return null
  if (english.has(text)) return 'an English sentence'
  return (text.match(ENGLISH) ?? []).length >= 3 ? 'English words' : null
}

/** Every language that is offered. */
export const ALL_TAGS: readonly Tag[] = LANGUAGES.map(({ tag }) => tag as Tag)
