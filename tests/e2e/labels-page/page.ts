import { Map as MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { mapLabel } from '#domain/places/map-label.ts'
import { keepLetters, mapNamesFor } from '#i18n/letters-in-app.ts'
import { languageOf, type RealTag } from '#i18n/languages.ts'
import { FONT, fontFaces } from '#map/layers/band.ts'
import type { MapView } from '#map/map-view.ts'

setWorkerUrl(workerUrl)

/** Letters of one em are as large in the map's own drawing as on the canvas: no scaling stands between the two. */
const SIZE = 48
const [WIDTH, HEIGHT] = [640, 160]

type Ink = { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => boolean }

/** Where there is ink, cut to the box of it. Null = nothing was drawn. */
function inkOf(canvas: HTMLCanvasElement): Ink | null {
  const copy = document.createElement('canvas')
  copy.width = WIDTH
  copy.height = HEIGHT
  const context = copy.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.drawImage(canvas, 0, 0, WIDTH, HEIGHT)
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
  const isDark = (x: number, y: number) => (data[(y * WIDTH + x) * 4] ?? 255) < 128
  let [west, north, east, south] = [WIDTH, HEIGHT, -1, -1]
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      if (isDark(x, y))
        [west, north, east, south] = [
          Math.min(west, x),
          Math.min(north, y),
          Math.max(east, x),
          Math.max(south, y),
        ]
  if (east < 0) return null
  const [width, height] = [east - west + 1, south - north + 1]
  const at = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && isDark(west + x, north + y)
  return { width, height, at }
}

/** How much of the ink of one has ink of the other within so many pixels: letters are set on whole pixels on the map. */
const NEAR = 3
function covered(one: Ink, other: Ink): number {
  let [all, found] = [0, 0]
  for (let y = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++) {
      if (!one.at(x, y)) continue
      all++
      if (isNear(other, x, y)) found++
    }
  return all === 0 ? 0 : found / all
}
function isNear(other: Ink, x: number, y: number): boolean {
  for (let dy = -NEAR; dy <= NEAR; dy++)
    for (let dx = -NEAR; dx <= NEAR; dx++) if (other.at(x + dx, y + dy)) return true
  return false
}

async function drawOnMap(tag: RealTag, text: string): Promise<Ink | null> {
  const view = { names: mapNamesFor(tag) } as unknown as MapView
  const container = document.querySelector<HTMLElement>('#map') as HTMLElement
  container.lang = languageOf(tag).htmlLang
  const style: StyleSpecification = {
    version: 8,
    ...fontFaces(view),
    sources: { label: { type: 'geojson', data: { type: 'Point', coordinates: [0, 0] } } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#fff' } },
      {
        id: 'label',
        type: 'symbol',
        source: 'label',
        layout: {
          'text-field': mapLabel(text),
          'text-font': FONT.regular,
          'text-size': SIZE,
          'text-max-width': 99,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': '#000' },
      },
    ],
  }
  const map = new MapLibreMap({
    container,
    style,
    center: [0, 0],
    zoom: 4,
    fadeDuration: 0,
    attributionControl: false,
    localIdeographFontFamily: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  await new Promise((resolve) => void map.once('idle', resolve))
  const ink = inkOf(map.getCanvas())
  map.remove()
  return ink
}

function drawByBrowser(tag: RealTag, text: string, family: string): Ink | null {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  // The map joins letters by the general forms of the script; told that it is Urdu, the browser draws other ones (likeness 0.74–0.83).
  canvas.lang = tag === 'ur' ? 'ar' : languageOf(tag).htmlLang
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.font = `${SIZE}px '${family}', sans-serif`
  context.textAlign = 'center'
  context.direction = languageOf(tag).dir
  context.fillText(text, WIDTH / 2, HEIGHT * 0.65)
  return inkOf(canvas)
}

/**
 * How alike the map's label and the browser's own text are: the lesser of what the one covers of the other, 0…1. `wrong` is drawn by
 * the browser in place of the right text.
 */
async function likeness(tag: RealTag, text: string, family: string, wrong = text): Promise<number> {
  await keepLetters(tag)
  const [onMap, byBrowser] = [await drawOnMap(tag, text), drawByBrowser(tag, mapLabel(wrong), family)]
  if (onMap === null || byBrowser === null) return 0
  return Math.min(covered(onMap, byBrowser), covered(byBrowser, onMap))
}

Object.assign(globalThis, { likeness })
