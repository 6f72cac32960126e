import { emptyLiveBoard, takeNews } from '#domain/drills/live-board.ts'
import { plainSecret, type DownMessage } from '#domain/drills/relay-message.ts'
import { readReport } from '#domain/drills/report-code.ts'
import type { Relay, RelayReading } from '../drill-ports.ts'
import { openBrowserLine, relayAddress, type OpenLine } from './relay-line.ts'
import { createRedial, type Wish } from './relay-redial.ts'
import { RELAY_RHYTHM, type RelayRhythm } from './relay-rhythm.ts'
import { createVoice, type Voice } from './relay-voice.ts'

export type RelayClientOptions = {
  readonly open?: OpenLine
  /** Absent = beside this page. */
  readonly address?: string
  readonly now?: () => number
  readonly random?: () => number
  readonly rhythm?: RelayRhythm
  /** Calls back when the network seems to come back, or the page is looked at again. */
  readonly onWake?: (wake: () => void) => void
}

const OFF: RelayReading = { state: 'off', refusal: null, called: null, report: 'none', board: null }

/** The browser's side of the optional relay. */
export function createRelayClient(options: RelayClientOptions = {}): Relay {
  const { open = openBrowserLine, now = Date.now, random = Math.random, rhythm = RELAY_RHYTHM } = options
  const { address, onWake = onBrowserWake } = options
  const { reading, show, onChange } = createReading()
  let wish: Wish | null = null

  const redial = createRedial({
    open,
    address: () => address ?? relayAddress(document.baseURI),
    rhythm,
    random,
    onJoined() {
      show({ state: 'open' })
      voice.sayAll()
    },
    onMessage(message) {
      const change = changeBy(message, reading(), wish?.room ?? '', now)
      if (change !== null) show(change)
    },
    onEnd(refusal) {
      voice.pause()
      show(refusal === null ? { state: 'lost' } : { state: 'refused', refusal })
    },
  })
  const voice = createVoice((message) => redial.send(message), rhythm.stateGapMs, now)

  const start = (wanted: Wish | null): void => {
    redial.hangUp()
    voice.forget()
    wish = wanted
    show(wanted === null ? OFF : { ...OFF, state: 'connecting' })
    if (wanted !== null) redial.dial(wanted)
  }
  const phone = createPhone({
    voice,
    show,
    room: () => (wish?.role.kind === 'phone' ? wish.room : null),
    begin() {
      if (wish === null || reading().state !== 'open') return
      show({ state: 'connecting' })
      redial.dial(wish)
    },
  })
  onWake(() => redial.wake())

  return {
    reading,
    onChange,
    connect(room, role) {
      if (role.kind === 'phone') return start({ room, role })
      const secret = plainSecret(role.secret)
      start(secret === null ? null : { room, role: { kind: 'organiser', secret } })
      if (secret === null) show({ state: 'refused', refusal: 'wrongSecret' })
    },
    disconnect: () => start(null),
    ...phone,
    call(what) {
      if (wish?.role.kind !== 'organiser' || reading().state !== 'open') return false
      redial.send({ kind: 'call', call: what })
      return true
    },
  }
}

type PhoneOptions = {
  readonly voice: Voice
  readonly show: (change: Partial<RelayReading>) => void
  /** null = this is no phone. */
  readonly room: () => string | null
  /** Begins with a new connection, if there is one. */
  readonly begin: () => void
}

/** What only a phone says. */
function createPhone({ voice, show, room, begin }: PhoneOptions): Pick<Relay, 'tell' | 'handIn'> {
  /** A connection speaks for one run: a new run begins with a new one. */
  const speakFor = (nonce: string): void => {
    if (voice.nonce() === null || voice.nonce() === nonce) return
    voice.forget()
    show({ report: 'none' })
    begin()
  }
  return {
    tell(state) {
      if (room() === null) return
      speakFor(state.nonce)
      // Who stayed is at home: where that is stays here.
      voice.setState(state.status === 'stayed' ? { ...state, cell: null } : state)
    },
    handIn(code) {
      if (room() === null) return
      const read = readReport(code)
      if (!read.ok) return show({ report: 'notAReport' })
      if (read.value.drill !== room()) return show({ report: 'otherDrill' })
      speakFor(read.value.nonce)
      show({ report: 'waiting' })
      voice.setReport(read.value.nonce, code)
    },
  }
}

function createReading(): Pick<Relay, 'reading' | 'onChange'> & {
  readonly show: (change: Partial<RelayReading>) => void
} {
  const listeners = new Set<(reading: RelayReading) => void>()
  let reading = OFF
  return {
    reading: () => reading,
    show(change) {
      reading = { ...reading, ...change }
      for (const tell of listeners) tell(reading)
    },
    onChange(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

/** What a message changes; null = nothing. */
function changeBy(
  message: DownMessage,
  { board }: RelayReading,
  room: string,
  now: () => number,
): Partial<RelayReading> | null {
  if (message.kind === 'called') {
    const { call, number, ran } = message
    return { called: { call, number, ran, at: now() } }
  }
  if (message.kind === 'ack') return message.of === 'report' ? { report: message.why ?? 'taken' } : null
  return { board: takeNews(board ?? emptyLiveBoard(room), message) }
}

function onBrowserWake(wake: () => void): void {
  globalThis.addEventListener('online', wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake()
  })
}
