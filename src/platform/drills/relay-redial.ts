import type { DownMessage } from '#domain/drills/relay-message.ts'
import type { RelayRefusal, RelayRole } from '../drill-ports.ts'
import type { OpenLine } from './relay-line.ts'
import { waitAfter, type RelayRhythm } from './relay-rhythm.ts'
import { openSession, type RelaySession, type SessionEnd } from './relay-session.ts'

export type Wish = { readonly room: string; readonly role: RelayRole }

export type RedialOptions = {
  readonly open: OpenLine
  readonly address: () => string
  readonly rhythm: RelayRhythm
  readonly random: () => number
  readonly onJoined: () => void
  readonly onMessage: (message: DownMessage) => void
  /** null = it was lost, and is tried again after a while. */
  readonly onEnd: (refusal: RelayRefusal | null) => void
}

/** A connection that comes back by itself. */
export type Redial = {
  /** Connects anew, now. */
  dial(wish: Wish): void
  hangUp(): void
  send: RelaySession['send']
  /** The network may be back: tries now, or looks whether the connection still stands. */
  wake(): void
}

/** A relay that asks for patience is left alone for as long as after this many failures. */
const LATER = 3

/** Keeps up one connection, with growing waits between the attempts. */
export function createRedial(options: RedialOptions): Redial {
  const { open, address, rhythm, random, onJoined, onMessage } = options
  let session: RelaySession | null = null
  let wish: Wish | null = null
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const hangUp = (): void => {
    clearTimeout(retry)
    session?.end()
    session = null
    wish = null
    failures = 0
  }
  const onEnd = (end: SessionEnd): void => {
    session = null
    const isPassing = end === 'lost' || end === 'later'
    if (!isPassing) {
      wish = null
      return options.onEnd(end)
    }
    failures = end === 'later' ? Math.max(failures + 1, LATER) : failures + 1
    retry = setTimeout(attempt, waitAfter(failures, rhythm, random()))
    options.onEnd(null)
  }
  const attempt = (): void => {
    clearTimeout(retry)
    if (wish === null) return
    session = openSession({
      open,
      address: address(),
      rhythm,
      ...wish,
      onMessage,
      onEnd,
      onJoined() {
        failures = 0
        onJoined()
      },
    })
  }
  return {
    dial(wanted) {
      hangUp()
      wish = wanted
      attempt()
    },
    hangUp,
    send: (message) => session?.send(message),
    wake() {
      if (session === null) attempt()
      else session.check()
    },
  }
}
