import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { TileReader } from '#platform/ports.ts'
import { MAX_ZOOM } from './camera-limits.ts'
import {
  cameraOf,
  cameraVerbs,
  createCameraMover,
  isInSight,
  keepCentreInside,
  leastZoom,
  moveTime,
  paddingOf,
  samePadding,
  type CameraMover,
} from './camera.ts'
import { createDrawingHand, type DrawingHand } from './interaction/drawing-hand.ts'
import { inspectAt } from './interaction/inspect.ts'
import { startPointing, type Pointing } from './interaction/pointing.ts'
import { createMapHealth, type MapHealth } from './map-health.ts'
import type { MapController, MapEvents, MapView } from './map-view.ts'
import { addOwnImage } from './own-images.ts'
import { showPicture } from './patch-drill.ts'
import { needsNewStyle, patchView } from './patch-view.ts'
import { keepNumbers } from './place-numbers.ts'
import { sceneOf } from './scene.ts'
import { mapStyle } from './style.ts'
import { openTiles, type OpenTiles } from './tile-protocol.ts'
import { TILE_ZOOMS } from './tile-sources.ts'
import { createUpdater } from './updater.ts'
import { retryTiles, watchHealth } from './watch-health.ts'
import { watchOverlay } from './watch-overlay.ts'
import styles from './map.module.css'

/** Everything that one map holds. */
type Held = {
  readonly map: MapLibreMap
  readonly mover: CameraMover
  readonly tiles: OpenTiles
  readonly bounds: Bounds
  readonly events: MapEvents
  readonly health: MapHealth
  readonly hand: DrawingHand
  /** The newest view that was asked for. */
  view: MapView
}

/**
 * Makes the map. Throws where the browser cannot draw one (no WebGL); `createMap` in `index.ts` turns that into a status.
 */
export function createMapController(
  container: HTMLElement,
  reader: TileReader,
  view: MapView,
  bounds: Bounds,
  events: MapEvents,
): MapController {
  const tiles = openTiles(reader)
  const element = addElement(container, view)
  let map: MapLibreMap
  try {
    map = openMap(element, bounds)
  } catch (error) {
    element.remove()
    tiles.close()
    throw error
  }
  const mover = createCameraMover(map, paddingOf(element, view.padding))
  const health = createMapHealth(events.onStatus)
  const hand = createDrawingHand(map, events)
  const held: Held = { map, mover, tiles, bounds, events, health, hand, view }
  map.setMissingStyleImageResolver((id) => addOwnImage(map, held.view, id))
  const stops = [
    watchHealth(map, health, tiles.pending),
    startPointing(map, pointingOf(held)),
    keepNumbers(map, () => held.view),
    () => hand.stop(),
    () => map.remove(),
    tiles.close,
    () => element.remove(),
  ]
  map.on('moveend', () => events.onMove(cameraOf(map)))
  watchOverlay(map, events)
  mover.fit(bounds, 0)
  const updater = updaterOf(held)
  updater.want(view)

  return {
    ...cameraVerbs(map, mover),
    apply: (wanted) => {
      held.view = wanted
      updater.want(wanted)
    },
    scene: () => sceneOf(map, held.view, health),
    undoCorner: () => hand.undo(),
    reload: () => retryTiles(map, health.failedTiles()),
    destroy: () => stops.splice(0).forEach((stop) => stop()),
  }
}

/** Exactly one thing has the fingers and keys: the hand that draws, or the question what is there. */
const pointingOf = (held: Held): Pointing => ({
  tap: (point) =>
    held.view.drawing === null ? inspectAt(held.map, point, held.view, held.events) : held.hand.tap(point),
  hold: (point) => held.hand.removeAt(point),
  back: () => held.hand.undo(),
  isDrawing: () => held.view.drawing !== null,
})

/** Our own element: `lang` must stand on it before the map is made, because MapLibre reads it when it makes a style. */
function addElement(container: HTMLElement, view: MapView): HTMLElement {
  const element = document.createElement('div')
  element.className = styles['map'] ?? ''
  element.lang = view.htmlLang
  if (getComputedStyle(container).position === 'static') container.style.position = 'relative'
  container.append(element)
  return element
}

/** The bare map without a style; north stays up for fingers, and only the keyboard (Shift and arrows) can turn it. */
function openMap(element: HTMLElement, bounds: Bounds): MapLibreMap {
  let minZoom: number = TILE_ZOOMS.basemap.min
  const map = new MapLibreMap({
    container: element,
    validateStyle: false,
    bounds: [...bounds],
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    transformConstrain: keepCentreInside(bounds, () => minZoom),
    renderWorldCopies: false,
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    fadeDuration: moveTime(150),
    localIdeographFontFamily: false,
  })
  map.touchZoomRotate.disableRotation()
  const limitZoom = () => {
    minZoom = leastZoom(map, bounds, minZoom)
    map.setMinZoom(minZoom)
  }
  limitZoom()
  map.on('resize', limitZoom)
  return map
}

/** Arrow keys and Enter belong to the map while it has the focus: a screen reader has to let them through. */
function nameCanvas({ map, view }: Held): void {
  const canvas = map.getCanvas()
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-label', view.label)
}

/** The updater that shows the newest view and, when a place is picked under the sheet, brings it into sight. */
function updaterOf(held: Held) {
  const { map, mover, tiles, bounds, hand } = held
  const settle = (shown: MapView | null, wanted: MapView) => {
    nameCanvas(held)
    hand.show(wanted)
    const padding = paddingOf(map.getContainer(), wanted.padding)
    if (!samePadding(padding, mover.padding())) mover.move({ padding }, 200)
    const picked = wanted.picked !== shown?.picked ? wanted.picked : null
    if (picked && !mover.isMoving() && !isInSight(map, picked)) mover.move({ center: [...picked] }, 300)
  }
  const updater = createUpdater<MapView>(
    {
      needsRebuild: needsNewStyle,
      rebuild: async (wanted) => {
        map.getContainer().lang = wanted.htmlLang
        hand.letGo()
        await setNewStyle(map, mapStyle(wanted, tiles.urls, bounds))
        // The style holds all of a drill but a picture, which is no part of a style.
        showPicture(map, wanted.drill ?? null)
        settle(updater.shown(), wanted)
      },
      patch: (shown, wanted) => {
        patchView(map, shown, wanted)
        settle(shown, wanted)
      },
    },
    (error) => console.error(error),
  )
  return updater
}

/**
 * A whole new style, never a difference: MapLibre reads `lang` only when it makes a style anew, and keeps the old shapes of
 * Han characters otherwise.
 */
const setNewStyle = (map: MapLibreMap, style: StyleSpecification): Promise<void> =>
  new Promise((resolve) => {
    map.once('style.load', () => resolve())
    map.setStyle(style, { diff: false })
  })
