import { CITY_KEYS } from 'virtual:city-keys'
import { parseKeyRing } from '#domain/feeds/key-ring.ts'
import type { NoFeeds } from '../ports.ts'
import { openDesk, type CityDesk } from './open-desk.ts'

/** The desk of a city, by the keys that were built into this page. @param base absolute address of the folder `feeds/`, ending in a slash */
export async function openPinnedDesk(area: string, base: string): Promise<CityDesk | NoFeeds> {
  const bytes = new TextEncoder().encode(CITY_KEYS[area] ?? '')
  const ring = parseKeyRing(bytes)
  const pinned = ring.ok && ring.value.area === area ? { ring: ring.value, bytes } : null
  return openDesk({ area, base: `${base}${area}/`, pinned })
}
