import {
  LngLat as MapLibreLngLat,
  type Map as MapLibreMap,
  type CameraOptions,
  type TransformConstrainFunction,
} from 'maplibre-gl'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { MAX_ZOOM, centreLimits, clampInto, metresPerPixelAt, minZoomFor } from './camera-limits.ts'
import type { MapCamera, MapController, MapView } from './map-view.ts'

/** Pixels kept free around a place or an area that the map is moved to. */
const FREE_EDGE = 40

/** Pixels covered on each side of the map. */
export type Padding = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The camera as the rest of the app knows it. */
export function cameraOf(map: MapLibreMap): MapCamera {
  const { lng, lat } = map.getCenter()
  const zoom = map.getZoom()
  return { centre: [lng, lat], zoom, bearing: map.getBearing(), metresPerPixel: metresPerPixelAt(lat, zoom) }
}

/** MapLibre's own limits hold the whole window inside a box, which keeps a tall phone from seeing a wide city; ours hold the centre. */
export function keepCentreInside(bounds: Bounds, minZoom: () => number): TransformConstrainFunction {
  const limits = centreLimits(bounds)
  return (centre, zoom) => {
    const [lng, lat] = clampInto(limits, [centre.lng, centre.lat])
    return { center: new MapLibreLngLat(lng, lat), zoom: Math.min(MAX_ZOOM, Math.max(minZoom(), zoom)) }
  }
}

/** The least zoom for the size that the map has now; `fallback` when the map has no size yet. */
export function leastZoom(map: MapLibreMap, [west, south, east, north]: Bounds, fallback: number): number {
  const fitting = map.cameraForBounds([west, south, east, north], { padding: 8 })?.zoom
  return typeof fitting === 'number' && Number.isFinite(fitting) ? minZoomFor(fitting) : fallback
}

/** MapLibre's padding for ours, by the direction of the text around the map. */
export function paddingOf(element: Element, { top, bottom, start, end }: MapView['padding']): Padding {
  const rtl = getComputedStyle(element).direction === 'rtl'
  return { top, bottom, left: rtl ? end : start, right: rtl ? start : end }
}

/** True when the place is on the screen and neither under the sheet nor at the very edge. */
export function isInSight(map: MapLibreMap, at: LngLat): boolean {
  const { x, y } = map.project([at[0], at[1]])
  const { clientWidth, clientHeight } = map.getContainer()
  const { top = 0, bottom = 0, left = 0, right = 0 } = map.getPadding()
  return (
    x >= left + FREE_EDGE &&
    x <= clientWidth - right - FREE_EDGE &&
    y >= top + FREE_EDGE &&
    y <= clientHeight - bottom - FREE_EDGE
  )
}

/** Milliseconds that a movement of the camera takes; none for who asked for less motion. */
export const moveTime = (ms: number): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms

/** True when nothing would move. */
export const samePadding = (a: Padding, b: Padding): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right

/** Where a movement goes; what is left out stays. */
type Target = Pick<CameraOptions, 'center' | 'zoom' | 'bearing'> & { readonly padding?: Padding }

/** Moves the camera without one movement cutting off another one. */
export interface CameraMover {
  /** Joins a movement that is under way: its centre goes on being reached when only the padding changes. */
  move(target: Target, ms: number): void
  fit(bounds: Bounds, ms: number): void
  isMoving(): boolean
  /** The padding that the map has or is moving to. */
  padding(): Padding
}

/** A mover for a map that has no padding yet; it is given `padding` at once. */
export function createCameraMover(map: MapLibreMap, padding: Padding): CameraMover {
  let underWay: Target = {}
  let wantedPadding = padding
  map.setPadding(padding)
  map.on('moveend', () => {
    underWay = {}
  })
  const move: CameraMover['move'] = (target, ms) => {
    const all = { ...underWay, ...target }
    if (target.padding) wantedPadding = target.padding
    map.easeTo({ ...all, duration: moveTime(ms) })
    if (map.isMoving()) underWay = all
  }
  return {
    move,
    fit: ([west, south, east, north], ms) => {
      const camera = map.cameraForBounds([west, south, east, north], {
        padding: FREE_EDGE / 2,
        maxZoom: MAX_ZOOM,
      })
      if (camera?.center !== undefined && camera.zoom !== undefined) {
        move({ center: camera.center, zoom: camera.zoom, bearing: 0 }, ms)
      }
    },
    isMoving: () => map.isMoving(),
    padding: () => wantedPadding,
  }
}

/** What the controller can do with the camera. */
export function cameraVerbs(
  map: MapLibreMap,
  mover: CameraMover,
): Pick<MapController, 'goTo' | 'fit' | 'zoomBy' | 'faceNorth' | 'camera'> {
  return {
    goTo: (at, zoom) => mover.move({ center: [...at], ...(zoom === undefined ? {} : { zoom }) }, 500),
    fit: (bounds) => mover.fit(bounds, 500),
    zoomBy: (steps) => mover.move({ zoom: map.getZoom() + steps }, 250),
    faceNorth: () => mover.move({ bearing: 0 }, 250),
    camera: () => cameraOf(map),
  }
}
