import { act } from 'react'
import { vi } from 'vitest'
import type { Screen } from './a-screen.tsx'

/** What a person does on a screen of forms; for tests with fake timers. */
export function handsOn(screenNow: () => Screen) {
  const settle = () => act(async () => void (await vi.runAllTimersAsync()))
  const click = async (words: string) => {
    act(() => screenNow().find('button', words).click())
    await settle()
  }
  const tick = async (group: string, words: string) => {
    const label = [...screenNow().find('fieldset', group).querySelectorAll('label')].find(({ textContent }) =>
      textContent?.includes(words),
    )
    act(() => label?.querySelector('input')?.click())
    await settle()
  }
  const field = (words: string): HTMLInputElement => {
    const label = [...screenNow().box.querySelectorAll('label')].find(
      ({ textContent }) => textContent?.trim() === words,
    )
    const found = document.getElementById(label?.htmlFor ?? '')
    if (found === null) throw new Error(`no field ${words}`)
    return found as HTMLInputElement
  }
  function write(input: HTMLElement, text: string): void {
    act(() => {
      input.focus()
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input) as object, 'value')?.set?.call(input, text)
      input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    })
  }
  /** Looks a place up in the picker and takes the first hit. */
  async function pick(name: string): Promise<void> {
    write(screenNow().find('input[type="search"]'), name)
    act(
      () =>
        void screenNow()
          .find('form[role="search"]')
          .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
    await settle()
  }
  const alerts = () =>
    [...screenNow().box.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join('')

  return { settle, click, tick, field, write, pick, alerts }
}
