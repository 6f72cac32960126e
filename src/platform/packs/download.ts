import { PackError } from './pack-error.ts'
import { linkedAbort, orAbort } from './linked-abort.ts'
import { beginningOf, readBody } from './read-body.ts'

/** The part of `fetch` that is used here. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** How long a network may take that answers but does not deliver. */
export type Patience = {
  /** Until the head of the answer is here, milliseconds. */
  readonly firstByteMs: number
  /** The slowest speed that is waited for, bytes per second over all files that are fetched together. */
  readonly floorBytesPerSecond: number
  /** Over how long a time the speed is taken, milliseconds. */
  readonly floorWindowMs: number
}

/** 4 s and 3 KB/s: a congested phone network still passes, a network that only pretends does not hold the answer up. */
export const PATIENCE: Patience = { firstByteMs: 4_000, floorBytesPerSecond: 3_000, floorWindowMs: 10_000 }

/** On the first visit there is nothing else that could answer, and the line is shared with the app's own code. */
export const FIRST_PATIENCE: Patience = { ...PATIENCE, firstByteMs: 12_000 }

export type DownloadOptions = {
  readonly fetch: Fetch
  readonly patience: Patience
  readonly signal: AbortSignal
  /** Most bytes that are accepted. */
  readonly cap: number
  readonly cache: RequestCache
  readonly onBytes?: (bytes: number) => void
}

/**
 * Fetches a whole file.
 * @returns its bytes. Rejects with the reason of `signal`, or with a `PackError`: `unreachable` (no answer in time, or it
 * broke off), `notData` (another status, a redirect, a web page), `corrupt` (more bytes than allowed).
 */
export async function download(address: string, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  options.signal.throwIfAborted()
  const { control, unlink } = linkedAbort(options.signal)
  const { signal } = control
  const tooLate = new PackError('unreachable', `${address}: no answer in time`)
  const deadline = setTimeout(() => control.abort(tooLate), options.patience.firstByteMs)
  try {
    const response = await orAbort(
      options.fetch(address, {
        signal,
        cache: options.cache,
        redirect: 'manual',
        credentials: 'same-origin',
      }),
      signal,
    )
    clearTimeout(deadline)
    checkHead(address, response)
    const { cap, onBytes } = options
    const tooLarge = () => new PackError('corrupt', `${address}: more than ${cap} bytes`)
    const bytes = await readBody(response, { signal, cap, tooLarge, onBytes })
    // None of our files begins so.
    if (beginningOf(bytes).startsWith('<'))
      throw new PackError('notData', `${address}: a web page came instead of data`)
    return bytes
  } catch (error) {
    options.signal.throwIfAborted()
    const reason: unknown = signal.aborted ? signal.reason : error
    throw reason instanceof PackError ? reason : new PackError('unreachable', `${address}: no answer`, reason)
  } finally {
    clearTimeout(deadline)
    unlink()
    control.abort()
  }
}

function checkHead(address: string, response: Response): void {
  const type = response.headers.get('content-type') ?? ''
  const isPlainAnswer = response.status === 200 && response.type !== 'opaqueredirect' && !response.redirected
  if (!isPlainAnswer) throw new PackError('notData', `${address}: status ${response.status}`)
  if (/\bhtml\b/i.test(type)) throw new PackError('notData', `${address}: ${type}`)
}

/**
 * Runs downloads that share one line and breaks them all off when together they stay below the floor for one window.
 * @param job is given a signal to hand on, and a counter to call with every piece that arrives
 */
export async function aboveFloor<T>(
  patience: Patience,
  signal: AbortSignal,
  job: (signal: AbortSignal, count: (bytes: number) => void) => Promise<T>,
): Promise<T> {
  const { control, unlink } = linkedAbort(signal)
  const least = (patience.floorBytesPerSecond * patience.floorWindowMs) / 1000
  let arrived = 0
  const watch = setInterval(() => {
    if (arrived < least) control.abort(new PackError('unreachable', 'the network is too slow'))
    arrived = 0
  }, patience.floorWindowMs)
  try {
    return await job(control.signal, (bytes) => (arrived += bytes))
  } finally {
    clearInterval(watch)
    unlink()
    control.abort()
  }
}
