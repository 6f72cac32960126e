/** The name of the channel, and of the record that stands in for it. */
const CHANNEL = 'mhm-plans'
const RECORD = 'mhm-plans-changed'

/** Tells the other tabs of this app that a plan changed, and hears from them. */
export type OtherTabs = {
  tell(id: string): void
  /** Calls back with the id of a plan, null = any may have changed. The result ends it. */
  listen(changed: (id: string | null) => void): () => void
  /** As if another tab had told that any may have changed. */
  wake(): void
}

/** The id in a message of another tab; null = it is none of ours. Messages are data from outside like any other. */
export function idIn(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'id')) return null
  const { id } = message as { readonly id: unknown }
  return typeof id === 'string' && /^[a-z0-9]{16}$/.test(id) ? id : null
}

/**
 * By `BroadcastChannel`; where there is none, by the `storage` event of a small record. A tab that comes back to the front
 * may have slept through both: it is woken.
 */
export function createOtherTabs(): OtherTabs {
  const listeners = new Set<(id: string | null) => void>()
  const hear = (id: string | null) => [...listeners].forEach((listener) => listener(id))
  let line: { readonly send: (id: string) => void; readonly end: () => void } | null = null
  const endWaking = { now: () => {} }
  return {
    tell(id) {
      attempt(() => (line ??= openLine(hear)).send(id))
    },
    listen(changed) {
      if (listeners.size === 0) {
        attempt(() => (line ??= openLine(hear)))
        endWaking.now = onComingBack(() => hear(null))
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        endWaking.now()
        attempt(() => line?.end())
        line = null
      }
    },
    wake: () => hear(null),
  }
}

function openLine(hear: (id: string) => void) {
  const take = (message: unknown) => {
    const id = idIn(message)
    if (id !== null) hear(id)
  }
  if (typeof globalThis.BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', (event) => take(event.data))
    return { send: (id: string) => channel.postMessage({ id }), end: () => channel.close() }
  }
  const onStorage = (event: StorageEvent) => {
    if (event.key === RECORD && event.newValue !== null) attempt(() => take(JSON.parse(event.newValue ?? '')))
  }
  globalThis.addEventListener('storage', onStorage)
  return {
    // The same text twice is no event: the record is emptied after each.
    send(id: string) {
      localStorage.setItem(RECORD, JSON.stringify({ id }))
      localStorage.removeItem(RECORD)
    },
    end: () => globalThis.removeEventListener('storage', onStorage),
  }
}

function onComingBack(back: () => void): () => void {
  const page = (globalThis as { document?: Document }).document
  const onVisible = () => {
    if (page?.visibilityState === 'visible') back()
  }
  page?.addEventListener('visibilitychange', onVisible)
  return () => page?.removeEventListener('visibilitychange', onVisible)
}

function attempt(action: () => unknown): void {
  try {
    action()
  } catch {
    // Without a line each tab still finds out when it saves.
  }
}
