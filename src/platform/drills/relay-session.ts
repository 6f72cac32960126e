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

type UpWords = Parameters<typeof writeUp>[0]

/** One connection from its beginning to its end. */
export type RelaySession = {
  send(message: UpWords): void
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

  const stop = (): void => {
    isOver = true
    watch.stop()
    line?.end()
  }
  const finish = (end: SessionEnd): void => {
    if (isOver) return
    stop()
    options.onEnd(end)
  }
  /** What can be no message would be refused over there: better here. */
  const say = (message: UpWords): void => {
    try {
      line?.send(writeUp(message))
    } catch {
      finish('otherVersion')
    }
  }
  const watch = createWatch(rhythm, {
    ask: () => say({ kind: 'ping' }),
    onSilence: () => finish('lost'),
  })
  const take = (text: string | null): void => {
    const read = text === null ? null : readDown(text)
    if (read?.ok !== true) return finish(read?.reason === 'otherVersion' ? 'otherVersion' : 'notARelay')
    const isWelcome = read.value.kind === 'ack' && read.value.of === 'join' && !hasJoined
    if (hasJoined || isWelcome) watch.heard()
    if (isWelcome) {
      hasJoined = true
      watch.goOn()
      options.onJoined()
    } else if (!isOver) options.onMessage(read.value)
  }

  watch.expect()
  try {
    line = options.open(options.address, {
      onOpen: () => say({ kind: 'join', room, secret: role.kind === 'phone' ? null : role.secret }),
      onText: take,
      onEnd: (code) => finish(ENDS[code] ?? 'lost'),
    })
  } catch {
    // Not within this call: whoever opens a session does not have it yet.
    setTimeout(() => finish('blocked'), 0)
  }
  return {
    send(message) {
      if (hasJoined && !isOver) say(message)
    },
    check() {
      if (hasJoined && !isOver) watch.check()
    },
    end: stop,
  }
}

type Watch = {
  /** Something has to be heard from now on. */
  expect(): void
  heard(): void
  /** Asks after a while, again and again. */
  goOn(): void
  /** Asks now. */
  check(): void
  stop(): void
}

/** Notices a connection that died without a word: it is asked now and then, and has to answer in time. */
function createWatch(
  { beatMs, patienceMs }: RelayRhythm,
  on: { readonly ask: () => void; readonly onSilence: () => void },
): Watch {
  let patience: ReturnType<typeof setTimeout> | undefined
  let beat: ReturnType<typeof setTimeout> | undefined
  const expect = (): void => {
    clearTimeout(patience)
    patience = setTimeout(on.onSilence, patienceMs)
  }
  const goOn = (): void => {
    clearTimeout(beat)
    beat = setTimeout(check, Math.max(beatMs, patienceMs))
  }
  const check = (): void => {
    expect()
    goOn()
    on.ask()
  }
  return {
    expect,
    goOn,
    check,
    heard: () => clearTimeout(patience),
    stop() {
      clearTimeout(patience)
      clearTimeout(beat)
    },
  }
}
