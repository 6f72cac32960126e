import { createRoot } from 'react-dom/client'
import { act, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addFurigana, Said, RubyContext, startI18n, useWords, type RubySetting } from './index.ts'

let root: ReturnType<typeof createRoot>
let box: HTMLElement

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  box = document.createElement('div')
  document.body.append(box)
  root = createRoot(box)
})

afterEach(() => {
  act(() => root.unmount())
  box.remove()
})

/** What is in an element, written out as a reader of the page would find it. */
const inside = (element: Element): string => [...element.childNodes].map(written).join('')

function written(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? ''
  const name = node.tagName.toLowerCase()
  const attributes = [...node.attributes].map((one) => ` ${one.name}="${one.value}"`).join('')
  return `<${name}${attributes}>${inside(node)}</${name}>`
}

const show = (node: ReactNode): string => {
  act(() => root.render(node))
  return inside(box)
}

/** A screen reader says the characters, and not the reading once more. */
const HIDDEN = ' aria-hidden="true"'

it('puts readings above the characters in easy Japanese, and in Japanese when they are wanted', async () => {
  await startI18n('ja-simple')
  expect(show(<Said text="{水|みず}が" />)).toBe(
    `<ruby>水<rp${HIDDEN}>(</rp><rt${HIDDEN}>みず</rt><rp${HIDDEN}>)</rp></ruby>が`,
  )
  await act(() => startI18n('ja'))
  expect(show(<Said text="{水|みず}が" />)).toBe('水が')
})

it('honours the furigana setting of each language', async () => {
  const bases = (ja: RubySetting, simple: RubySetting): readonly string[] => {
    show(
      <RubyContext value={{ ja, 'ja-simple': simple }}>
        <Said text="{水|みず}が {氾濫|はんらん}します" />
      </RubyContext>,
    )
    return [...box.querySelectorAll('ruby')].map((ruby) => ruby.firstChild?.textContent ?? '')
  }
  await startI18n('ja-simple')
  expect([bases('all', 'none'), bases('none', 'hard'), bases('none', 'all')]).toEqual([
    [],
    ['氾濫'],
    ['水', '氾濫'],
  ])
  await act(() => startI18n('ja'))
  expect([bases('none', 'all'), bases('hard', 'none'), bases('all', 'none')]).toEqual([
    [],
    ['氾濫'],
    ['水', '氾濫'],
  ])
})

it('keeps a word whole that stands without its reading among hard ones', async () => {
  await startI18n('ja')
  const text = '{方角|ほうがく}と {水|みず}と {津波|つなみ}'
  show(
    <RubyContext value={{ ja: 'hard', 'ja-simple': 'all' }}>
      <Said text={text} />
    </RubyContext>,
  )
  expect([...box.querySelectorAll('[data-word]')].map((word) => word.textContent)).toEqual(['方角'])
})

it('adds the readings of Japanese when they are wanted, and keeps the characters in labels', async () => {
  await startI18n('ja')
  const Both = () => {
    const t = useWords('hazards')
    return (
      <p aria-label={t.label('site.tsunami')}>
        <RubyContext value={{ ja: 'all', 'ja-simple': 'none' }}>
          <Said k="hazards:site.tsunami" />
        </RubyContext>
      </p>
    )
  }
  expect(show(<Both />)).toBe('<p aria-label="津波">津波</p>')
  await act(() => addFurigana())
  expect(inside(box)).toContain(`<rt${HIDDEN}>つなみ</rt>`)
  expect(inside(box)).toContain('aria-label="津波"')
})

it('gives every foreign piece its language and keeps it from being translated', async () => {
  await startI18n('en')
  expect(show(<Said k="sites:category.shelter.name" />)).toBe(
    'Designated shelter (<span lang="ja" dir="ltr" translate="no">指定避難所</span>)',
  )
})

it('shows values of data as text, never as elements', async () => {
  await startI18n('ja')
  show(<Said k="sites:distance" params={{ distance: '<b>{a|b}</b>' }} />)
  expect(box.textContent).toContain('<b>{a|b}</b>')
  expect(box.querySelector('b, ruby')).toBeNull()
})

it('renders a phrase of the domain, and again when the language changes', async () => {
  await startI18n('ja')
  const Both = () => {
    const t = useWords('hazards')
    return (
      <p aria-label={t.label('site.tsunami')}>
        <Said phrase={{ key: 'hazards:site.tsunami' }} />
      </p>
    )
  }
  expect(show(<Both />)).toBe('<p aria-label="津波">津波</p>')
  await act(() => startI18n('ja-simple'))
  expect(inside(box)).toContain('aria-label="つなみ"')
  expect(document.documentElement.lang).toBe('ja')
  await act(() => startI18n('en'))
  expect(box.textContent).toBe('Tsunami (津波)')
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr'])
})
