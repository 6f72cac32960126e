import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Bounds } from '#domain/geo/lng-lat.ts'

/** What the first bytes have to look like, so that an error page is never taken for data. */
export type Expected = 'zip' | 'json' | 'csv' | 'tile'

/** A file that is on disk now. */
export type Had = {
  readonly ok: true
  readonly url: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** Date of the facts as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, when the mirror or the server tells it. */
  readonly asOf: string | null
  /** `[west, south, east, north]` in degrees when the copy is known to hold only this part; null = whole. */
  readonly extent: Bounds | null
}

/**
 * A file that could not be had. `notFound` the publisher has no such file · `notData` the server answered something else,
 * such as a page · `unreachable` no answer, or no whole one · `notOpen` it may not be used, so it was not asked for. Each is missing data and never an empty answer.
 */
export type NotHad = {
  readonly ok: false
  readonly url: string
  readonly why: 'notFound' | 'notData' | 'unreachable' | 'notOpen'
  readonly detail: string
}

export type Fetched = Had | NotHad

export type Wanted = {
  readonly expects: Expected
  readonly maxBytes: number
  /** True = ask the server even when there is a copy in the cache, which then only helps when it does not answer. */
  readonly fresh?: boolean
}

/** Where the publishers' files come from: the network or a folder. */
export interface Upstream {
  /** @throws Refusal for a file that is there but must not be used; the signal's reason when it was aborted. */
  get(url: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched>
  /** Hosts that gave no answer, in the order in which they were found so. */
  unreachable(): readonly string[]
}

/** SHA-256 of a file as hex, read piece by piece. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** SHA-256 of bytes as hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
