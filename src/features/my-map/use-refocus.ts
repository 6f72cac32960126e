import { useCallback } from 'react'

/** What can be done with an entry of a list, as its buttons bear it in `data-act`. */
export type Act = 'up' | 'down' | 'bin' | 'open'

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
      const wanted =
        buttons.find((button) => button.dataset['act'] === act && !button.disabled) ??
        buttons.find((button) => !button.disabled)
      const other =
        fallback === undefined
          ? null
          : document.querySelector<HTMLElement>(`[data-fallback="${CSS.escape(fallback)}"]`)
      ;(wanted ?? other)?.focus()
    }, 0)
  }, [])
}
