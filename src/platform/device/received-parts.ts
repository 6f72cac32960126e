import * as v from 'valibot'

const KEY = 'mhm-received'
/** A series that was not gone on with for so long is forgotten: somebody scans codes in one go. Milliseconds; own choice. */
const LONGEST_PAUSE = 60 * 60 * 1000

const Kept = v.object({
  at: v.number(),
  parts: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,4000}$/))), v.maxLength(120)),
})

/**
 * The parts of a series of codes that are here so far. Each code that is scanned opens the app anew, so they outlive the page;
 * where the browser keeps nothing they live as long as it. Nothing of them was read as a plan yet.
 */
export type ReceivedParts = {
  read(now: number): readonly string[]
  keep(parts: readonly string[], now: number): void
}

export function createReceivedParts(storage: Storage | null = browserStorage()): ReceivedParts {
  let memory: readonly string[] = []
  return {
    read(now) {
      const kept = v.safeParse(Kept, parse(attempt(() => storage?.getItem(KEY) ?? null)))
      if (!kept.success) return memory
      const { at, parts } = kept.output
      return at <= now && now - at <= LONGEST_PAUSE ? parts : memory
    },
    keep(parts, now) {
      memory = parts
      attempt(() =>
        parts.length === 0
          ? storage?.removeItem(KEY)
          : storage?.setItem(KEY, JSON.stringify({ at: now, parts })),
      )
    },
  }
}

const parse = (text: string | null): unknown =>
  text === null || text.length > 500_000 ? null : attempt(() => JSON.parse(text) as unknown)

function browserStorage(): Storage | null {
  return attempt(() => (globalThis as { localStorage?: Storage }).localStorage ?? null)
}

/** Merely touching `localStorage` throws where the person blocks it, and writing where the disk is full. */
function attempt<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}
