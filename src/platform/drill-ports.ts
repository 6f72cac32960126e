import type { LiveBoard } from '#domain/drills/live-board.ts'
import type { Called, DrillCall, NotTaken, PhoneState } from '#domain/drills/relay-message.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { LocateFailure } from './ports.ts'

/**
 * Keeps what drills leave on this device, each by its key: the drill that is being done, the history, boards and receptions of an
 * organiser. Values are checked by who reads them. No method rejects.
 */
export interface DrillShelf {
  /** `value: null` = there is none; `ok: false` = the storage cannot be had. */
  read(key: string): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false }>
  /** False = it will be gone with the page. */
  write(key: string, value: unknown): Promise<boolean>
  remove(key: string): Promise<boolean>
}

/** Remembers outside the database that a drill is being done, so that a start without one fetches nothing of drills. */
export interface DrillMarker {
  isSet(): boolean
  set(): void
  clear(): void
}

/** A position as the device told it. It never leaves the device. */
export type Fix = {
  readonly at: LngLat
  /** Radius in metres. */
  readonly accuracy: number
  /** Milliseconds since 1970. */
  readonly when: number
}

/** Follows the position while somebody walks a drill. The result ends it; it is called for no failure twice in a row. */
export interface PositionWatch {
  watch(onFix: (fix: Fix) => void, onFailure: (why: LocateFailure) => void): () => void
}

/** What a phone can do to be noticed by somebody who walks. Each tells whether the browser did it; none rejects. */
export interface Attention {
  /** What this browser can do at all. */
  readonly can: { readonly vibrate: boolean; readonly sound: boolean; readonly stayAwake: boolean }
  /** Wakes up sound within the press of a button: browsers refuse it later. */
  ready(): void
  vibrate(pattern: readonly number[]): boolean
  /** A short sound, twice for what cannot wait. */
  sound(what: 'told' | 'urgent'): boolean
  /**
   * Keeps the screen on until the result is called; null = the browser did not. It is asked for again when the page comes back.
   * @param told is called whenever it begins or ends to be kept on meanwhile
   */
  stayAwake(told?: (isOn: boolean) => void): Promise<(() => void) | null>
}

/** Who is at the relay: a phone of the drill, or an organiser, who has the secret that the relay showed when it was started. */
export type RelayRole = { readonly kind: 'phone' } | { readonly kind: 'organiser'; readonly secret: string }

/**
 * How it stands with the relay. `off` nobody switched it on · `connecting` for the first time · `open` · `lost` it cannot be reached
 * now, and is asked again by itself · `refused` it will not be asked again, see `refusal`.
 */
export type RelayState = 'off' | 'connecting' | 'open' | 'lost' | 'refused'

/**
 * Why the relay is not asked again. `wrongSecret` · `replaced` another page of this phone speaks for the same run · `idle` nothing
 * was said for hours · `otherVersion` the relay, or this app, is older than the other · `notARelay` something else answers
 * there · `blocked` the browser does not let the page connect.
 */
export type RelayRefusal = 'wrongSecret' | 'replaced' | 'idle' | 'otherVersion' | 'notARelay' | 'blocked'

/** How far the report has come: `taken` it is on the board; else why not. Its QR code counts all the same. */
export type RelayedReport = 'none' | 'waiting' | 'taken' | NotTaken

export type RelayReading = {
  readonly state: RelayState
  readonly refusal: RelayRefusal | null
  /** What was called last, and when that came, by the clock of this device: for `clockOfCall`. null = nothing yet. */
  readonly called: (Called & { readonly at: number }) | null
  readonly report: RelayedReport
  /** For an organiser, as it was told last, also while the relay is lost; null = a phone, or nothing was told yet. */
  readonly board: LiveBoard | null
}

/**
 * The optional relay of a drill, on the host of the app: a live board, and a beginning for all at once. Nothing is sent before
 * `connect`, which is called when the person has switched it on. No method throws, and without a relay nothing is lost.
 */
export interface Relay {
  reading(): RelayReading
  /** Connects, and again whenever the connection was lost. @param room `drill` of the report */
  connect(room: string, role: RelayRole): void
  /** Ends it and forgets everything that was told or was to be told. */
  disconnect(): void
  /** Tells where this phone is with the drill: the newest word counts, and waits while there is no connection. */
  tell(state: PhoneState): void
  /** Hands in the code of a report, once there is a connection. */
  handIn(code: string): void
  /** Calls to all phones. False = there is no connection, and nothing was called. */
  call(what: DrillCall): boolean
  /** Calls back with each new reading. The result ends it. */
  onChange(changed: (reading: RelayReading) => void): () => void
}
