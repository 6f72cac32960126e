import { readDown, RELAY_ENDS, writeUp, type DownMessage } from '#domain/drills/relay-message.ts'
import type { RelayRefusal, RelayRole } from '../drill-ports.ts'
import type { OpenLine, RelayLine } from './relay-line.ts'
import type { RelayRhythm } from './relay-rhythm.ts'

/** How a connection ended. `lost` try again · `later` the relay asks for patience · else it is no use to try the same again. */
export type SessionEnd = 'lost' | 'later' | RelayRefusal

export type SessionOptions = {
  readonly open: OpenLine
  readonly address: string
  readonly rhythm: RelayRhythm
  readonly room: string
  readonly role: RelayRole
  readonly onJoined: () => void
  readonly onMessage: (message: DownMessage) => void
  /** Called once, and not when it was ended from here. */
  readonly onEnd: (end: SessionEnd) => void
}

/** One connection from its beginning to its end. */
export type RelaySession = {
  send(message: Parameters<typeof writeUp>[0]): void
  /** Asks whether it still stands. */
  check(): void
  end(): void
}

const ENDS: Readonly<Record<number, SessionEnd>> = {
  [RELAY_ENDS.wrongSecret]: 'wrongSecret',
  [RELAY_ENDS.replaced]: 'replaced',
  [RELAY_ENDS.idle]: 'idle',
  [RELAY_ENDS.otherVersion]: 'otherVersion',
  // What this app says is whole by its own measure: whoever does not understand it is another version.
  [RELAY_ENDS.broken]: 'otherVersion',
  [RELAY_ENDS.tooMany]: 'later',
  [RELAY_ENDS.noRoom]: 'later',
}

/** Joins a room, answers for the connection being alive, and tells what comes. Never throws. */
export function openSession(options: SessionOptions): RelaySession {
  const { rhythm, room, role } = options
  let line: RelayLine | null = null
  let isOver = false
  let hasJoined = false
  let patience: ReturnType<typeof setTimeout> | undefined
  let beat: ReturnType<typeof setTimeout> | undefined

  const stop = (): void => {
    isOver = true
    clearTimeout(patience)
    clearTimeout(beat)
    line?.end()
  }
  const finish = (end: SessionEnd): void => {
    if (isOver) return
    stop()
    options.onEnd(end)
  }
  const expectWord = (): void => {
    clearTimeout(patience)
    patience = setTimeout(() => finish('lost'), rhythm.patienceMs)
  }
  const check = (): void => {
    clearTimeout(beat)
    if (isOver || !hasJoined) return
    expectWord()
    line?.send(writeUp({ kind: 'ping' }))
    beat = setTimeout(check, Math.max(rhythm.beatMs, rhythm.patienceMs))
  }
  const take = (text: string | null): void => {
    const read = text === null ? null : readDown(text)
    if (read?.ok !== true) return finish(read?.reason === 'otherVersion' ? 'otherVersion' : 'notARelay')
    clearTimeout(patience)
    if (read.value.kind === 'ack' && read.value.of === 'join' && !hasJoined) {
      hasJoined = true
      beat = setTimeout(check, rhythm.beatMs)
      options.onJoined()
    } else if (!isOver) options.onMessage(read.value)
  }

  expectWord()
  try {
    line = options.open(options.address, {
      onOpen: () =>
        line?.send(writeUp({ kind: 'join', room, secret: role.kind === 'phone' ? null : role.secret })),
      onText: take,
      onEnd: (code) => finish(ENDS[code] ?? 'lost'),
    })
  } catch {
    // Not within this call: whoever opens a session does not have it yet.
    setTimeout(() => finish('blocked'), 0)
  }
  return {
    send(message) {
      if (hasJoined && !isOver) line?.send(writeUp(message))
    },
    check,
    end: stop,
  }
}
