import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapEvents } from './map-view.ts'
import { SOURCE } from './tile-sources.ts'

/** True for the errors of a picture of the overlay. MapLibre raises none for "there is no such picture" (404). */
export const isOfOverlay = (event: object): boolean =>
  (event as { readonly sourceId?: string }).sourceId === SOURCE.overlay

/** Tells when pictures of the overlay could not be had, so that a hole is never taken for "no zone here". */
export function watchOverlay(map: MapLibreMap, events: MapEvents): void {
  map.on('error', (event) => {
    if (isOfOverlay(event)) events.onOverlayFailed?.()
  })
}
