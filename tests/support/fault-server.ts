import {
  createServer,
  request as sendRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { withStore } from '#scripts/lib/feed-store.ts'
import { listen, startServer, stop, type ServeOptions } from '#scripts/serve.ts'

/** What may go wrong with the answer to one path. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  /** 200 with a web page, as a sign-in page does. */
  | { readonly kind: 'html' }
  /** The head tells the whole length, the connection ends after `bytes`. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** Only the first `bytes`, and a head that fits them. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  | { readonly kind: 'flipBit'; readonly at: number }
  /** The answer of another path in its place. */
  | { readonly kind: 'swap'; readonly path: string }
  | { readonly kind: 'body'; readonly body: string; readonly type: string }
  /** Accepts and never answers. */
  | { readonly kind: 'hang' }

export type FaultRule = { readonly path: RegExp; readonly fault: Fault }
/** One line that all connections share. */
export type Line = {
  readonly bytesPerSecond: number
  /** Before each answer, milliseconds. */
  readonly latencyMs: number
}

/** Slow 4G as Lighthouse and the DevTools have it: 1.6 Mbit/s, 150 ms. */
export const SLOW_4G: Line = { bytesPerSecond: 200_000, latencyMs: 150 }

export type FaultServer = {
  /** Ends in a slash; stays the same whatever is served or broken behind it. */
  readonly url: string
  /** Every path that was asked for, in order, with the bytes that went out for it. */
  readonly log: readonly { readonly path: string; readonly bytes: number }[]
  setFaults(...rules: readonly FaultRule[]): void
  setLine(line: Line | null): void
  /** Serves another build or other packs from now on. */
  serve(options: Omit<ServeOptions, 'port'>): Promise<void>
  /** Ends the server and every connection; the port is free until `revive`. */
  kill(): Promise<void>
  revive(): Promise<void>
  close(): Promise<void>
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer }

/** The production server behind a line that can be made slow, false or dead. Where it has a folder of feeds it takes them by PUT too. */
export async function startFaultServer(options: ServeOptions): Promise<FaultServer> {
  let behind = await startServer({ ...options, port: 0 })
  let rules: readonly FaultRule[] = []
  let line: Line | null = null
  const log: { path: string; bytes: number }[] = []
  const share = createShare(() => line)

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    const entry = { path, bytes: 0 }
    log.push(entry)
    if (line !== null) await wait(line.latencyMs)
    const fault = rules.find((rule) => rule.path.test(path))?.fault
    if (fault?.kind === 'hang') return
    const from = fault?.kind === 'swap' ? fault.path : path
    const answer = spoil(await ask(behind.url, from, request), fault)
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length) })
    const cut = fault?.kind === 'cut' ? fault.bytes : answer.body.length
    for (const piece of pieces(answer.body.subarray(0, cut))) {
      await share(piece.length)
      if (response.destroyed) return
      response.write(piece)
      entry.bytes += piece.length
    }
    if (fault?.kind === 'cut') response.destroy()
    else response.end()
  }

  const open = async (port: number): Promise<{ server: Server; port: number }> => {
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      respond(request, response).catch(() => response.destroy())
    }
    const server = createServer(options.feeds === undefined ? answer : withStore(answer, options.feeds))
    return { server, port: await listen(server, port) }
  }
  let front = await open(options.port)
  return {
    url: `http://localhost:${front.port}/`,
    log,
    setFaults: (...next) => {
      rules = next
    },
    setLine: (next) => {
      line = next
    },
    async serve(next) {
      const before = behind
      behind = await startServer({ ...next, port: 0 })
      await before.close()
    },
    kill: () => stop(front.server),
    revive: async () => {
      front = await open(front.port)
    },
    close: async () => {
      await stop(front.server)
      await behind.close()
    },
  }
}

/** As the browser asked, so that compression and `ETag` are as in production. */
function ask(base: string, path: string, request: IncomingMessage): Promise<Answer> {
  const headers = { ...request.headers }
  delete headers.host
  const target = new URL(path, base)
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: target.port,
      path,
      method: request.method,
      headers,
      agent: false,
    }
    const outgoing = sendRequest(options, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 502,
          headers: without(incoming.headers as Record<string, string>, [
            'connection',
            'transfer-encoding',
            'keep-alive',
          ]),
          body: Buffer.concat(parts),
        })
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

const without = (headers: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

function spoil(answer: Answer, fault: Fault | undefined): Answer {
  const plain = without(answer.headers, ['content-encoding', 'etag'])
  switch (fault?.kind) {
    case 'status':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from(`${fault.status}\n`),
      }
    case 'html':
      return page('<!doctype html><title>Sign in</title><p>Please sign in.</p>', 'text/html')
    case 'body':
      return page(fault.body, fault.type)
    case 'truncate':
      return { ...answer, headers: plain, body: answer.body.subarray(0, fault.bytes) }
    case 'flipBit': {
      const body = Buffer.from(answer.body)
      body[fault.at] = (body[fault.at] ?? 0) ^ 1
      return { ...answer, body }
    }
    case 'cut':
    case 'swap':
    case 'hang':
    case undefined:
      return answer
  }
}

const page = (body: string, type: string): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body: Buffer.from(body),
})

/** Small enough that a slow line flows instead of jumping. */
const PIECE = 4_096

function* pieces(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE)
}

/** Lets pieces through one after the other, at the speed of the line, whichever connection they are for. */
function createShare(line: () => Line | null): (bytes: number) => Promise<void> {
  let free = 0
  return async (bytes) => {
    const now = line()
    if (now === null) return
    const from = Math.max(free, Date.now())
    free = from + (bytes / now.bytesPerSecond) * 1000
    await wait(Math.max(0, free - Date.now()))
  }
}
