import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#i18n/languages.ts'
import { markupToHtml, staticPage } from './static-page.ts'

describe('the static page', () => {
  it('says in every language whom to call and whom to follow, in three of them without a touch', () => {
    const page = staticPage(fileURLToPath(new URL('../../src/i18n/locales', import.meta.url)))
    expect(page.match(/<section lang="(ja|en)">/g)).toHaveLength(3)
    expect(page.match(/<details lang="[^"]+" dir="(ltr|rtl)"><summary>/g)).toHaveLength(LANGUAGES.length - 3)
    for (const what of [/119/g, /110/g, /<noscript>/g])
      expect(page.match(what)).toHaveLength(LANGUAGES.length)
    expect(page).toContain('<ruby>警察<rt>けいさつ</rt></ruby>')
  })

  it('lets no words become HTML', () => {
    expect(markupToHtml('<b>&"{漢|<i>}')).toBe('&lt;b&gt;&amp;&quot;<ruby>漢<rt>&lt;i&gt;</rt></ruby>')
    expect(markupToHtml('see [ja:避難]')).toBe('see <span lang="ja">避難</span>')
  })
})
