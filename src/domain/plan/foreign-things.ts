import { ok, refuse, type Result } from '../result.ts'
import type { MarkKind } from './mark-kinds.ts'
import { MOST, roundPosition, type Destination, type Mark, type PlanPlace, type PlanRoute } from './plan.ts'
import { cleanText } from './text.ts'
import { thinLine } from './thin-line.ts'

type At = readonly [number, number]

/** What stands on a map, for its words in a file of another program. */
export type NamedKind =
  | { readonly list: 'marks'; readonly kind: MarkKind }
  | { readonly list: 'places'; readonly kind: PlanPlace['kind'] }
  | { readonly list: 'destinations'; readonly kind: Destination['kind'] }
  | { readonly list: 'routes'; readonly kind: 'route' }

/** A mark or a route before it has an id. */
export type NewMark = Omit<Mark, 'id'>
export type NewRoute = Omit<PlanRoute, 'id'>

/** What was read from a file of another program, and what it held besides. */
export type ForeignThings = {
  readonly marks: readonly NewMark[]
  readonly routes: readonly NewRoute[]
  /** How far the thinned lines may lie from those of the file, the coarsest; 0 = none was thinned. Metres. */
  readonly thinned: number
  /** What was left out: things without a place or that are no marks, kinds of fields, holes in areas. Texts that were cut. */
  readonly left: {
    readonly things: number
    readonly fields: number
    readonly holes: number
    readonly texts: number
  }
}

/** One geometry of a file: checked positions, whatever their number. */
export type Piece =
  | { readonly type: 'point'; readonly at: At }
  | { readonly type: 'line'; readonly line: readonly At[] }
  | { readonly type: 'area'; readonly ring: readonly At[]; readonly holes: number }

/** What a file tells of a thing besides its place. */
export type Told = {
  readonly kind: MarkKind
  readonly name: string
  readonly note: string
  readonly by: string
  readonly addedAt: number
}

/** Corners that a file holds at most, all together: more than any walk, little enough for any phone. Own choice. */
export const MOST_CORNERS_READ = 50_000

/** `tooMany` = more than a plan holds, `detail` = the list · `tooLong` = a line with too many corners · `nothingInIt`. */
export type CollectRefusal = 'tooMany' | 'tooLong' | 'nothingInIt'

/** Collects what a file tells, up to what a plan holds. */
export function collectThings() {
  const marks: NewMark[] = []
  const routes: NewRoute[] = []
  const left = { things: 0, fields: 0, holes: 0, texts: 0 }
  let thinned = 0
  let corners = 0
  const cut = (text: string, most: number): string => {
    const whole = cleanText(text, Infinity)
    if (whole.length > most) left.texts += 1
    return cleanText(whole, most)
  }
  const add = (piece: Piece, { kind, name, note, by, addedAt }: Told): Result<true, CollectRefusal> => {
    const told = { name: cut(inOneLine(name), MOST.name), note: cut(note, MOST.note), addedAt }
    const author = cut(inOneLine(by), MOST.name)
    const shape = shapeOf(piece)
    corners += piece.type === 'point' ? 1 : (piece.type === 'line' ? piece.line : piece.ring).length
    if (!shape.ok || corners > MOST_CORNERS_READ) return refuse('tooLong')
    thinned = Math.max(thinned, shape.value.tolerance)
    if (piece.type === 'line')
      routes.push({ ...told, line: [...shape.value.corners], destination: null, by: author })
    else marks.push({ ...told, kind, shape: markShape(piece, shape.value.corners), by: author, photo: null })
    if (piece.type === 'area') left.holes += piece.holes
    if (marks.length > MOST.marks) return refuse('tooMany', 'marks')
    return routes.length > MOST.routes ? refuse('tooMany', 'routes') : ok(true)
  }
  const finish = (): Result<ForeignThings, CollectRefusal> =>
    marks.length + routes.length === 0 ? refuse('nothingInIt') : ok({ marks, routes, thinned, left })
  return { add, finish, left }
}

/** A line that leaps over the meridian of 180° would lie around the whole globe. */
export const leapsOver = (line: readonly At[]): boolean =>
  line.some(([lng], index) => Math.abs(lng - (line[index - 1]?.[0] ?? lng)) > 180)

type Shape = { readonly corners: readonly [number, number][]; readonly tolerance: number }

/** The corners as a plan holds them; those of an area are thinned as a closed line. */
function shapeOf(piece: Piece): Result<Shape, 'tooLong'> {
  if (piece.type === 'point') return ok({ corners: [roundPosition(piece.at)], tolerance: 0 })
  const isArea = piece.type === 'area'
  const thin = isArea
    ? thinLine([...piece.ring, ...piece.ring.slice(0, 1)], MOST.corners + 1)
    : thinLine(piece.line, MOST.corners)
  if (!thin.ok) return thin
  const corners = (isArea ? thin.value.line.slice(0, -1) : thin.value.line).map(roundPosition)
  return isArea && corners.length < 3 ? refuse('tooLong') : ok({ ...thin.value, corners })
}

const markShape = (piece: Piece, corners: Shape['corners']): Mark['shape'] =>
  piece.type === 'area' ? { type: 'area', ring: [...corners] } : { type: 'point', at: corners[0] ?? [0, 0] }

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ')
