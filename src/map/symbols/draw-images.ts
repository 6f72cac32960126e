import type { FeatureKind } from '#domain/features/local-feature.ts'
import { NOT_ASSESSED_PATTERN } from '../depth-colours.ts'
import type { MapPalette, MapTheme, MapView } from '../map-view.ts'
import { PALETTES } from '../themes.ts'
import { lookOf, type ZoneLook } from '../zone-looks.ts'
import {
  NOT_ASSESSED_IMAGE,
  PICKED_IMAGE,
  SHIELD_IMAGE,
  pointKindOf,
  siteLookOf,
  zonePatternOf,
  type SiteLook,
} from './image-ids.ts'
import {
  DESIGNATION_SIGNS,
  POI_PICTOGRAMS,
  POINT_PICTOGRAMS,
  SITE_PICTOGRAMS,
  WAVE,
  type Pictogram,
} from './pictograms.ts'
import { drawClosure } from './closure-symbols.ts'
import { drawDrillMark } from './drill-symbols.ts'
import { drawMine } from './my-symbols.ts'
import { drawPictogram, paint, RATIO, type DrawnImage } from './paint.ts'
import { rasterisePattern, widened } from './rasterise-pattern.ts'
import { SITE_COLOURS } from './site-colours.ts'
import { drawWayMark } from './way-symbols.ts'

/** Opacity of the rank's own colour under its pattern: it tints the roads, so that a road in the water does not look dry. */
const WASH = 0.45

/** Draws the image with this id in the theme and palette; null for an id that is not ours. */
export function drawImage(
  id: string,
  { theme, palette }: Pick<MapView, 'theme' | 'palette'>,
): DrawnImage | null {
  const zone = zonePatternOf(id)
  if (zone !== null) return drawZone(lookOf(zone.layer, zone.rank, theme, palette))
  if (id === NOT_ASSESSED_IMAGE) {
    return {
      pixels: rasterisePattern(NOT_ASSESSED_PATTERN, PALETTES[theme].notAssessedInk, RATIO),
      ratio: RATIO,
    }
  }
  const point = pointKindOf(id)
  if (point !== null) return drawPoint(point, theme)
  const drawn =
    drawMine(id, theme) ?? drawClosure(id, theme) ?? drawWayMark(id, theme) ?? drawDrillMark(id, theme)
  if (drawn !== null) return drawn
  const site = siteLookOf(id)
  if (site) return drawSite(site, theme, palette)
  if (id === PICKED_IMAGE) return drawPin(theme)
  if (id === SHIELD_IMAGE) return drawShield(theme)
  const poi = POI_PICTOGRAMS[id.replace(/^poi:/, '')]
  return poi && id.startsWith('poi:') ? drawPoi(poi, theme) : null
}

/** On the fill's own colour; without a fill on a casing, so that the pattern is seen on any other zone. */
function drawZone({ pattern, ink, fill, halo }: ZoneLook): DrawnImage {
  if (fill !== null)
    return { pixels: rasterisePattern(pattern, ink, RATIO, { colour: fill, opacity: WASH }), ratio: RATIO }
  const pixels = rasterisePattern(pattern, ink, RATIO)
  const casing = rasterisePattern(widened(pattern), halo ?? ink, RATIO)
  for (let i = 0; i < pixels.data.length; i += 4) {
    const [over, under] = [(pixels.data[i + 3] ?? 0) / 255, (casing.data[i + 3] ?? 0) / 255]
    const alpha = over + under * (1 - over)
    for (let c = i; c < i + 3 && alpha > 0; c += 1)
      pixels.data[c] = ((pixels.data[c] ?? 0) * over + (casing.data[c] ?? 0) * (alpha - over)) / alpha
    pixels.data[i + 3] = alpha * 255
  }
  return { pixels, ratio: RATIO }
}

/** 44 × 48: the body at (4, 8), the designation over its end corner, the wave under it. */
function drawSite({ kind, designated, zone }: SiteLook, theme: MapTheme, palette: MapPalette): DrawnImage {
  const answer = designated === null ? 'unknown' : designated ? 'yes' : 'no'
  const colours = SITE_COLOURS[theme][answer]
  return paint(44, 48, (ink) => {
    const body = new Path2D()
    if (kind === 'emergencySite') body.arc(21, 23, 15.5, 0, Math.PI * 2)
    else body.roundRect(6, 8, 30, 30, 6)
    ink.lineWidth = 5
    ink.strokeStyle = colours.halo
    ink.stroke(body)
    ink.fillStyle = colours.body
    ink.fill(body)
    ink.lineWidth = 2
    ink.strokeStyle = colours.edge
    if (answer === 'unknown') ink.setLineDash([4, 3.2])
    ink.stroke(body)
    ink.setLineDash([])
    drawPictogram(ink, SITE_PICTOGRAMS[kind], [11, 13, 20], colours.sign)
    if (zone !== null) drawWave(ink, lookOf(zone.layer, zone.rank, theme, palette), colours.halo)
    drawBadge(ink, answer, theme)
  })
}

/** The wave stands on the colour of the zone at the site. */
function drawWave(ink: CanvasRenderingContext2D, { fill, ink: line }: ZoneLook, halo: string) {
  const strip = new Path2D()
  strip.roundRect(4, 35, 34, 11, 5.5)
  ink.fillStyle = fill ?? halo
  ink.strokeStyle = halo
  ink.lineWidth = 3.5
  ink.stroke(strip)
  ink.fill(strip)
  ink.strokeStyle = line
  ink.lineWidth = 1.4
  ink.stroke(strip)
  drawPictogram(ink, WAVE, [9, 37.2, 24], line)
}

/** Circle with a tick, diamond with a cross, square with a question mark. */
function drawBadge(ink: CanvasRenderingContext2D, answer: 'yes' | 'no' | 'unknown', theme: MapTheme) {
  const { badge, badgeSign, halo } = SITE_COLOURS[theme][answer]
  const shape = new Path2D()
  if (answer === 'yes') shape.arc(34, 10, 8, 0, Math.PI * 2)
  else if (answer === 'no')
    for (const [x, y] of [
      [34, 0.5],
      [43.5, 10],
      [34, 19.5],
      [24.5, 10],
    ] as const)
      shape.lineTo(x, y)
  else shape.roundRect(26.5, 2.5, 15, 15, 3)
  if (answer === 'no') shape.closePath()
  ink.lineWidth = 2.6
  ink.strokeStyle = halo
  ink.stroke(shape)
  ink.fillStyle = badge
  ink.fill(shape)
  drawPictogram(ink, DESIGNATION_SIGNS[answer], [28.5, 4.5, 11], badgeSign)
}

function drawPin(theme: MapTheme): DrawnImage {
  const { picked, pickedEdge } = PALETTES[theme]
  return paint(36, 46, (ink) => {
    const pin = new Path2D('M18 44C15 36 5 28 5 17.5A13 13 0 0 1 31 17.5C31 28 21 36 18 44Z')
    ink.lineWidth = 4
    ink.strokeStyle = pickedEdge
    ink.stroke(pin)
    ink.fillStyle = picked
    ink.fill(pin)
    ink.fillStyle = pickedEdge
    ink.beginPath()
    ink.arc(18, 17, 5, 0, Math.PI * 2)
    ink.fill()
  })
}

/** The blue sign of a road number; the middle stretches around the digits. */
function drawShield(theme: MapTheme): DrawnImage {
  const image = paint(20, 16, (ink) => {
    ink.beginPath()
    ink.roundRect(1, 1, 18, 14, 4)
    ink.fillStyle = PALETTES[theme].roadSign
    ink.fill()
    ink.strokeStyle = PALETTES[theme].labelHalo
    ink.lineWidth = 1
    ink.stroke()
  })
  const px = (value: number) => value * RATIO
  return {
    ...image,
    stretch: { x: [px(6), px(14)], y: [px(6), px(10)], content: [px(4), px(3), px(16), px(13)] },
  }
}

/** 30 × 30: a square that stands on its corner, like none of the sites, with the drawing in it. */
function drawPoint(kind: FeatureKind, theme: MapTheme): DrawnImage {
  const { label, labelHalo } = PALETTES[theme]
  return paint(32, 32, (ink) => {
    const body = new Path2D('M16 2.5L29.5 16L16 29.5L2.5 16Z')
    ink.lineWidth = 4
    ink.strokeStyle = labelHalo
    ink.stroke(body)
    ink.fillStyle = labelHalo
    ink.fill(body)
    ink.lineWidth = 1.8
    ink.strokeStyle = label
    ink.stroke(body)
    drawPictogram(ink, POINT_PICTOGRAMS[kind], [8.5, 8.5, 15], label)
  })
}

function drawPoi(from: Pictogram, theme: MapTheme): DrawnImage {
  const { labelSoft, labelHalo } = PALETTES[theme]
  return paint(20, 20, (ink) => {
    drawPictogram(ink, from, [2, 2, 16], labelHalo, 2.6)
    drawPictogram(ink, from, [2, 2, 16], labelSoft)
  })
}
