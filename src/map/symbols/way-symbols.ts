import type { MapTheme } from '../map-view.ts'
import type { LineLook } from '../network-looks.ts'
import { routeLook } from '../route-looks.ts'
import { networkLooks } from '../way-data.ts'
import { networkMarkId, ROUTE_ARROW_IMAGE } from './image-ids.ts'
import { paint, type DrawnImage } from './paint.ts'

/** The marks on ways and roads; null for an id that is none. */
export function drawWayMark(id: string, theme: MapTheme): DrawnImage | null {
  if (id === ROUTE_ARROW_IMAGE) return drawArrow(routeLook(true, theme))
  const [, look] = networkLooks(theme).find(([word]) => networkMarkId(word) === id) ?? []
  if (look === undefined || (look.marks !== 'bars' && look.marks !== 'crosses')) return null
  return drawStrokes(look, look.marks)
}

const STROKES = { bars: 'M10 3.5V16.5', crosses: 'M6 6L14 14M14 6L6 14' } as const

/** 20 × 20, on a casing. */
const drawStrokes = ({ colour, casing }: LineLook, marks: keyof typeof STROKES): DrawnImage =>
  paint(20, 20, (ink) => {
    const strokes = new Path2D(STROKES[marks])
    ink.strokeStyle = casing
    ink.lineWidth = 5.4
    ink.stroke(strokes)
    ink.strokeStyle = colour
    ink.lineWidth = 2.6
    ink.stroke(strokes)
  })

/** 16 × 16: a full triangle, where one's own routes have an open angle. In a hollow line it is dark, in a full one light. */
const drawArrow = ({ colour, casing, gap }: LineLook): DrawnImage =>
  paint(16, 16, (ink) => {
    const arrow = new Path2D('M4.6 3.8L12 8L4.6 12.2Z')
    ink.fillStyle = gap === undefined ? casing : colour
    ink.fill(arrow)
  })
