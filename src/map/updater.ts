/** Turns one shown value into another. `rebuild` starts from nothing; `patch` changes what differs. */
export type Steps<View> = {
  readonly needsRebuild: (shown: View, wanted: View) => boolean
  readonly rebuild: (wanted: View) => Promise<void>
  readonly patch: (shown: View, wanted: View) => void
}

/** A queue of one: only the newest wanted view counts. */
export interface Updater<View> {
  want(view: View): void
  shown(): View | null
}

/**
 * Applies views one at a time and never two at once; views that were overtaken while one was being applied are skipped.
 * A step that throws is told to `onError`, and the next wanted view then starts from nothing.
 */
export function createUpdater<View>(steps: Steps<View>, onError: (error: unknown) => void): Updater<View> {
  let shown: View | null = null
  let wanted: View | null = null
  let busy = false

  const drain = async () => {
    busy = true
    while (wanted !== null && wanted !== shown) {
      const next: View = wanted
      try {
        if (shown === null || steps.needsRebuild(shown, next)) await steps.rebuild(next)
        else steps.patch(shown, next)
        shown = next
      } catch (error) {
        shown = null
        if (wanted === next) wanted = null
        onError(error)
      }
    }
    busy = false
  }

  return {
    want: (view) => {
      wanted = view
      if (!busy) void drain()
    },
    shown: () => shown,
  }
}
