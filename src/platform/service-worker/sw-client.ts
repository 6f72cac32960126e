import type { Workbox } from 'workbox-window'
import { askToPersist, readStorageFacts } from '../device/keep-storage.ts'
import type { AppShell } from '../ports.ts'

/** A worker that does not answer within this time is taken for none. */
const ANSWER_MS = 3_000
/** The map's code can be large on a slow line; the browser may stop the worker sooner, and then it goes on next time. */
const KEEP_MS = 120_000
/** If nobody asks for the map's code, it is fetched this long after the start. */
const UNASKED_MS = 20_000

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
  let registered: Promise<boolean> = Promise.resolve(false)
  let isMapKept = false

  const keepMapCode = async (): Promise<boolean> => {
    if (container === undefined || !(await registered)) return false
    const worker = await activeWorker(container, KEEP_MS)
    isMapKept = worker !== null && (await ask(worker, { type: 'KEEP_MAP' }, KEEP_MS)) === true
    return isMapKept
  }

  const retry = () => {
    if (!isMapKept) void keepMapCode()
    workbox?.update().catch(() => undefined)
  }

  const register = async (onUpdateReady: () => void): Promise<void> => {
    const { Workbox: Registrar } = await import('workbox-window')
    workbox = new Registrar(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    workbox.addEventListener('waiting', onUpdateReady)
    await workbox.register({ immediate: true })
    addEventListener('online', retry)
    setTimeout(() => isMapKept || void keepMapCode(), UNASKED_MS)
  }

  return {
    async start(onUpdateReady) {
      if (!isPossible || workbox !== null) return
      registered = register(onUpdateReady).then(
        () => true,
        () => false,
      )
      await registered
    },
    applyUpdate() {
      if (workbox === null) return
      container?.addEventListener('controllerchange', reload, { once: true })
      workbox.messageSkipWaiting()
    },
    keepMapCode: () => keepMapCode().catch(() => false),
    askToPersist: () => askToPersist(),
    async facts() {
      const worker = isPossible && container !== undefined ? await activeWorker(container, ANSWER_MS) : null
      const state =
        worker === null ? null : ((await ask(worker, { type: 'STATE' }, ANSWER_MS)) as ShellState | null)
      return {
        installed: isInstalled(),
        ...(await readStorageFacts()),
        shellReady: state?.shellReady === true,
        mapCodeReady: state?.mapCodeReady === true,
      }
    },
  }
}

async function activeWorker(
  container: ServiceWorkerContainer,
  deadline: number,
): Promise<ServiceWorker | null> {
  const registration = await within(container.ready, deadline)
  return registration?.active ?? null
}

/** Asks the worker one question. null = no answer before the deadline. */
function ask(worker: ServiceWorker, question: { readonly type: string }, deadline: number): Promise<unknown> {
  const channel = new MessageChannel()
  const answer = new Promise<unknown>((resolve) => {
    channel.port1.onmessage = (event: MessageEvent<unknown>) => resolve(event.data)
  })
  worker.postMessage(question, [channel.port2])
  return within(answer, deadline).finally(() => channel.port1.close())
}

async function within<T>(promise: Promise<T>, deadline: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadline)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** iOS tells by a property of its own. null = the browser does not tell. */
function isInstalled(): boolean | null {
  const standalone = (globalThis.navigator as { standalone?: boolean } | undefined)?.standalone
  if (standalone === true) return true
  if (typeof globalThis.matchMedia !== 'function') return null
  return matchMedia('(display-mode: standalone), (display-mode: fullscreen), (display-mode: minimal-ui)')
    .matches
}
