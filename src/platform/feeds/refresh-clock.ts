/** What wakes a refresh. Each part can be replaced by tests. */
export type Page = {
  isVisible(): boolean
  /** Calls back when the page comes into view, gets the focus, is shown again, or the network seems to come back. */
  onWake(wake: () => void): () => void
  /** Calls back when the page goes out of view. */
  onHide(hide: () => void): () => void
}

export type RefreshRhythm = {
  /** While the page is seen, so often. Milliseconds. */
  readonly everyMs: number
  /** Never more often than this, whatever wakes it. */
  readonly leastGapMs: number
  /** After the first failure; each further one doubles it, up to `longestRetryMs`. */
  readonly retryMs: number
  readonly longestRetryMs: number
}
/**
 * Own choices: a phone that is looked at learns of a closure within a minute (the host mostly answers "unchanged", in some hundred
 * bytes); a host that is down is asked less and less.
 */
export const RHYTHM: RefreshRhythm = {
  everyMs: 45_000,
  leastGapMs: 15_000,
  retryMs: 30_000,
  longestRetryMs: 300_000,
}

export type RefreshClockOptions = {
  /** True = the host answered. */
  readonly refresh: () => Promise<boolean>
  readonly page?: Page
  readonly rhythm?: RefreshRhythm
  readonly now?: () => number
  /** 0…1: thousands of phones must not ask in the same second when a mast comes back. */
  readonly random?: () => number
}

/** Keeps something fresh while the page is seen. Hidden, it does not wake the device. The result ends it. */
export function startRefreshClock(options: RefreshClockOptions): () => void {
  const { refresh, page = browserPage(), rhythm = RHYTHM } = options
  const { now = Date.now, random = Math.random } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let isBusy = false
  let failures = 0
  let last = -Infinity

  const gap = (): number => {
    const wanted = failures === 0 ? rhythm.everyMs : rhythm.retryMs * 2 ** (failures - 1)
    return Math.min(wanted, Math.max(rhythm.everyMs, rhythm.longestRetryMs)) * (0.8 + 0.4 * random())
  }
  const plan = (afterMs: number) => {
    clearTimeout(timer)
    if (!isOver && page.isVisible()) timer = setTimeout(run, afterMs)
  }
  const run = () => {
    if (isOver || isBusy || !page.isVisible()) return
    const since = now() - last
    // A clock that was set back says nothing about how long it has been.
    if (since >= 0 && since < rhythm.leastGapMs) return plan(rhythm.leastGapMs - since)
    last = now()
    isBusy = true
    void refresh()
      .catch(() => false)
      .then((isAnswered) => {
        isBusy = false
        failures = isAnswered ? 0 : failures + 1
        plan(gap())
      })
  }
  const endWaking = page.onWake(run)
  const endHiding = page.onHide(() => clearTimeout(timer))
  run()
  return () => {
    isOver = true
    clearTimeout(timer)
    endWaking()
    endHiding()
  }
}

/** The page of the browser. That it says to be online is only a reason to try. */
export function browserPage(): Page {
  return {
    isVisible: () => document.visibilityState === 'visible',
    onWake(wake) {
      const onVisible = () => {
        if (document.visibilityState === 'visible') wake()
      }
      document.addEventListener('visibilitychange', onVisible)
      const names = ['focus', 'online', 'pageshow'] as const
      names.forEach((name) => globalThis.addEventListener(name, wake))
      return () => {
        document.removeEventListener('visibilitychange', onVisible)
        names.forEach((name) => globalThis.removeEventListener(name, wake))
      }
    },
    onHide(hide) {
      const onHidden = () => {
        if (document.visibilityState === 'hidden') hide()
      }
      document.addEventListener('visibilitychange', onHidden)
      return () => document.removeEventListener('visibilitychange', onHidden)
    },
  }
}
