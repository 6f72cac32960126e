import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { MAX_ZOOM, metresPerPixelAt } from './camera-limits.ts'

/** What of the ground is to be seen on a piece of paper. Width and height in CSS pixels. */
export type PaperFrame = {
  readonly bounds: Bounds
  readonly width: number
  readonly height: number
  /** Pixels of the picture a CSS pixel: 3 is about 290 dots an inch. */
  readonly pixelRatio: number
}

/** CSS pixels of the whole world at zoom 0. */
const WORLD = 512

/** Northing of a latitude as a share of the world's width (Web Mercator), and back. */
const northing = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
const latitude = (north: number): number => (Math.atan(Math.sinh(north * 2 * Math.PI)) * 180) / Math.PI

/** The camera that has all of the bounds in the frame, as near as it can be; north is up. */
export function paperCamera({ bounds: [west, south, east, north], width, height }: PaperFrame): {
  readonly centre: LngLat
  readonly zoom: number
  /** Metres on the ground per CSS pixel in the middle of the frame. */
  readonly metresPerPixel: number
} {
  const [low, high] = [northing(south), northing(north)]
  const zoom = Math.min(
    MAX_ZOOM,
    Math.log2((width * 360) / (WORLD * Math.max(1e-9, east - west))),
    Math.log2(height / (WORLD * Math.max(1e-12, high - low))),
  )
  const lat = latitude((low + high) / 2)
  return { centre: [(west + east) / 2, lat], zoom, metresPerPixel: metresPerPixelAt(lat, zoom) }
}

/** The share of the map's width that the bar may take. */
const BAR_SHARE = 1 / 3

/**
 * The scale of a paper map that is printed `widthMm` millimetres wide, in its middle: 1 : `denominator`, and a bar of a round length.
 */
export function paperScale(
  frame: PaperFrame,
  widthMm: number,
): { readonly denominator: number; readonly bar: { readonly metres: number; readonly mm: number } } {
  const metresPerMm = (paperCamera(frame).metresPerPixel * frame.width) / widthMm
  const longest = metresPerMm * widthMm * BAR_SHARE
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = ([5, 3, 2, 1].find((step) => step * power <= longest) ?? 1) * power
  return { denominator: metresPerMm * 1000, bar: { metres, mm: metres / metresPerMm } }
}
