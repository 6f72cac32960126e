import { Map as MapLibreMap } from 'maplibre-gl'
import type { TileReader } from '#platform/ports.ts'
import { createMapHealth, type MapHealth } from './map-health.ts'
import type { MapView } from './map-view.ts'
import { addOwnImage } from './own-images.ts'
import { paperCamera, type PaperFrame } from './paper-frame.ts'
import { keepNumbers } from './place-numbers.ts'
import { mapStyle } from './style.ts'
import { openTiles } from './tile-protocol.ts'
import { retryTiles, watchHealth } from './watch-health.ts'
import styles from './map.module.css'

/** When nothing has come or been drawn for this long (ms), nothing will; and not more than this in all. A slow device is no failure. */
const PATIENCE = { still: 20_000, all: 120_000 }
/** Pixels of a side that every graphics chip of a phone can draw. */
const LONGEST_SIDE = 4096

/**
 * Draws the view as a picture (PNG) that has all of `frame.bounds` in it, north up, off the screen. The theme is that of the
 * view: give it `print`. Its padding and its drawing are left out.
 * @returns null when the picture could not be had whole: no WebGL, a tile that can't be read, nothing done for 20 s, or `signal` aborted.
 * A picture with a hole would read as a place without hazard, so there is never one.
 */
export async function drawPaperMap(
  reader: TileReader,
  view: MapView,
  frame: PaperFrame,
  signal: AbortSignal,
): Promise<Blob | null> {
  if (signal.aborted) return null
  const tiles = openTiles(reader)
  const { outer, inner } = addOffScreen(frame, view.htmlLang)
  const stops = [tiles.close, () => outer.remove()]
  try {
    const map = openPaperMap(inner, frame)
    stops.unshift(() => map.remove())
    map.setMissingStyleImageResolver((id) => addOwnImage(map, view, id))
    const health = createMapHealth(() => {})
    stops.unshift(
      watchHealth(map, health, tiles.pending),
      keepNumbers(map, () => view),
    )
    const whole = drawnWhole(map, health, ratioOf(frame), signal)
    map.setStyle(mapStyle(view, tiles.urls, frame.bounds), { diff: false })
    return (await whole) ? await pictureOf(map) : null
  } catch (error) {
    console.error(error)
    return null
  } finally {
    stops.forEach((stop) => stop())
  }
}

/** An element of the frame's size that nobody sees, hears or touches; it has to be laid out, else nothing is drawn. */
function addOffScreen({ width, height }: PaperFrame, htmlLang: string) {
  const [outer, inner] = [document.createElement('div'), document.createElement('div')]
  outer.className = styles['paper'] ?? ''
  outer.inert = true
  outer.style.inlineSize = `${width}px`
  outer.style.blockSize = `${height}px`
  inner.className = styles['map'] ?? ''
  inner.lang = htmlLang
  outer.append(inner)
  document.body.append(outer)
  return { outer, inner }
}

function openPaperMap(container: HTMLElement, frame: PaperFrame): MapLibreMap {
  const { centre, zoom } = paperCamera(frame)
  return new MapLibreMap({
    container,
    validateStyle: false,
    interactive: false,
    center: [...centre],
    zoom,
    maxPitch: 0,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    localIdeographFontFamily: false,
    // While tiles arrive it is drawn again and again, so not yet as fine as the paper.
    pixelRatio: 1,
    // The pixels are read after the frame in which they were drawn.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
}

/** As fine as was asked for, as far as a phone can draw it. */
const ratioOf = ({ width, height, pixelRatio }: PaperFrame): number =>
  Math.min(pixelRatio, LONGEST_SIDE / width, LONGEST_SIDE / height)

/** True when all is drawn and the map is in health; false when it can't be, or not in time. Failed tiles are read once more. */
const drawnWhole = (
  map: MapLibreMap,
  health: MapHealth,
  ratio: number,
  signal: AbortSignal,
): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (whole: boolean) => {
      clearTimeout(latest)
      clearTimeout(still)
      resolve(whole)
    }
    const giveUp = () => settle(false)
    const latest = setTimeout(giveUp, PATIENCE.all)
    let still = setTimeout(giveUp, PATIENCE.still)
    const more = () => {
      clearTimeout(still)
      still = setTimeout(giveUp, PATIENCE.still)
    }
    let rests = 0
    let retried = false
    signal.addEventListener('abort', giveUp, { once: true })
    map.on('webglcontextlost', giveUp)
    map.on('sourcedata', more)
    map.on('idle', () => {
      more()
      const failed = health.failedTiles()
      if (failed.length > 0 && retried) return settle(false)
      if (failed.length > 0) {
        retried = true
        return retryTiles(map, failed)
      }
      // At the first rest the numbers of the zones are placed; at the second one they are drawn, as fine as the paper is.
      rests += 1
      if (rests === 1) return map.setPixelRatio(ratio)
      settle(health.status() === 'ready')
    })
  })

const pictureOf = (map: MapLibreMap): Promise<Blob | null> =>
  new Promise((resolve) => map.getCanvas().toBlob(resolve, 'image/png'))
