import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isLngLat } from '#domain/geo/lng-lat.ts'
import type { LocateFailure, Located, Locator } from '../ports.ts'

/** A first fix under open sky can take long on a phone without network, as the satellites must be found unaided. */
const TIMEOUT_MS = 20_000
/** A fix of the last half minute is good enough for a walker. */
const MAXIMUM_AGE_MS = 30_000

/** `GeolocationPositionError.code`, https://www.w3.org/TR/geolocation/#position_error_interface */
const REASONS: Readonly<Record<number, LocateFailure>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/**
 * Asks the browser once for the position. Rejects only with the reason of `signal`; everything else is a `Located`.
 * @param geolocation the browser's; null stands for a browser (or an insecure page) without it
 */
export function createLocator(
  geolocation: Geolocation | null = (globalThis.navigator as Navigator | undefined)?.geolocation ?? null,
): Locator {
  return {
    locate(signal) {
      signal.throwIfAborted()
      if (geolocation === null) return Promise.resolve({ ok: false, why: 'unsupported' })
      return new Promise<Located>((resolve, reject) => {
        const onAbort = () => reject(signal.reason as Error)
        signal.addEventListener('abort', onAbort, { once: true })
        const settle = (located: Located) => {
          signal.removeEventListener('abort', onAbort)
          resolve(located)
        }
        geolocation.getCurrentPosition(
          (position) => settle(readPosition(position.coords)),
          (error) => settle({ ok: false, why: REASONS[error.code] ?? 'unavailable' }),
          { enableHighAccuracy: true, timeout: TIMEOUT_MS, maximumAge: MAXIMUM_AGE_MS },
        )
      })
    },
  }
}

function readPosition(coords: GeolocationCoordinates): Located {
  const at: LngLat = [coords.longitude, coords.latitude]
  if (!isLngLat(at) || !Number.isFinite(coords.accuracy)) return { ok: false, why: 'unavailable' }
  return { ok: true, at, accuracy: Math.max(0, coords.accuracy) }
}
