import type { RawData, WebSocket } from 'ws'
import {
  readUp,
  RELAY_ENDS,
  writeDown,
  type DownMessage,
  type NotTaken,
  type RelayEnd,
  type UpMessage,
} from '#domain/drills/relay-message.ts'
import { createAllowance } from './allowance.ts'
import type { RelayLimits } from './limits.ts'
import type { Peer, RelayTime } from './peer.ts'
import type { PhoneInRoom } from './people.ts'
import type { OrganiserInRoom } from './room.ts'
import type { Rooms } from './rooms.ts'

export type ServeSocketOptions = {
  readonly rooms: Rooms
  readonly address: string
  readonly time: RelayTime
  readonly limits: RelayLimits
}

/** A connection that can be looked after from outside. */
export type ServedSocket = {
  /** Lets go of who does not answer, says nothing for hours, or came for nothing. To be called once in `pingMs`. */
  check(): void
  /** Ends it since the relay ends: the client tries again. */
  goAway(): void
}

const LAST_WORD_MS = 2_000

type Place =
  | { readonly kind: 'phone'; readonly phone: PhoneInRoom }
  | { readonly kind: 'organiser'; readonly organiser: OrganiserInRoom }

/** One connection from its first message to its end. Whatever is not what it should be ends it with a code. */
export function serveSocket(socket: WebSocket, options: ServeSocketOptions): ServedSocket {
  const { time, limits } = options
  const allowance = createAllowance(limits.burst, limits.perSecond, time.now())
  const peer = peerOf(socket)
  let place: Place | null = null
  let [isAlive, lastSaid] = [true, time.now()]

  const joining = setTimeout(() => {
    if (place === null) peer.end('noJoin')
  }, limits.joinMs)

  const take = (data: RawData, isBinary: boolean): void => {
    if (socket.readyState !== socket.OPEN) return
    if (!allowance.take(time.now())) return peer.end('tooMany')
    const read = isBinary ? null : readUp(textOf(data))
    if (read?.ok !== true) return peer.end(read?.reason === 'otherVersion' ? 'otherVersion' : 'broken')
    if (read.value.kind !== 'ping') lastSaid = time.now()
    if (place === null) enter(read.value)
    else if (place.kind === 'phone' && peer.backlog() > limits.phoneBacklog) socket.terminate()
    else say(answer(read.value, place))
  }
  const enter = (message: UpMessage): void => {
    const found = placeFor(message, peer, options)
    if (typeof found === 'string') return peer.end(found)
    place = found
    say(ack('join'))
  }
  const say = (text: string | null): void => {
    if (text === null) peer.end('broken')
    else peer.send(text)
  }
  socket.on('message', (data, isBinary) => take(data, isBinary))
  socket.on('pong', () => (isAlive = true))
  // A frame that is none, or too long: the library says goodbye with 1002, 1007 or 1009.
  socket.on('error', () => terminateSoon(socket))
  socket.on('close', () => {
    clearTimeout(joining)
    if (place?.kind === 'phone') place.phone.leave()
    if (place?.kind === 'organiser') place.organiser.leave()
  })

  return {
    check() {
      if (!isAlive) return socket.terminate()
      const isIdle = place?.kind !== 'organiser' && time.now() - lastSaid > limits.idleMs
      if (isIdle) return peer.end('idle')
      isAlive = false
      socket.ping()
    },
    goAway: () => end(socket, 1001, ''),
  }
}

/** Where the first message leads, or why nowhere. */
function placeFor(message: UpMessage, peer: Peer, { rooms, address }: ServeSocketOptions): Place | RelayEnd {
  if (message.kind !== 'join') return 'broken'
  const { room, secret } = message
  if (secret === null) {
    const phone = rooms.joinAsPhone(room, peer)
    return phone.ok ? { kind: 'phone', phone: phone.value } : phone.reason
  }
  const organiser = rooms.joinAsOrganiser(room, peer, { secret, address })
  return organiser.ok ? { kind: 'organiser', organiser: organiser.value } : organiser.reason
}

/** null = this is not for them to say. */
function answer(message: UpMessage, place: Place): string | null {
  if (message.kind === 'ping') return ack('ping')
  if (place.kind === 'organiser')
    return message.kind === 'call' ? ack('call', place.organiser.call(message.call)) : null
  const { phone } = place
  if (message.kind === 'report') return ack('report', phone.handIn(message.code))
  if (message.kind !== 'state') return null
  const { nonce, status, language, cell } = message
  return ack('state', phone.tell({ nonce, status, language, cell }))
}

const ack = (of: Extract<DownMessage, { kind: 'ack' }>['of'], why: NotTaken | null = null): string =>
  writeDown({ kind: 'ack', of, why })

function peerOf(socket: WebSocket): Peer {
  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    end: (why) => end(socket, RELAY_ENDS[why], why),
    backlog: () => socket.bufferedAmount,
  }
}

function end(socket: WebSocket, code: number, why: string): void {
  socket.close(code, why)
  terminateSoon(socket)
}

/** Who does not answer a goodbye is not waited for. */
const terminateSoon = (socket: WebSocket): void =>
  void setTimeout(() => socket.terminate(), LAST_WORD_MS).unref()

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8')
