import { useEffect, useRef, type RefObject } from 'react'

/** What appears in place of a button that was pressed takes the focus: else it would fall back to the top of the page. */
export function useFocusOnShow<E extends HTMLElement>(): RefObject<E | null> {
  const shown = useRef<E>(null)
  useEffect(() => shown.current?.focus(), [])
  return shown
}
