import { existsSync } from 'node:fs'
import { createServer as createPlain, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { LONGEST_UP } from '#domain/drills/relay-message.ts'
import { Refusal } from '../lib/refusal.ts'
import { createHandler, stop, type Handler, type ServeOptions } from '../serve.ts'
import { createAllowances } from './allowance.ts'
import { LIMITS, type RelayLimits } from './limits.ts'
import type { RelayTime } from './peer.ts'
import { createRooms } from './rooms.ts'
import { drawSecret } from './secret.ts'
import { serveSocket, type ServedSocket } from './serve-socket.ts'

export type RelayOptions = ServeOptions & {
  /** Address that it listens on; absent = this machine only. */
  readonly host?: string
  /** Certificate and key, as PEM; null = without TLS. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer } | null
  /** True = requests come through a proxy of one's own, which says whose they are in `X-Forwarded-For`. */
  readonly isBehindProxy?: boolean
  /** Of the organisers; absent = a new one. */
  readonly secret?: string
  readonly limits?: Partial<RelayLimits>
}

export type StartedRelay = {
  /** Ends in a slash. */
  readonly url: string
  readonly port: number
  readonly secret: string
  /** How much is in memory now: numbers only. */
  count(): { readonly sockets: number; readonly rooms: number }
  close(): Promise<void>
}

/** The built app and, beside it, `relay`: both of one origin, so that the page's own policy lets it in and nothing else. */
export async function startRelay(options: RelayOptions): Promise<StartedRelay> {
  if (!existsSync(join(options.dir, 'index.html')))
    throw new Refusal(`There is no built app in ${options.dir}: run "npm run build" first`)
  const limits = { ...LIMITS, ...options.limits }
  const secret = options.secret ?? drawSecret()
  const time: RelayTime = {
    now: () => performance.now(),
    later: (act, ms) => void setTimeout(act, ms).unref(),
  }
  const server = createHost(createHandler(options), options.tls ?? null)
  const relay = relayAt(server, { ...options, limits, secret, time })
  const host = options.host ?? '127.0.0.1'
  const port = await listenAt(server, options.port, host)
  const scheme = options.tls == null ? 'http' : 'https'
  return {
    url: `${scheme}://${nameOf(host)}:${port}/`,
    port,
    secret,
    count: relay.count,
    close: () => {
      relay.close()
      return stop(server)
    },
  }
}

function createHost(handler: Handler, tls: RelayOptions['tls']): Server {
  // Who is slow to say what they want is not waited for.
  const patience = { headersTimeout: 10_000, requestTimeout: 30_000 }
  const server = tls == null ? createPlain(patience, handler) : createSecure({ ...patience, ...tls }, handler)
  server.maxConnections = LIMITS.sockets * 2
  server.on('clientError', (_error, socket: Duplex) => socket.destroy())
  return server
}

type RelayAt = Pick<RelayOptions, 'isBehindProxy'> & {
  readonly limits: RelayLimits
  readonly secret: string
  readonly time: RelayTime
}

function relayAt(
  server: Server,
  { limits, secret, time, isBehindProxy = false }: RelayAt,
): Pick<StartedRelay, 'count'> & { close(): void } {
  const rooms = createRooms(secret, time, limits)
  const sockets = new Set<ServedSocket>()
  const ofAddress = new Map<string, number>()
  const joins = createAllowances(limits.perAddress, limits.joinsPerSecond)
  const library = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // What is sent is short, and unpacking is where a hostile message gets large.
    perMessageDeflate: false,
    maxPayload: LONGEST_UP,
  })

  const refusalFor = (request: IncomingMessage, address: string): number | null => {
    if (request.url?.split('?')[0] !== '/relay') return 404
    if (!isOwnPage(request)) return 403
    if (!joins.take(address, time.now())) return 429
    const isFull = sockets.size >= limits.sockets || (ofAddress.get(address) ?? 0) >= limits.perAddress
    return isFull ? 503 : null
  }
  const count = (address: string, change: 1 | -1): void => {
    const left = (ofAddress.get(address) ?? 0) + change
    if (left > 0) ofAddress.set(address, left)
    else ofAddress.delete(address)
  }

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const address = addressOf(request, isBehindProxy)
    const refused = refusalFor(request, address)
    if (refused !== null) return void stream.end(`HTTP/1.1 ${refused} \r\nConnection: close\r\n\r\n`)
    library.handleUpgrade(request, stream, head, (socket) => {
      const served = serveSocket(socket, { rooms, address, time, limits })
      sockets.add(served)
      count(address, 1)
      socket.once('close', () => {
        sockets.delete(served)
        count(address, -1)
      })
    })
  })

  const checking = setInterval(() => {
    for (const one of sockets) one.check()
    rooms.tidy()
    joins.tidy(time.now())
  }, limits.pingMs).unref()
  return {
    count: () => ({ sockets: sockets.size, rooms: rooms.count() }),
    close() {
      clearInterval(checking)
      for (const one of sockets) one.goAway()
    },
  }
}

/** A page of another host has no business here; what is no page says nothing of where it is from. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Only the last name in the list is the proxy's own; whatever stands before it, the phone may have written. */
function addressOf({ headers, socket }: IncomingMessage, isBehindProxy: boolean): string {
  const told = isBehindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined
  return wholeNet(told || (socket.remoteAddress ?? ''))
}

/** One subscriber of IPv6 has a net of 2^64 addresses, and counts as one. */
const wholeNet = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address

const nameOf = (host: string): string =>
  ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host

function listenAt(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })
}
