import type { FeedNetworkFailure } from '../ports.ts'
import { linkedAbort, orAbort } from '../packs/linked-abort.ts'
import { beginningOf, readBody } from '../packs/read-body.ts'
import type { Fetch } from '../packs/download.ts'

/** How long a host may take. Milliseconds. */
export type FeedPatience = {
  /** Until the head of the answer is here. */
  readonly firstByteMs: number
  /** Until all of it is here. */
  readonly totalMs: number
}
/** 4 s and 15 s: who has no answer by then has a network that only pretends. */
export const FEED_PATIENCE: FeedPatience = { firstByteMs: 4_000, totalMs: 15_000 }

/** Thrown inside this folder. `message` is for the console only. */
export class HostError extends Error {
  readonly code: FeedNetworkFailure
  constructor(code: FeedNetworkFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'HostError'
    this.code = code
  }
}

export type HostAnswer =
  | { readonly is: 'unchanged'; readonly hostDate: number | null }
  | {
      readonly is: 'bytes'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly etag: string | null
      readonly hostDate: number | null
    }

export type AskOptions = {
  readonly fetch: Fetch
  readonly patience: FeedPatience
  readonly signal: AbortSignal
  /** Most bytes that are accepted, counted as they come out. */
  readonly cap: number
  /** The mark of the copy that we have; null = we have none. */
  readonly etag: string | null
}

/**
 * Asks the host for a small file. Rejects with the reason of `signal`, or with a `HostError`: `dead` there is no network, or the
 * host is not to be reached · `slow` no answer, or not all of it, in time · `signInPage` a network that wants something first
 * answered in the host's place · `notTheFile` the host answered with something that cannot be the file · `absent` it has no such file (yet) · `serverError` ·
 * `tooLarge`. `navigator.onLine` is never asked: it lies both ways.
 */
export async function askHost(address: string, options: AskOptions): Promise<HostAnswer> {
  options.signal.throwIfAborted()
  const { control, unlink } = linkedAbort(options.signal)
  const { signal } = control
  const slow = new HostError('slow', `${address}: no answer in time`)
  const first = setTimeout(() => control.abort(slow), options.patience.firstByteMs)
  const total = setTimeout(() => control.abort(slow), options.patience.totalMs)
  try {
    const response = await orAbort(options.fetch(address, requestOf(options, signal)), signal)
    clearTimeout(first)
    const hostDate = dateOf(response)
    if (response.status === 304 && options.etag !== null) return { is: 'unchanged', hostDate }
    checkHead(address, response)
    const { cap } = options
    const tooLarge = () => new HostError('tooLarge', `${address}: more than ${cap} bytes`)
    const bytes = await readBody(response, { signal, cap, tooLarge })
    checkBody(address, bytes)
    return { is: 'bytes', bytes, etag: etagOf(response), hostDate }
  } catch (error) {
    options.signal.throwIfAborted()
    const reason: unknown = signal.aborted ? signal.reason : error
    throw reason instanceof HostError ? reason : new HostError('dead', `${address}: no answer`, reason)
  } finally {
    clearTimeout(first)
    clearTimeout(total)
    unlink()
    control.abort()
  }
}

const requestOf = ({ etag }: AskOptions, signal: AbortSignal): RequestInit => ({
  signal,
  // The browser's own cache would answer in the host's place; what is kept lies in our own database.
  cache: 'no-store',
  redirect: 'manual',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  ...(etag === null ? {} : { headers: { 'If-None-Match': etag } }),
})

function checkHead(address: string, response: Response): void {
  const { status, type } = response
  const isElsewhere =
    type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400 && status !== 304)
  // 511: "Network Authentication Required", RFC 6585 §6.
  if (isElsewhere || status === 511) throw new HostError('signInPage', `${address}: status ${status}`)
  if (status === 404 || status === 410) throw new HostError('absent', `${address}: status ${status}`)
  if (status >= 400) throw new HostError('serverError', `${address}: status ${status}`)
  if (/\bhtml\b/i.test(response.headers.get('content-type') ?? ''))
    throw new HostError('signInPage', `${address}: a web page`)
  // 204 has nothing, 206 a part, and nobody asked for either.
  if (status !== 200) throw new HostError('notTheFile', `${address}: status ${status}`)
}

/** Every file of ours is JSON. Sign-in pages come under any type. */
function checkBody(address: string, bytes: Uint8Array): void {
  const start = beginningOf(bytes)
  if (start.startsWith('<')) throw new HostError('signInPage', `${address}: a web page came instead of data`)
  if (!/^[[{]/.test(start)) throw new HostError('notTheFile', `${address}: no JSON`)
}

/** What is sent back as it came; longer than this it is no mark. */
function etagOf(response: Response): string | null {
  const etag = response.headers.get('etag')
  return etag !== null && /^(W\/)?"[\x21\x23-\x7e]{0,120}"$/.test(etag) ? etag : null
}

function dateOf(response: Response): number | null {
  const date = Date.parse(response.headers.get('date') ?? '')
  return Number.isFinite(date) ? date : null
}
