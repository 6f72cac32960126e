import 'maplibre-gl/dist/maplibre-gl.css'
import { setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { TileReader } from '#platform/ports.ts'
import { metresPerPixelAt } from './camera-limits.ts'
import { createMapController } from './map-controller.ts'
import type { MapCamera, MapController, MapEvents, MapView } from './map-view.ts'

export { drawPaperMap } from './paper-map.ts'

// A file of our own origin: a strict content policy lets no worker be made from text.
setWorkerUrl(workerUrl)

/**
 * Draws the map inside `container` and shows `view`. Never throws: where the browser cannot draw a map (no WebGL) it tells
 * `onStatus('failed')` and returns a controller that does nothing.
 *
 * @param container an element with a size; an element of the map's own is put into it.
 * @param tiles serves the tiles; where it rejects, the map says `noTiles` and asks again later.
 * @param bounds the area: the camera starts on it and its centre cannot leave it.
 * @param events are told from the next task on, never before this function has returned.
 */
export function createMap(
  container: HTMLElement,
  tiles: TileReader,
  view: MapView,
  bounds: Bounds,
  events: MapEvents,
): MapController {
  try {
    return createMapController(container, tiles, view, bounds, events)
  } catch (error) {
    console.error(error)
    queueMicrotask(() => events.onStatus('failed'))
    return noMap(bounds)
  }
}

function noMap([west, south, east, north]: Bounds): MapController {
  const centre = [(west + east) / 2, (south + north) / 2] as const
  const still: MapCamera = { centre, zoom: 12, bearing: 0, metresPerPixel: metresPerPixelAt(centre[1], 12) }
  const nothing = () => {}
  return {
    apply: nothing,
    goTo: nothing,
    fit: nothing,
    zoomBy: nothing,
    faceNorth: nothing,
    camera: () => still,
    scene: () => ({
      camera: still,
      status: 'failed',
      zones: 'unread',
      shown: [],
      seen: [],
      notAssessed: false,
      sites: [],
      points: 0,
      closures: [],
      mine: 0,
    }),
    reload: nothing,
    undoCorner: nothing,
    destroy: nothing,
  }
}
