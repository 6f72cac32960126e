import type { RelayEnd } from '#domain/drills/relay-message.ts'

/** One connection, as a room sees it. */
export type Peer = {
  send(text: string): void
  end(why: RelayEnd): void
  /** Bytes that were sent and have not left yet. */
  backlog(): number
}

/** The time, and a way to be called later. */
export type RelayTime = {
  /** Milliseconds, of a clock that never goes back. */
  now(): number
  later(act: () => void, ms: number): void
}
