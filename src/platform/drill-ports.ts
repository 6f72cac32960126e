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
  /** Keeps the screen on until the result is called; null = the browser did not. It is asked for again when the page comes back. */
  stayAwake(): Promise<(() => void) | null>
}
