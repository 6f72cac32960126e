import type { InstallFacts, Installer } from '../ports.ts'

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface; Chromium only. */
type InstallPrompt = Event & {
  prompt(): Promise<unknown>
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

/** The parts of the browser that are used; a test hands in its own. */
export type InstallingBrowser = {
  readonly events: Pick<EventTarget, 'addEventListener'>
  /** Whether the page runs without the browser's bars, and when that changes. */
  readonly standalone: Pick<MediaQueryList, 'matches' | 'addEventListener'>
  readonly navigator: {
    readonly userAgent: string
    readonly maxTouchPoints?: number
    /** Safari on iOS: started from the home screen. */
    readonly standalone?: boolean
  }
}

/** Installed apps of other kinds than `standalone` count too: what matters is that the browser's bars are gone. */
const INSTALLED = '(display-mode: standalone), (display-mode: minimal-ui), (display-mode: fullscreen)'

/** Make it as early as possible: the browser tells only once that it could install. */
export function createInstaller(browser: InstallingBrowser = thisBrowser()): Installer {
  const { events, standalone, navigator } = browser
  const listeners = new Set<() => void>()
  let prompt: InstallPrompt | null = null
  let installedNow = false
  const tell = () => {
    for (const changed of listeners) changed()
  }
  events.addEventListener('beforeinstallprompt', (event) => {
    // Else the browser shows its own bar over the map, whatever the person is doing.
    event.preventDefault()
    prompt = event as InstallPrompt
    tell()
  })
  events.addEventListener('appinstalled', () => {
    prompt = null
    installedNow = true
    tell()
  })
  standalone.addEventListener('change', tell)
  return {
    facts: () => ({
      installed: installedNow || standalone.matches || navigator.standalone === true,
      system: systemOf(navigator),
      canAsk: prompt !== null,
    }),
    async ask() {
      const asked = prompt
      // A prompt can be shown once only.
      prompt = null
      if (asked === null) return false
      const agreed = await wasAccepted(asked)
      tell()
      return agreed
    },
    onChange(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

const thisBrowser = (): InstallingBrowser => ({
  events: globalThis.window,
  standalone: globalThis.matchMedia(INSTALLED),
  navigator: globalThis.navigator,
})

async function wasAccepted(asked: InstallPrompt): Promise<boolean> {
  try {
    await asked.prompt()
    return (await asked.userChoice).outcome === 'accepted'
  } catch {
    return false
  }
}

/** An iPad says that it is a Mac; no Mac has more than one touch point. */
function systemOf({ userAgent, maxTouchPoints = 0 }: InstallingBrowser['navigator']): InstallFacts['system'] {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return 'ios'
  return /Android/i.test(userAgent) ? 'android' : 'other'
}
