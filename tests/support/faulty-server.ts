import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Answer = (request: IncomingMessage, response: ServerResponse, attempt: number) => void

/**
 * A server on this machine that answers each path as a test wants, the n-th time differently if it likes. Closed when the
 * test has ended. `asked` holds every request, oldest first.
 */
export async function faultyServer(
  answers: Readonly<Record<string, Answer>>,
): Promise<{ readonly url: string; readonly asked: { path: string; range: string | null }[] }> {
  const asked: { path: string; range: string | null }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, range: request.headers.range ?? null })
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end('not found')
    else answer(request, response, asked.filter((one) => one.path === path).length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** Sends the whole content, or from where `Range` says; with an ETag when it is given. */
export function send(content: Uint8Array, etag?: string): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
    const start = isSame ? from : 0
    const body = content.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': body.length,
      'last-modified': 'Mon, 01 Sep 2025 00:00:00 GMT',
      ...(etag === undefined ? {} : { etag }),
      ...(start > 0 ? { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` } : {}),
    })
    response.end(body)
  }
}

/** Promises the whole content, sends the first part of it, and breaks off. */
export function breakOff(content: Uint8Array, after: number, etag?: string): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': content.length, ...(etag === undefined ? {} : { etag }) })
    response.write(content.subarray(0, after), () => setTimeout(() => response.destroy(), 20))
  }
}
