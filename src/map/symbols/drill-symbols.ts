import type { MapTheme } from '../map-view.ts'
import { PALETTES } from '../themes.ts'
import { DRILL_GOAL_IMAGE, DRILL_LOST_IMAGE, DRILL_WRONG_IMAGE } from './image-ids.ts'
import { drawPictogram, paint, type DrawnImage } from './paint.ts'
import { DESIGNATION_SIGNS, type Pictogram } from './pictograms.ts'

/** The marks of a drill; null for an id that is none. */
export function drawDrillMark(id: string, theme: MapTheme): DrawnImage | null {
  if (id === DRILL_GOAL_IMAGE) return drawFlag(theme)
  if (id === DRILL_WRONG_IMAGE) return drawWarning(theme)
  return id === DRILL_LOST_IMAGE ? drawLost(theme) : null
}

/** 40 × 44: a flag whose foot stands at the start end of the lower edge. */
function drawFlag(theme: MapTheme): DrawnImage {
  const { label, labelHalo } = PALETTES[theme]
  return paint(40, 44, (ink) => {
    const pole = new Path2D('M6 40V6')
    const cloth = new Path2D('M6 6H34L27 14L34 22H6Z')
    ink.strokeStyle = labelHalo
    ink.lineWidth = 7
    ink.stroke(pole)
    ink.stroke(cloth)
    ink.strokeStyle = label
    ink.fillStyle = label
    ink.lineWidth = 3
    ink.stroke(pole)
    ink.fill(cloth)
  })
}

const EXCLAMATION: Pictogram = { box: 24, width: 3.2, strokes: ['M12 5V14', 'M12 19V19.1'], fills: [] }

/** 44 × 44: a full triangle with an exclamation mark. */
function drawWarning(theme: MapTheme): DrawnImage {
  const { closure, closureCasing } = PALETTES[theme]
  return paint(44, 44, (ink) => {
    const triangle = new Path2D('M22 6L39 36H5Z')
    ink.strokeStyle = closureCasing
    ink.lineWidth = 8
    ink.stroke(triangle)
    ink.strokeStyle = closure
    ink.fillStyle = closure
    ink.lineWidth = 3
    ink.stroke(triangle)
    ink.fill(triangle)
    drawPictogram(ink, EXCLAMATION, [11, 13, 22], closureCasing)
  })
}

/** 40 × 40: a ring of dashes with a question mark: where they were is not known. */
function drawLost(theme: MapTheme): DrawnImage {
  const { label, labelHalo } = PALETTES[theme]
  return paint(40, 40, (ink) => {
    const ring = new Path2D()
    ring.arc(20, 20, 14, 0, Math.PI * 2)
    ink.strokeStyle = labelHalo
    ink.fillStyle = labelHalo
    ink.lineWidth = 6
    ink.stroke(ring)
    ink.fill(ring)
    ink.strokeStyle = label
    ink.lineWidth = 2.6
    ink.setLineDash([5, 4])
    ink.stroke(ring)
    ink.setLineDash([])
    drawPictogram(ink, DESIGNATION_SIGNS.unknown, [11, 11, 18], label)
  })
}
