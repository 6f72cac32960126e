import type { PhoneState } from '#domain/drills/relay-message.ts'
import type { RelaySession } from './relay-session.ts'

/** What a phone has to say for one run. It is told again after each interruption, as the relay may have been started anew. */
export type Voice = {
  /** The run that is spoken for; null = none yet. */
  nonce(): string | null
  setState(state: PhoneState): void
  setReport(nonce: string, code: string): void
  /** A new connection: all of it is told. */
  sayAll(): void
  /** The connection is gone: nothing is told for now. */
  pause(): void
  forget(): void
}

type Said = { readonly nonce: string; readonly state: PhoneState | null; readonly code: string | null }

/** Says states no more often than every `gapMs`: the newest, when the time is over. */
export function createVoice(send: RelaySession['send'], gapMs: number, now: () => number): Voice {
  let said: Said | null = null
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const sayNow = (): void => {
    last = now()
    if (said?.state != null) send({ kind: 'state', ...said.state })
  }
  const sayState = (): void => {
    clearTimeout(timer)
    const since = now() - last
    // A clock that was set back says nothing about how long it has been.
    if (since < 0 || since >= gapMs) sayNow()
    else timer = setTimeout(sayNow, gapMs - since)
  }
  const sayReport = (): void => {
    if (said?.code != null) send({ kind: 'report', code: said.code })
  }
  const saidFor = (nonce: string): Said => (said?.nonce === nonce ? said : { nonce, state: null, code: null })
  const pause = (): void => {
    clearTimeout(timer)
    last = -Infinity
  }
  return {
    nonce: () => said?.nonce ?? null,
    setState(state) {
      said = { ...saidFor(state.nonce), state }
      sayState()
    },
    setReport(nonce, code) {
      said = { ...saidFor(nonce), code }
      sayReport()
    },
    sayAll() {
      sayState()
      sayReport()
    },
    pause,
    forget() {
      pause()
      said = null
    },
  }
}
