import { isLngLat, type LngLat } from '#domain/geo/lng-lat.ts'
import type { LocateFailure, PositionWatch } from '../ports.ts'

/** `GeolocationPositionError.code`, https://www.w3.org/TR/geolocation/#position_error_interface */
const REASONS: Readonly<Record<number, LocateFailure>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

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
      const fail = (why: LocateFailure) => {
        if (last !== why) onFailure(why)
        last = why
      }
      const id = geolocation.watchPosition(
        ({ coords, timestamp }) => {
          const at: LngLat = [coords.longitude, coords.latitude]
          if (!isLngLat(at) || !Number.isFinite(coords.accuracy)) return fail('unavailable')
          last = null
          onFix({ at, accuracy: Math.max(0, coords.accuracy), when: timestamp })
        },
        (error) => fail(REASONS[error.code] ?? 'unavailable'),
        { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
      )
      return () => geolocation.clearWatch(id)
    },
  }
}
