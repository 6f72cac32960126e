import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl'
import { zoneLayerOf } from '#domain/hazards/zone-layer.ts'
import { fitNumbers, type ClassGrid, type Room } from './fit-numbers.ts'
import { NUMBER_SIZE, wordsFromZoom } from './layers/zone-labels.ts'
import { mapLabel } from '#domain/places/map-label.ts'
import type { MapTheme, MapView, SeenClass } from './map-view.ts'
import { classOf } from './scene.ts'
import { SOURCE } from './tile-sources.ts'
import { showsSeveral, zoneText } from './zone-text.ts'

/** CSS pixels of a cell, and of a block, in which each class is written once. */
const CELL = 4
const BLOCK = { width: 124, height: 100 }

/** The features of one class of one layer. */
type ClassInView = { readonly seen: SeenClass; readonly features: MapGeoJSONFeature[] }

/**
 * Writes the depths and hours into the zones, as long as the returned function is not called: whenever the map has come to
 * rest, wherever a number has room in a zone. The map library itself would put one into every piece of a published mesh,
 * however small, where it is read as the depth of what surrounds it.
 */
export function keepNumbers(map: MapLibreMap, view: () => MapView): () => void {
  let stale = true
  let shown: MapView['zones'] | null = null
  const later = () => {
    stale = true
  }
  const place = () => {
    const { zones, theme } = view()
    const source = map.getSource<GeoJSONSource>(SOURCE.numbers)
    if ((!stale && shown === zones) || !source) return
    ;[stale, shown] = [false, zones]
    void source.setData({
      type: 'FeatureCollection',
      features: map.getZoom() < wordsFromZoom(theme) ? [] : numbersInView(map, zones, theme),
    })
  }
  const subscriptions = [
    map.on('moveend', later),
    map.on('style.load', later),
    map.on('sourcedata', (event) => {
      if (event.sourceId === SOURCE.zones) later()
    }),
    map.on('idle', place),
  ]
  return () => subscriptions.forEach((subscription) => subscription.unsubscribe())
}

function numbersInView(map: MapLibreMap, zones: MapView['zones'], theme: MapTheme): GeoJSON.Feature[] {
  if (!map.getLayer('zone-fill')) return []
  const several = showsSeveral(zones.shown)
  // On paper, where nobody can look nearer, they stand closer together.
  const zoom = theme === 'print' ? Math.ceil(map.getZoom()) : Math.floor(map.getZoom())
  const blocks = blocksInView(map, zoom)
  return [...layersInView(map).values()].flatMap((classes) => {
    const grid = paint(map, classes)
    if (grid === null) return []
    const texts = classes.map(({ seen }) => zoneText(zones.labels, seen, several))
    const spots = fitNumbers(grid, blocks, BLOCK.height / CELL, (cell) => roomFor(texts[cell - 1] ?? ''))
    return spots.map(({ x, y, cell }): GeoJSON.Feature => {
      const { lng, lat } = map.unproject([x * CELL, y * CELL])
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng, lat] },
        properties: { text: mapLabel(texts[cell - 1] ?? ''), rank: classes[cell - 1]?.seen.rank ?? 0 },
      }
    })
  })
}

/** The room that a text takes, in cells: letters of the alphabet are about half as wide as they are high, others square. */
function roomFor(text: string): Room {
  const wide = [...text].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.56 : 1), 0)
  return { width: Math.ceil((wide * NUMBER_SIZE + 4) / CELL), height: Math.ceil((NUMBER_SIZE + 3) / CELL) }
}

/** What is drawn of depths and hours, by layer, the classes in the order of painting. */
function layersInView(map: MapLibreMap): ReadonlyMap<string, readonly ClassInView[]> {
  const layers = new Map<string, ClassInView[]>()
  for (const feature of map.queryRenderedFeatures({ layers: ['zone-fill'] })) {
    const seen = classOf(feature.properties)
    if (seen === null || zoneLayerOf(seen.layer).measure === 'zone') continue
    const classes = layers.get(seen.layer) ?? []
    layers.set(seen.layer, classes)
    const known = classes.find((one) => JSON.stringify(one.seen) === JSON.stringify(seen))
    if (known === undefined) classes.push({ seen, features: [feature] })
    else known.features.push(feature)
  }
  for (const classes of layers.values()) classes.sort((a, b) => a.seen.rank - b.seen.rank)
  return layers
}

/** Paints the classes into cells; an edge mixes colours and thus belongs to none. */
function paint(map: MapLibreMap, classes: readonly ClassInView[]): ClassGrid | null {
  const { clientWidth, clientHeight } = map.getContainer()
  const canvas = document.createElement('canvas')
  const [width, height] = [Math.ceil(clientWidth / CELL), Math.ceil(clientHeight / CELL)]
  ;[canvas.width, canvas.height] = [width, height]
  const ink = canvas.getContext('2d', { willReadFrequently: true })
  if (!ink || width === 0 || height === 0) return null
  const project = projectionOf(map)
  for (const [index, { features }] of classes.entries()) {
    ink.fillStyle = `rgb(${(index + 1) * STEP} ${255 - (index + 1) * STEP} 255)`
    for (const { geometry } of features) fill(ink, project, geometry)
  }
  const { data } = ink.getImageData(0, 0, width, height)
  const cells = Uint8Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, , alpha = 0] = data.subarray(i * 4, i * 4 + 4)
    return alpha === 255 && red + green === 255 && red % STEP === 0 ? red / STEP : 0
  })
  return { width, height, cells }
}

/** Between the colours of two classes, so that a mixture is not taken for a third one; up to 25 classes. */
const STEP = 10

/** Turns `[lng, lat]` into cells of the screen: as `map.project` does for a map that is not tilted, but for thousands of corners. */
function projectionOf(map: MapLibreMap): (position: GeoJSON.Position) => readonly [x: number, y: number] {
  const { lng, lat } = map.getCenter()
  const middle = map.project([lng, lat])
  const pixels = (512 * 2 ** map.getZoom()) / CELL
  const turn = (map.getBearing() * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn) * pixels, Math.sin(turn) * pixels]
  const north = mercator(lat)
  return ([east = 0, up = 0]) => {
    const [dx, dy] = [(east - lng) / 360, north - mercator(up)]
    return [middle.x / CELL + dx * cos + dy * sin, middle.y / CELL - dx * sin + dy * cos]
  }
}

/** Northing of a latitude as a share of the world's width (Web Mercator). */
const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)

function fill(
  ink: CanvasRenderingContext2D,
  project: ReturnType<typeof projectionOf>,
  geometry: GeoJSON.Geometry,
): void {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  ink.beginPath()
  for (const ring of polygons.flat()) {
    const corners = ring.map(project)
    if (!matters(corners, ink.canvas)) continue
    for (const [index, [x, y]] of corners.entries()) {
      if (index === 0) ink.moveTo(x, y)
      else ink.lineTo(x, y)
    }
    ink.closePath()
  }
  ink.fill('evenodd')
}

/** False for a ring that lies beside the screen or inside one cell: most rings of a published mesh. */
function matters(
  corners: readonly (readonly [number, number])[],
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of corners) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  if (east < 0 || south < 0 || west > width || north > height) return false
  return east - west > 1 || south - north > 1
}

/** The middles of the blocks, in cells: they stand still on the ground while the map is moved. */
function blocksInView(map: MapLibreMap, zoom: number): readonly { readonly x: number; readonly y: number }[] {
  const { clientWidth, clientHeight } = map.getContainer()
  const degrees = 360 / (512 * 2 ** zoom)
  const { lng, lat } = map.getCenter()
  const wide = BLOCK.width * degrees
  const high = BLOCK.height * degrees * Math.cos((Math.floor(lat) * Math.PI) / 180)
  const reach = Math.ceil(Math.hypot(clientWidth, clientHeight) / BLOCK.height) + 1
  const [column, row] = [Math.round(lng / wide), Math.round(lat / high)]
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
  return steps.flatMap((down) =>
    steps.flatMap((across) => {
      const { x, y } = map.project([(column + across) * wide, (row + down) * high])
      const isInView = x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight
      return isInView ? [{ x: x / CELL, y: y / CELL }] : []
    }),
  )
}
