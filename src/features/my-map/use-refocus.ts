import { useCallback } from 'react'

/** What can be done with an entry of a list, as its buttons bear it in `data-act`. */
export type Act = 'up' | 'down' | 'bin' | 'open'

/** What is most like it where a thing has come to the end of its list. */
const OPPOSITE: { readonly [act in Act]: Act } = { up: 'down', down: 'up', bin: 'open', open: 'open' }

/**
 * Puts the focus back after an entry was moved or removed: on the same button of the entry `data-thing`, on another one of its
 * buttons where that one can do nothing more, else on what bears `data-fallback`. Moved and removed elements lose the focus.
 */
export function useRefocus(): (thing: string, act: Act, fallback?: string) => void {
  return useCallback((thing, act, fallback) => {
    // After the list was drawn anew.
    setTimeout(() => {
      const entry = document.querySelector(`[data-thing="${CSS.escape(thing)}"]`)
      const buttons = [...(entry?.querySelectorAll<HTMLButtonElement>('button[data-act]') ?? [])]
      const usable = buttons.filter((button) => !button.disabled)
      const wanted =
        usable.find((button) => button.dataset['act'] === act) ??
        usable.find((button) => button.dataset['act'] === OPPOSITE[act]) ??
        usable[0]
      const other =
        fallback === undefined
          ? null
          : document.querySelector<HTMLElement>(`[data-fallback="${CSS.escape(fallback)}"]`)
      ;(wanted ?? other)?.focus()
    }, 0)
  }, [])
}
