import { createWriteStream } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import type { Progress, ProgressBar } from './progress.ts'

/** How long and how often one file is tried. All times in seconds. */
export type DownloadLimits = {
  /** Until the server has answered with a status. */
  readonly firstByteSeconds: number
  /** Without any new byte. */
  readonly idleSeconds: number
  /** For the file as a whole, all tries included. */
  readonly totalSeconds: number
  readonly attempts: number
  /** Wait before the second try; doubles each time, with up to half of it added at random. */
  readonly backoffSeconds: number
}

/** Patient: an official server may be slow, and files are large. */
export const PATIENT: DownloadLimits = {
  firstByteSeconds: 30,
  idleSeconds: 60,
  totalSeconds: 3600,
  attempts: 4,
  backoffSeconds: 1,
}

/** One try within the given seconds, for a start that must not keep a person waiting. */
export const quickLimits = (seconds: number): DownloadLimits => ({
  firstByteSeconds: seconds,
  idleSeconds: seconds,
  totalSeconds: PATIENT.totalSeconds,
  attempts: 1,
  backoffSeconds: 0,
})

export type Downloaded =
  | { readonly ok: true; readonly lastModified: string | null }
  | {
      readonly ok: false
      readonly why: 'notFound' | 'notData' | 'unreachable'
      readonly detail: string
      /** True when not even a connection came about: other files of this host need not be tried. */
      readonly hostDown: boolean
    }

/** A try that failed in a way that may pass. */
class TryAgain extends Error {
  readonly connected: boolean
  readonly waitSeconds: number

  constructor(message: string, connected: boolean, waitSeconds = 0) {
    super(message)
    this.connected = connected
    this.waitSeconds = waitSeconds
  }
}

/**
 * Fetches a URL into a file. Tries again with growing waits; goes on where it stopped when the server can (`Range` with
 * `If-Range`, so never two versions in one file). When all tries fail, the half file stays for the next run; when the job is
 * cancelled, it is removed.
 * @param path where the bytes go; `<path>.json` remembers the version of a half file.
 * @throws the signal's reason when it is aborted.
 */
export async function download(
  url: string,
  path: string,
  maxBytes: number,
  limits: DownloadLimits,
  progress: Progress,
  signal: AbortSignal,
): Promise<Downloaded> {
  const deadline = AbortSignal.timeout(limits.totalSeconds * 1000)
  const bar = progress.bar(new URL(url).pathname.split('/').at(-1) ?? url, 'bytes')
  let failure = new TryAgain('not tried', false)
  for (let attempt = 0; attempt < limits.attempts && !deadline.aborted; attempt += 1) {
    try {
      if (attempt > 0) await pause(waitBefore(attempt, limits, failure), signal)
      const result = await tryOnce(url, path, maxBytes, limits, AbortSignal.any([signal, deadline]), bar)
      bar.end(null)
      return result
    } catch (error) {
      if (signal.aborted) {
        bar.end(null)
        await forget(path)
        throw signal.reason
      }
      failure = error instanceof TryAgain ? error : new TryAgain(messageOf(error), true)
    }
  }
  bar.end(null)
  return { ok: false, why: 'unreachable', detail: failure.message, hostDown: !failure.connected }
}

const waitBefore = (attempt: number, limits: DownloadLimits, failure: TryAgain): number =>
  Math.max(failure.waitSeconds, limits.backoffSeconds * 2 ** (attempt - 1) * (1 + Math.random() / 2))

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, seconds * 1000)
    function done(): void {
      signal.removeEventListener('abort', stop)
      resolve()
    }
    function stop(): void {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

async function tryOnce(
  url: string,
  path: string,
  maxBytes: number,
  limits: DownloadLimits,
  signal: AbortSignal,
  bar: ProgressBar,
): Promise<Downloaded> {
  const half = await readHalf(path)
  const watch = new Watch(signal)
  try {
    watch.wait(limits.firstByteSeconds)
    const response = await fetch(url, { signal: watch.signal, headers: requestHeaders(half) }).catch(
      (error: unknown) => {
        throw new TryAgain(watch.late ? 'no answer in time' : `no connection (${messageOf(error)})`, false)
      },
    )
    const verdict = await judge(response, path)
    if (verdict !== null) return verdict
    const resumed = response.status === 206 && half !== null && startsAt(response, half.bytes)
    const from = resumed ? half.bytes : 0
    const total = totalBytes(response, from)
    if (total !== null && total > maxBytes) return await tooLarge(response, path, total, maxBytes)
    await rememberHalf(path, response)
    const bytes = await receive(
      response,
      path,
      { from, total, maxBytes, idleSeconds: limits.idleSeconds },
      watch,
      bar,
    )
    if (bytes === null) return await tooLarge(response, path, null, maxBytes)
    if (total !== null && bytes !== total)
      throw new TryAgain(`cut off after ${bytes} of ${total} bytes`, true)
    await rm(`${path}.json`, { force: true })
    return { ok: true, lastModified: response.headers.get('last-modified') }
  } finally {
    watch.stop()
  }
}

/** Aborts when nothing happened for some seconds, or when the outer signal says so. */
class Watch {
  readonly #own = new AbortController()
  readonly signal: AbortSignal
  #timer: NodeJS.Timeout | undefined
  late = false

  constructor(outer: AbortSignal) {
    this.signal = AbortSignal.any([outer, this.#own.signal])
  }

  wait(seconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.late = true
      this.#own.abort()
    }, seconds * 1000)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

type Half = { readonly bytes: number; readonly version: string }

async function readHalf(path: string): Promise<Half | null> {
  const bytes = (await stat(path).catch(() => null))?.size ?? 0
  const version = await readFile(`${path}.json`, 'utf8').catch(() => '')
  return bytes > 0 && version !== '' ? { bytes, version } : null
}

/** A strong ETag, else the date, lets the server say whether a half file is of the same version. */
async function rememberHalf(path: string, response: Response): Promise<void> {
  const etag = response.headers.get('etag')
  const strong = etag !== null && !etag.startsWith('W/') ? etag : null
  const version = strong ?? response.headers.get('last-modified')
  if (version === null || response.headers.has('content-encoding')) await rm(`${path}.json`, { force: true })
  else await writeFile(`${path}.json`, version)
}

function requestHeaders(half: Half | null): Record<string, string> {
  const always = { 'accept-encoding': 'identity', 'user-agent': 'minna-hazard-map data pipeline' }
  return half === null ? always : { ...always, range: `bytes=${half.bytes}-`, 'if-range': half.version }
}

const startsAt = (response: Response, bytes: number): boolean =>
  response.headers.get('content-range')?.startsWith(`bytes ${bytes}-`) ?? false

/** Null when the status promises a body; else what the status means. Throws TryAgain where waiting may help. */
async function judge(response: Response, path: string): Promise<Downloaded | null> {
  const { status } = response
  if (status === 200 || status === 206) return null
  await response.body?.cancel()
  if (status === 416) {
    await forget(path)
    throw new TryAgain('the half file does not fit any more', true)
  }
  if (status === 408 || status === 429 || status >= 500) {
    const wait = Number(response.headers.get('retry-after'))
    throw new TryAgain(`HTTP ${status}`, true, Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 30) : 0)
  }
  // 204 is how some tile servers say that there is no such tile.
  const why = status >= 400 || status === 204 ? 'notFound' : 'notData'
  return { ok: false, why, detail: `HTTP ${status}`, hostDown: false }
}

function totalBytes(response: Response, from: number): number | null {
  const length = response.headers.get('content-length')
  return length === null || response.headers.has('content-encoding') ? null : from + Number(length)
}

async function tooLarge(
  response: Response,
  path: string,
  total: number | null,
  maxBytes: number,
): Promise<Downloaded> {
  await response.body?.cancel().catch(() => {})
  await forget(path)
  const size = total === null ? 'more' : `${total} bytes`
  return { ok: false, why: 'notData', detail: `${size}, at most ${maxBytes} bytes are read`, hostDown: false }
}

type Plan = { from: number; total: number | null; maxBytes: number; idleSeconds: number }

/** Writes the body to disk. @returns the length of the file, or null when it passed the cap. */
async function receive(
  response: Response,
  path: string,
  { from, total, maxBytes, idleSeconds }: Plan,
  watch: Watch,
  bar: ProgressBar,
): Promise<number | null> {
  const file = createWriteStream(path, { flags: from > 0 ? 'a' : 'w' })
  let bytes = from
  try {
    watch.wait(idleSeconds)
    for await (const chunk of response.body ?? []) {
      watch.wait(idleSeconds)
      bytes += chunk.length
      if (bytes > maxBytes) return null
      if (!file.write(chunk)) await once(file, 'drain')
      bar.update(bytes, total)
    }
    return bytes
  } catch (error) {
    throw new TryAgain(
      watch.late ? `no new byte for ${idleSeconds} s` : `broken off (${messageOf(error)})`,
      true,
    )
  } finally {
    file.end()
    await once(file, 'close')
  }
}

async function forget(path: string): Promise<void> {
  await rm(path, { force: true })
  await rm(`${path}.json`, { force: true })
}

/** Node's fetch hides the reason in `cause`. */
function messageOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown; message?: unknown } }).cause
  const said = cause?.code ?? cause?.message ?? (error as Error).message
  return typeof said === 'string' ? said : 'unknown'
}
