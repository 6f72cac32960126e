import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findSentence, markSentence } from './mark-sentence.ts'

const page = (html: string): Element => {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  document.body.replaceChildren(...[...body.childNodes].map((node) => document.importNode(node, true)))
  return document.body
}
const found = (html: string, sentence: string) => findSentence(page(html), sentence)?.toString() ?? null

it('finds a sentence across elements and whatever the spaces', () => {
  expect(found('<p>One.</p><p>Two <b>and\n three</b>. Four</p>', 'Two and three.')).toBe('Two and\n three.')
  expect(found('<p>One.</p>', 'Two.')).toBeNull()
  expect(found('<p>One.</p>', ' ')).toBeNull()
})

it('looks over readings and words for the ear', () => {
  const ruby = '<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>'
  expect(found(`<p>${ruby}が 来ます。</p>`, '水が 来ます。')).toContain('水')
  expect(found('<div role="status">Leave.</div>', 'Leave.')).toBeNull()
})

let marks: Map<string, unknown>
beforeEach(() => {
  marks = new Map()
  vi.stubGlobal('CSS', { highlights: marks })
  vi.stubGlobal('Highlight', class {})
})
afterEach(() => vi.unstubAllGlobals())

it('marks what it finds and nothing else, and takes the mark away', () => {
  markSentence(page('<p>Leave now.</p>'), 'Leave now.')
  expect(marks.size).toBe(1)
  markSentence(page('<p>Leave now.</p>'), 'Stay.')
  expect(marks.size).toBe(0)
  markSentence(page('<p>Leave now.</p>'), 'Leave now.')
  markSentence(null, null)
  expect(marks.size).toBe(0)
})

it('does nothing in a browser that cannot mark', () => {
  vi.stubGlobal('CSS', undefined)
  expect(() => markSentence(page('<p>a</p>'), 'a')).not.toThrow()
})
