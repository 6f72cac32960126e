import { emptyLiveBoard, takeNews } from '#domain/drills/live-board.ts'
import type { DownMessage, PhoneState } from '#domain/drills/relay-message.ts'
import { readReport } from '#domain/drills/report-code.ts'
import type { Relay, RelayReading, RelayRole } from '../drill-ports.ts'
import { openBrowserLine, relayAddress, type OpenLine } from './relay-line.ts'
import { RELAY_RHYTHM, waitAfter, type RelayRhythm } from './relay-rhythm.ts'
import { openSession, type RelaySession, type SessionEnd } from './relay-session.ts'

export type RelayClientOptions = {
  readonly open?: OpenLine
  readonly address?: string
  readonly now?: () => number
  readonly random?: () => number
  readonly rhythm?: RelayRhythm
  /** Calls back when the network seems to come back, or the page is looked at again. */
  readonly onWake?: (wake: () => void) => void
}

const OFF: RelayReading = { state: 'off', refusal: null, called: null, report: 'none', board: null }

type Wish = { readonly room: string; readonly role: RelayRole }
/** What this phone has to say for one run: told again after each interruption, as the relay may have been started anew. */
type Said = { readonly nonce: string; readonly state: PhoneState | null; readonly code: string | null }

/** The browser's side of the optional relay. */
export function createRelayClient(options: RelayClientOptions = {}): Relay {
  const { now = Date.now, random = Math.random, rhythm = RELAY_RHYTHM } = options
  const listeners = new Set<(reading: RelayReading) => void>()
  let reading = OFF
  let wish: Wish | null = null
  let session: RelaySession | null = null
  let said: Said | null = null
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  const pace = createPace(rhythm.stateGapMs, now)

  const show = (change: Partial<RelayReading>): void => {
    reading = { ...reading, ...change }
    for (const tell of listeners) tell(reading)
  }
  const hangUp = (): void => {
    clearTimeout(retry)
    pace.stop()
    session?.end()
    session = null
  }
  const dial = (): void => {
    hangUp()
    if (wish === null) return
    session = openSession({
      open: options.open ?? openBrowserLine,
      address: options.address ?? relayAddress(document.baseURI),
      rhythm,
      ...wish,
      onJoined,
      onMessage: (message) => take(message),
      onEnd,
    })
  }
  const onJoined = (): void => {
    failures = 0
    show({ state: 'open' })
    sayState()
    sayReport()
  }
  const onEnd = (end: SessionEnd): void => {
    session = null
    pace.stop()
    if (end !== 'lost' && end !== 'later') return show({ state: 'refused', refusal: end })
    failures += end === 'later' ? 3 : 1
    retry = setTimeout(dial, waitAfter(failures, rhythm, random()))
    show({ state: 'lost' })
  }
  const take = (message: DownMessage): void => {
    if (wish === null) return
    if (message.kind === 'called') {
      const { call, number, ran } = message
      return show({ called: { call, number, ran, at: now() } })
    }
    if (message.kind !== 'ack')
      return show({ board: takeNews(reading.board ?? emptyLiveBoard(wish.room), message) })
    if (message.of === 'report') show({ report: message.why ?? 'taken' })
  }
  const sayState = (): void =>
    pace.run(() => {
      if (said?.state != null) session?.send({ kind: 'state', ...said.state })
    })
  const sayReport = (): void => {
    if (said?.code != null) session?.send({ kind: 'report', code: said.code })
  }
  /** A connection speaks for one run: a new run begins with a new one. */
  const speakFor = (nonce: string): Said => {
    if (said?.nonce === nonce) return said
    const isAnother = said !== null
    said = { nonce, state: null, code: null }
    if (isAnother) {
      show({ report: 'none' })
      if (session !== null) dial()
    }
    return said
  }

  const onWake = options.onWake ?? onBrowserWake
  onWake(() => {
    if (reading.state === 'lost' && session === null) dial()
    else session?.check()
  })

  return {
    reading: () => reading,
    connect(room, role) {
      hangUp()
      ;[wish, said, failures] = [{ room, role }, null, 0]
      show({ ...OFF, state: 'connecting' })
      dial()
    },
    disconnect() {
      hangUp()
      ;[wish, said] = [null, null]
      show(OFF)
    },
    tell(state) {
      if (wish?.role.kind !== 'phone') return
      said = { ...speakFor(state.nonce), state }
      sayState()
    },
    handIn(code) {
      if (wish?.role.kind !== 'phone') return
      const read = readReport(code)
      if (!read.ok) return show({ report: 'notAReport' })
      if (read.value.drill !== wish.room) return show({ report: 'otherDrill' })
      said = { ...speakFor(read.value.nonce), code }
      show({ report: 'waiting' })
      sayReport()
    },
    call(what) {
      if (wish?.role.kind !== 'organiser' || reading.state !== 'open') return false
      session?.send({ kind: 'call', call: what })
      return true
    },
    onChange(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}

/** Runs something no more often than every `gapMs`: the newest of what was asked for meanwhile, when the time is over. */
function createPace(gapMs: number, now: () => number): { run(act: () => void): void; stop(): void } {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    run(act) {
      clearTimeout(timer)
      const since = now() - last
      const wait = since >= 0 && since < gapMs ? gapMs - since : 0
      const go = (): void => {
        last = now()
        act()
      }
      if (wait === 0) go()
      else timer = setTimeout(go, wait)
    },
    stop() {
      clearTimeout(timer)
      last = -Infinity
    },
  }
}

function onBrowserWake(wake: () => void): void {
  globalThis.addEventListener('online', wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake()
  })
}
