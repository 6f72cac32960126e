/**
 * Calls back when the tab comes to the front or the line is back: a moment to try again what failed. The result ends it.
 * Outside a page it does nothing.
 */
export function onWaking(wake: () => void): () => void {
  const page = (globalThis as { document?: Document }).document
  if (page === undefined) return () => undefined
  const onVisible = () => {
    if (page.visibilityState === 'visible') wake()
  }
  page.addEventListener('visibilitychange', onVisible)
  globalThis.addEventListener('online', wake)
  return () => {
    page.removeEventListener('visibilitychange', onVisible)
    globalThis.removeEventListener('online', wake)
  }
}

/** Lets the browser ask before it closes a page whose work would be lost. The result ends it. */
export function guardLeaving(wouldLose: () => boolean): () => void {
  if ((globalThis as { document?: Document }).document === undefined) return () => undefined
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  globalThis.addEventListener('beforeunload', onLeaving)
  return () => globalThis.removeEventListener('beforeunload', onLeaving)
}
