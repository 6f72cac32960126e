import { CLOSURE_PATTERNS, CLOSURE_SIGNS, CLOSURE_STRENGTHS, OLD_SIGN } from '../closure-looks.ts'
import type { ClosureMark, MapTheme } from '../map-view.ts'
import { PALETTES } from '../themes.ts'
import { closurePatternId, closureSignOf } from './image-ids.ts'
import { drawPictogram, paint, RATIO, type DrawnImage } from './paint.ts'
import { rasterisePattern } from './rasterise-pattern.ts'

/** An image of a closure; null for an id that is none. */
export function drawClosure(id: string, theme: MapTheme): DrawnImage | null {
  const sign = closureSignOf(id)
  if (sign !== null) return drawSign(sign, theme)
  const strength = CLOSURE_STRENGTHS.find((one) => closurePatternId(one) === id)
  if (strength === undefined) return null
  const { closure, closureCasing } = PALETTES[theme]
  const wash = { colour: closureCasing, opacity: 0.35 }
  return { pixels: rasterisePattern(CLOSURE_PATTERNS[strength], closure, RATIO, wash), ratio: RATIO }
}

const [SIDE, MIDDLE, RADIUS] = [48, 24, 17]

/** 48 × 48: the disc in the middle, the clock over its lower end corner. */
function drawSign({ strength, isOld }: Pick<ClosureMark, 'strength' | 'isOld'>, theme: MapTheme): DrawnImage {
  const { closure, closureCasing } = PALETTES[theme]
  const { body, drawing } = CLOSURE_SIGNS[strength]
  return paint(SIDE, SIDE, (ink) => {
    const disc = new Path2D()
    disc.arc(MIDDLE, MIDDLE, RADIUS, 0, Math.PI * 2)
    ink.lineWidth = 5
    ink.strokeStyle = closureCasing
    ink.stroke(disc)
    ink.fillStyle = body === 'filled' ? closure : closureCasing
    ink.fill(disc)
    ink.strokeStyle = closure
    ink.lineWidth = body === 'broken' ? 2.4 : 4
    if (body === 'broken') ink.setLineDash([6, 4.7])
    const ring = new Path2D()
    ring.arc(MIDDLE, MIDDLE, RADIUS - ink.lineWidth / 2, 0, Math.PI * 2)
    ink.stroke(ring)
    ink.setLineDash([])
    drawPictogram(ink, drawing, [13, 13, 22], body === 'filled' ? closureCasing : closure)
    if (isOld) drawClock(ink, theme)
  })
}

function drawClock(ink: CanvasRenderingContext2D, theme: MapTheme) {
  const { label, labelHalo } = PALETTES[theme]
  const face = new Path2D()
  face.arc(38, 38, 7.6, 0, Math.PI * 2)
  ink.lineWidth = 4.4
  ink.strokeStyle = labelHalo
  ink.stroke(face)
  ink.fillStyle = labelHalo
  ink.fill(face)
  ink.lineWidth = 1.8
  ink.strokeStyle = label
  ink.stroke(face)
  drawPictogram(ink, OLD_SIGN, [32, 32, 12], label)
}
