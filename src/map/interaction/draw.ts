import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Drawing } from '../map-view.ts'
import { FINGER } from './nearest-site.ts'

/** Decimals of a position in a plan. */
const DECIMALS = 6

/** What can be dragged of a drawing: its corners, and the dots between them, which become corners. */
export interface Handles {
  /** Lays the handles on these corners. */
  lay(corners: readonly LngLat[]): void
  /** Takes everything away, also its layers: before a new style, and at the end. */
  stop(): void
}

/** `#RRGGBB`: the ink of the drawing and what is around it. */
export type HandleColours = { readonly ink: string; readonly casing: string }

/**
 * Puts handles on the map. The shape itself is drawn by `layers/drawing.ts`; here are only the handles.
 * This file is a chunk of its own, because few visits draw.
 * @param told while a finger drags (`isDone` false), and when it has let go.
 */
export function startHandles(
  map: MapLibreMap,
  tool: Drawing['tool'],
  colours: HandleColours,
  told: (corners: readonly LngLat[], isDone: boolean) => void,
): Handles {
  const now = { last: -1, shape: '' }
  const draw = openDraw(map, colours, () => now.last)
  const read = (): readonly LngLat[] => {
    const one = draw.getSnapshot().find(({ id }) => id === now.shape)
    return one === undefined ? [] : cornersOf(one)
  }
  draw.on('change', (ids, kind) => {
    if (kind !== 'update' || !ids.includes(now.shape)) return
    const corners = read()
    now.last = corners.length - 1
    told(corners, false)
  })
  draw.on('finish', () => told(read(), true))
  const lay = (corners: readonly LngLat[]) => {
    draw.clear()
    now.last = corners.length - 1
    // A new name each time: a finger that drags the former one then drags nothing.
    now.shape = nextId()
    const feature = featureOf(now.shape, tool, corners)
    if (feature === null) return
    const [result] = draw.addFeatures([feature])
    if (result?.valid === true) draw.selectFeature(now.shape)
  }
  const canvas = map.getCanvas()
  // While a corner is dragged the map can't be, and MapLibre would leave the second finger to the page for scrolling.
  canvas.style.touchAction = 'none'
  const stopWatching = watchLostFingers(canvas, read, (before) => {
    const isChanged = JSON.stringify(read()) !== JSON.stringify(before)
    map.dragPan.enable()
    lay(before)
    if (isChanged) told(before, true)
  })
  return {
    lay,
    stop: () => {
      stopWatching()
      canvas.style.removeProperty('touch-action')
      draw.stop()
      map.dragPan.enable()
    },
  }
}

let ids = 0
const nextId = (): string => {
  ids += 1
  return `shape-${ids}`
}

function openDraw(map: MapLibreMap, colours: HandleColours, last: () => number): TerraDraw {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS, prefixId: 'handles' }),
    modes: [
      new TerraDrawPointMode({ editable: false }),
      new TerraDrawLineStringMode({ showCoordinatePoints: false }),
      new TerraDrawPolygonMode({ showCoordinatePoints: false }),
      selectMode(colours, last),
    ],
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: nextId },
  })
  draw.start()
  draw.setMode('select')
  return draw
}

/**
 * Tells what there was under a finger that the system took away, or that was joined by a second one: then the map is meant and not the
 * corner. The library knows neither; it would go on dragging.
 * @returns how to stop.
 */
function watchLostFingers<Value>(
  canvas: HTMLElement,
  read: () => Value,
  lost: (before: Value) => void,
): () => void {
  let pressed: { readonly before: Value } | null = null
  const lose = () => {
    const was = pressed
    pressed = null
    if (was !== null) lost(was.before)
  }
  const down = ({ isPrimary }: PointerEvent) => {
    if (isPrimary) pressed = { before: read() }
    else lose()
  }
  const up = () => {
    pressed = null
  }
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', lose)
  return () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', lose)
  }
}

/** Selecting only: setting and deleting corners is ours, with keys too. */
function selectMode({ ink, casing }: HandleColours, last: () => number): TerraDrawSelectMode {
  /** The last corner is turned about in its colours: the next one joins it, and taking back takes this one. */
  const onLast = (yes: string, no: string) => (point: GeoJSONStoreFeatures) =>
    asHex(point.properties['index'] === last() ? yes : no)
  const coordinates = { draggable: true, midpoints: { draggable: true }, deletable: false, snappable: false }
  const flags = { feature: { draggable: false, selfIntersectable: true, coordinates } }
  return new TerraDrawSelectMode({
    flags: { linestring: flags, polygon: flags, point: { feature: { draggable: true } } },
    pointerDistance: FINGER,
    allowManualDeselection: false,
    allowManualSelection: false,
    keyEvents: null,
    pointerEvents: {
      leftClick: false,
      rightClick: false,
      contextMenu: false,
      onDragStart: true,
      onDrag: true,
      onDragEnd: true,
    },
    styles: {
      selectedPointColor: asHex(ink),
      selectedPointOutlineColor: asHex(casing),
      selectedPointWidth: 9,
      selectedPointOutlineWidth: 3,
      selectedLineStringOpacity: 0,
      selectedPolygonFillOpacity: 0,
      selectedPolygonOutlineOpacity: 0,
      selectionPointWidth: 8,
      selectionPointColor: onLast(ink, casing),
      selectionPointOutlineColor: onLast(casing, ink),
      selectionPointOutlineWidth: 3,
      midPointWidth: 5,
      midPointColor: asHex(ink),
      midPointOutlineColor: asHex(casing),
      midPointOutlineWidth: 2,
    },
  })
}

const asHex = (colour: string) => colour as `#${string}`

/** A shape as the handles take it: as many corners as there are decide what it can be. */
function featureOf(
  id: string,
  tool: Drawing['tool'],
  corners: readonly LngLat[],
): GeoJSONStoreFeatures | null {
  const [first] = corners
  if (first === undefined) return null
  const positions = corners.map((at) => [...at])
  const as = (mode: string, geometry: GeoJSONStoreFeatures['geometry']): GeoJSONStoreFeatures => ({
    id,
    type: 'Feature',
    geometry,
    properties: { mode },
  })
  if (corners.length === 1) return as('point', { type: 'Point', coordinates: [...first] })
  if (tool === 'area' && corners.length >= 3)
    return as('polygon', { type: 'Polygon', coordinates: [[...positions, [...first]]] })
  return as('linestring', { type: 'LineString', coordinates: positions })
}

function cornersOf({ geometry }: GeoJSONStoreFeatures): readonly LngLat[] {
  const positions =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : (geometry.coordinates[0] ?? []).slice(0, -1)
  return positions.map(([lng = 0, lat = 0]): LngLat => [lng, lat])
}
