import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { addPlanWords, startI18n, type LanguageTag } from '#i18n/index.ts'

/** What is drawn in a test: one box in the page, drawn again by `show`, taken away by `leave`. */
export type Screen = {
  readonly box: HTMLElement
  show(node: ReactNode): void
  /** The words as they are read: readings left out. */
  words(): string
  /** The first element whose text or label has these words. */
  find(selector: string, words?: string): HTMLElement
  press(key: string, on?: Element | null): void
  leave(): void
}

/** Starts the words in a language and gives a box to draw in. */
export async function aScreen(tag: LanguageTag = 'ja'): Promise<Screen> {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  await act(async () => {
    await startI18n(tag)
    await addPlanWords()
  })
  const box = document.createElement('div')
  document.body.append(box)
  const root: Root = createRoot(box)
  const named = (element: Element, words: string) =>
    `${element.textContent ?? ''} ${element.getAttribute('aria-label') ?? ''}`.includes(words)
  return {
    box,
    show: (node) => act(() => root.render(node)),
    words() {
      const copy = box.cloneNode(true) as HTMLElement
      for (const reading of copy.querySelectorAll('rt, rp')) reading.remove()
      return copy.textContent ?? ''
    },
    find(selector, words = '') {
      const found = [...box.querySelectorAll<HTMLElement>(selector)].find((element) => named(element, words))
      if (found === undefined) throw new Error(`Nothing like ${selector} "${words}" in: ${box.textContent}`)
      return found
    },
    press: (key, on = document.activeElement) =>
      act(
        () => void on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
      ),
    leave() {
      act(() => root.unmount())
      box.remove()
    },
  }
}
