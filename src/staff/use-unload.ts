import { useEffect } from 'react'

/** Asks before the page is left while something on it is not published. */
export function useUnload(isUnfinished: boolean): void {
  useEffect(() => {
    if (!isUnfinished) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnfinished])
}
