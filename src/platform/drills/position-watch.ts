import { isLngLat, type LngLat } from '#domain/geo/lng-lat.ts'
import type { LocateFailure, PositionWatch } from '../ports.ts'

/** `GeolocationPositionError.code`, https://www.w3.org/TR/geolocation/#position_error_interface */
const REASONS: Readonly<Record<number, LocateFailure>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/**
 * A position that was kept somewhere is never taken: where somebody was before is not where they are. After so long without one the
 * browser says so, milliseconds; own choice, as long as a first position under open sky may take.
 */
const NEWEST = { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 } as const

/** Follows the position of the device. @param geolocation the browser's; null stands for one without it */
export function createPositionWatch(
  geolocation: Geolocation | null = (globalThis.navigator as Navigator | undefined)?.geolocation ?? null,
): PositionWatch {
  return {
    watch(onFix, onFailure) {
      if (geolocation === null) {
        onFailure('unsupported')
        return () => undefined
      }
      let last: LocateFailure | null = null
      let isOver = false
      const fail = (why: LocateFailure) => {
        if (isOver) return
        if (last !== why) onFailure(why)
        last = why
      }
      const id = geolocation.watchPosition(
        ({ coords, timestamp }) => {
          if (isOver) return
          const at: LngLat = [coords.longitude, coords.latitude]
          if (!isLngLat(at) || !Number.isFinite(coords.accuracy)) return fail('unavailable')
          last = null
          onFix({ at, accuracy: Math.max(0, coords.accuracy), when: timestamp })
        },
        (error) => fail(REASONS[error.code] ?? 'unavailable'),
        NEWEST,
      )
      // What a browser still had on its way is not told any more: another watch may have begun.
      return () => {
        isOver = true
        geolocation.clearWatch(id)
      }
    },
  }
}
