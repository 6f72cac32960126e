import type { TileReader } from '#platform/ports.ts'

export type TileRequest = {
  readonly role: 'basemap' | 'zones'
  readonly z: number
  readonly x: number
  readonly y: number
}

/** A read that takes longer is given up and counts as failed (ms): a hanging disk must not look like an empty layer. */
export const READ_DEADLINE = 10_000

/**
 * Reads one tile. Resolves with an empty buffer where the pack has no tile. Rejects when the reader rejects, when it does not
 * settle within `deadline` ms, and when `signal` aborts.
 */
export async function readTile(
  reader: TileReader,
  { role, z, x, y }: TileRequest,
  signal: AbortSignal,
  deadline: number = READ_DEADLINE,
): Promise<ArrayBuffer> {
  const late = new AbortController()
  const timer = setTimeout(
    () => late.abort(new Error(`Tile ${role} ${z}/${x}/${y} was not read in time`)),
    deadline,
  )
  const either = AbortSignal.any([signal, late.signal])
  try {
    const bytes = await Promise.race([reader(role, z, x, y, either), aborted(either)])
    return bytes ?? new ArrayBuffer(0)
  } finally {
    clearTimeout(timer)
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
