import { mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import type { Handler } from '../serve.ts'

/** The files of a city, and nothing else: `<code>/closures.json`, `alerts.json`, `keys.json`, and their signatures. */
const NAME = /^\/feeds\/(\d{5}\/(?:closures|alerts|keys)\.json(?:\.sig)?)$/

/** More than any of these files may have (docs/closures.md). */
const MOST_BYTES = 2_000_000

/**
 * A static store on this machine that takes the files of a city by PUT, as a clerk's page sends them, and leaves everything else to
 * `next`. For trying only: whoever reaches it may write, so it is served to this machine alone. What is not rightly signed is taken
 * too, as every static store does; phones refuse it.
 */
export function withStore(next: Handler, folder: string): Handler {
  return (request, response) => {
    if (request.method !== 'PUT') return next(request, response)
    const name = NAME.exec(new URL(request.url ?? '/', 'http://localhost').pathname)?.[1]
    if (name === undefined) return answer(response, 403)
    take(request)
      .then((bytes) => {
        if (bytes === null) return answer(response, 413)
        writeWhole(folder, name, bytes)
        answer(response, 204)
      })
      .catch(() => answer(response, 500))
  }
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.setHeader('Cache-Control', 'no-store')
  response.end()
}

/** The body; null = it is too large. */
async function take(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= MOST_BYTES) parts.push(part)
  }
  return length > MOST_BYTES ? null : Buffer.concat(parts)
}

/** Nobody ever reads half a file. */
function writeWhole(folder: string, name: string, bytes: Buffer): void {
  const path = join(realpathSync(resolve(folder)), name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}
