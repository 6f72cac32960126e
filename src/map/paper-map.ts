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

/** Until this time (ms) everything has to be drawn. */
const DEADLINE = 20_000
/** Pixels of a side that every graphics chip of a phone can draw. */
const LONGEST_SIDE = 4096

/**
 * Draws the view as a picture (PNG) that has all of `frame.bounds` in it, north up, off the screen. The theme is that of the
 * view: give it `print`. Its padding and its drawing are left out.
 * @returns null when the picture could not be had whole: no WebGL, a tile that can't be read, not done in 20 s, or `signal` aborted.
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
    const whole = drawnWhole(map, health, signal)
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
  const { width, height, pixelRatio } = frame
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
    pixelRatio: Math.min(pixelRatio, LONGEST_SIDE / width, LONGEST_SIDE / height),
    // The pixels are read after the frame in which they were drawn.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
}

/** True when all is drawn and the map is in health; false when it can't be, or not in time. Failed tiles are read once more. */
const drawnWhole = (map: MapLibreMap, health: MapHealth, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), DEADLINE)
    signal.addEventListener('abort', () => resolve(false), { once: true })
    let calm = 0
    let retried = false
    map.on('webglcontextlost', () => resolve(false))
    map.on('idle', () => {
      const failed = health.failedTiles()
      if (failed.length > 0) {
        if (retried) return resolve(false)
        retried = true
        return retryTiles(map, failed)
      }
      // At the first rest the numbers of the zones are placed; at the second one they are drawn.
      calm += 1
      if (calm < 2) return map.triggerRepaint()
      clearTimeout(timer)
      resolve(health.status() === 'ready')
    })
  })

const pictureOf = (map: MapLibreMap): Promise<Blob | null> =>
  new Promise((resolve) => map.getCanvas().toBlob(resolve, 'image/png'))
