import { expect, it } from 'vitest'
import { spokenPieces } from './spoken-pieces.ts'

function aPage(html: string, lang = 'en'): Element {
  const page = new DOMParser().parseFromString(
    `<html lang="${lang}"><body>${html}</body></html>`,
    'text/html',
  )
  return page.body
}
const spoken = (html: string, lang?: string) =>
  spokenPieces(aPage(html, lang)).map((piece) => `${piece.lang}: ${piece.text}`)

it('makes a piece of each block, in the order of the page', () => {
  expect(spoken('<h2>Head</h2><p>One <b>two</b>.</p><ul><li>Three</li><li>Four</li></ul>')).toEqual([
    'en: Head',
    'en: One two.',
    'en: Three',
    'en: Four',
  ])
})

it('speaks the reading in place of the characters', () => {
  const ruby = '<ruby>避難<rp>(</rp><rt>ひなん</rt><rp>)</rp></ruby>'
  expect(spoken(`<p>${ruby} して ください。</p>`, 'ja')).toEqual(['ja: ひなん して ください。'])
})

it('gives each language its own voice', () => {
  expect(spoken('<p>Level 4 (<span lang="ja">避難指示</span>) now.</p>')).toEqual([
    'en: Level 4 (',
    'ja: 避難指示',
    'en: ) now.',
  ])
})

it('says nothing of buttons, drawings, choices, and of what is folded away', () => {
  expect(
    spoken(
      '<button>Show</button><fieldset><legend>Which</legend></fieldset><svg><text>3 m</text></svg>' +
        '<details><summary>More</summary><p>Folded</p></details><details open><summary>Open</summary><p>Seen</p></details>',
    ),
  ).toEqual(['en: More', 'en: Open', 'en: Seen'])
})
