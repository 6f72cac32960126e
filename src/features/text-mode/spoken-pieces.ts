import type { SpokenPiece } from '#platform/ports.ts'

/** What is on the page for the hand or the eye only, and is not read out. */
const SILENT = 'button, input, select, nav, fieldset, rp, rt, svg, [aria-hidden="true"], [data-silent]'

/** Elements after which the voice pauses: each is a piece of its own, so that a long text is not cut off by the browser. */
const BLOCK = /^(h[1-6]|p|li|dt|dd|div|section|article|ul|ol|dl|details|summary|figure)$/

/**
 * The words of a part of the page as they are to be spoken, in the order of the page: readings in place of the characters
 * where they are given, each language by itself, and nothing that is folded away.
 */
export function spokenPieces(root: Element): readonly SpokenPiece[] {
  const pieces: { lang: string; text: string }[] = []
  let isOpen = false
  const add = (text: string, lang: string) => {
    const last = pieces.at(-1)
    if (isOpen && last?.lang === lang) last.text += text
    else pieces.push({ lang, text })
    isOpen = true
  }
  const walk = (node: Node, lang: string) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.textContent ?? '', lang)
    if (!(node instanceof Element) || isSilent(node)) return
    const own = node.getAttribute('lang') ?? lang
    const name = node.tagName.toLowerCase()
    if (name === 'ruby') return add(readingOf(node), own)
    const isBlock = BLOCK.test(name)
    if (isBlock) isOpen = false
    for (const child of node.childNodes) walk(child, own)
    if (isBlock) isOpen = false
  }
  walk(root, root.closest('[lang]')?.getAttribute('lang') ?? 'ja')
  return pieces
    .map(({ lang, text }) => ({ lang, text: text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

const isSilent = (element: Element): boolean =>
  element.matches(SILENT) ||
  (element.parentElement?.matches('details:not([open])') === true && !element.matches('summary'))

const readingOf = (ruby: Element): string =>
  [...ruby.querySelectorAll('rt')].map((reading) => reading.textContent ?? '').join('')
