import type { Workbox } from 'workbox-window'
import { askToPersist, readStorageFacts } from '../device/keep-storage.ts'
import type { AppShell, OfflineFacts } from '../ports.ts'
import { activeWorker, ask } from './worker-talk.ts'

/** A worker that does not answer within this time is taken for none. */
const ANSWER_MS = 3_000
/** The later code can be large on a slow line; the browser may stop the worker sooner, and then it goes on next time. */
const KEEP_MS = 60_000
/** If nobody asks for the later code, it is fetched this long after the start. */
const UNASKED_MS = 20_000
/** A page that stays open for days looks for a new version this often at most, when it comes into view. */
const UPDATE_EVERY_MS = 600_000

export type AppShellOptions = {
  /** Absolute address of the folder of the app, ending in a slash. */
  readonly base?: string
  /** False where there is no worker to register: in development. */
  readonly enabled?: boolean
  readonly reload?: () => void
}

type ShellState = { readonly shellReady: boolean; readonly mapCodeReady: boolean }

/** The service worker of this app. No method rejects: a browser that refuses workers leaves an app that works online. */
export function createAppShell(options: AppShellOptions = {}): AppShell {
  const base = options.base ?? new URL('./', document.baseURI).href
  const container = (globalThis.navigator as Navigator | undefined)?.serviceWorker
  const isPossible = (options.enabled ?? import.meta.env.PROD) && container !== undefined
  const reload = options.reload ?? (() => location.reload())
  let workbox: Workbox | null = null
  let settle: (isRegistered: boolean) => void = () => undefined
  const registered = isPossible
    ? new Promise<boolean>((resolve) => (settle = resolve))
    : Promise.resolve(false)

  const keep = async (question: Parameters<typeof ask>[1]): Promise<boolean> => {
    if (container === undefined || !(await registered)) return false
    const worker = await activeWorker(container, KEEP_MS)
    return worker !== null && (await ask(worker, question, KEEP_MS)) === true
  }

  const later = keepLater((wantsMap) => keep({ type: 'KEEP_LATER', wantsMap }))
  const languages = keepLanguages((language) => keep({ type: 'KEEP_LANGUAGE', language }))

  const lookForUpdate = atMostEvery(UPDATE_EVERY_MS, () => void workbox?.update().catch(() => undefined))

  const goOn = (wantsMap: () => boolean) => () => {
    if (document.visibilityState === 'hidden') return
    languages.goOn()
    later.goOn(wantsMap())
    lookForUpdate()
  }

  const register = async (onUpdateReady: () => void, wantsMap: () => boolean): Promise<void> => {
    const wasControlled = (container?.controller ?? null) !== null
    const { Workbox: Registrar } = await import('workbox-window')
    workbox = new Registrar(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    workbox.addEventListener('waiting', onUpdateReady)
    await workbox.register({ immediate: true })
    // A browser looks for a new version at a navigation of its own accord, but may put it off; on a first visit there is none.
    if (wasControlled) lookForUpdate()
    const again = goOn(wantsMap)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    setTimeout(again, UNASKED_MS)
  }

  return {
    async start(onUpdateReady, wantsMap) {
      if (!isPossible || workbox !== null) return
      await register(onUpdateReady, wantsMap).then(
        () => settle(true),
        () => settle(false),
      )
    },
    applyUpdate() {
      if (workbox === null) return
      container?.addEventListener('controllerchange', reload, { once: true })
      workbox.messageSkipWaiting()
    },
    keepLaterCode: later.keep,
    readIn: languages.readIn,
    askToPersist: () => askToPersist(),
    facts: () => readFacts(isPossible ? container : undefined, languages.now()),
  }
}

/** How much of the later code is on the device; what could not be had is tried again by `goOn`. */
function keepLater(ask: (wantsMap: boolean) => Promise<boolean>) {
  let kept: 'nothing' | 'plan' | 'all' = 'nothing'
  const keep = async (wantsMap: boolean): Promise<boolean> => {
    const isKept = await ask(wantsMap).catch(() => false)
    if (isKept && kept !== 'all') kept = wantsMap ? 'all' : 'plan'
    return isKept
  }
  return {
    keep,
    goOn(wantsMap: boolean) {
      if (kept !== 'all' && (wantsMap || kept === 'nothing')) void keep(wantsMap)
    },
  }
}

/** Which language is read, and whether all of it is on the device; what could not be had is tried again by `goOn`. */
function keepLanguages(ask: (tag: string) => Promise<boolean>) {
  let language: string | null = null
  let isKept = false
  const readIn = async (tag: string): Promise<boolean> => {
    if (language !== tag) isKept = false
    language = tag
    const isThere = await ask(tag).catch(() => false)
    if (language === tag) isKept = isThere
    return isThere
  }
  return {
    now: () => language,
    readIn,
    goOn() {
      if (language !== null && !isKept) void readIn(language)
    },
  }
}

function atMostEvery(ms: number, act: () => void): () => void {
  let last = -Infinity
  return () => {
    if (performance.now() - last < ms) return
    last = performance.now()
    act()
  }
}

async function readFacts(
  container: ServiceWorkerContainer | undefined,
  language: string | null,
): Promise<OfflineFacts> {
  const worker = container === undefined ? null : await activeWorker(container, ANSWER_MS)
  const state =
    worker === null
      ? null
      : ((await ask(worker, { type: 'STATE', language }, ANSWER_MS)) as ShellState | null)
  return {
    installed: isInstalled(),
    ...(await readStorageFacts()),
    shellReady: state?.shellReady === true,
    mapCodeReady: state?.mapCodeReady === true,
  }
}

/** iOS tells by a property of its own. null = the browser does not tell. */
function isInstalled(): boolean | null {
  const standalone = (globalThis.navigator as { standalone?: boolean } | undefined)?.standalone
  if (standalone === true) return true
  if (typeof globalThis.matchMedia !== 'function') return null
  return matchMedia('(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)')
    .matches
}
