import type { LngLat } from '../geo/lng-lat.ts'
import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { Water } from '../water/water-at.ts'
import { DEPTH_STEP, SPEED_STEP, type WaterSeries } from '../water/water-series.ts'
import type { Graph } from './graph.ts'
import { closeZonesAt } from './last-departure.ts'

/** Water through which nobody walks: at least this deep and this fast, in steps of a series (0.1 m, 0.1 m/s). */
type Limit = { readonly depth: number; readonly speed: number }

/**
 * 0.5 m at any speed: limit of walking (東京都 東京マイ・タイムライン; 国土交通省 川の防災情報). At 1.0 m/s and more every depth is
 * 歩行困難 or 不可能 in the table of 兵庫県 (hazardmap.pref.hyogo.jp/about/a_tameike.html), so from the least depth that a series
 * tells; below that speed the table forbids nothing that the 0.5 m do not.
 */
const IN_FLOODS: readonly Limit[] = [
  { depth: 5, speed: 0 },
  { depth: 1, speed: 10 },
]
/** In a tsunami of 0.3 m nobody can act any more (内閣府 南海トラフ 被害想定 2012). */
const IN_TSUNAMIS: readonly Limit[] = [
  { depth: 3, speed: 0 },
  { depth: 1, speed: 10 },
]

const limitsIn = (hazard: HazardKind): readonly Limit[] => (hazard === 'tsunami' ? IN_TSUNAMIS : IN_FLOODS)

/** A hair, so that a limit that was reckoned between two states still counts as reached. */
const NEARLY = 1e-9

/** Whether nobody walks through such water: the limits at which a front closes an edge. */
export const stopsWalkers = (hazard: HazardKind, water: Water): boolean =>
  limitsIn(hazard).some(
    ({ depth, speed }) =>
      water.depth >= depth * DEPTH_STEP - NEARLY && water.speed >= speed * SPEED_STEP - NEARLY,
  )

/** The depth at which nobody walks through standing water any more, metres. */
export const wadingLimit = (hazard: HazardKind): number =>
  Math.min(...limitsIn(hazard).flatMap(({ depth, speed }) => (speed === 0 ? [depth * DEPTH_STEP] : [])))

const ANY_WATER: readonly Limit[] = [{ depth: 1, speed: 0 }]

const MINUTE = 600

/**
 * When each edge closes in a computed flood, deciseconds from now: the first moment at which the water in any cell that the
 * edge touches is deeper or faster than people wade. Once closed, an edge stays closed, also where the water falls again: what
 * it left behind is not known. `Infinity` = not in this series; after its end its last state holds, which is a choice and no
 * knowledge. For several series take the least of each edge.
 *
 * Where the series says nothing an edge is never taken for dry. In cells that the model left out (rivers, the sea) it closes at
 * the first moment at which such water stands anywhere: who must cross the river does it before it breaks out. Outside the
 * grid it closes when any water stands on the rim, because only across it could this flood come there. An edge of which the
 * graph tells that it lies in no zone of this hazard closes by neither.
 * @param minute of the event that is now.
 * @param hazard of the series.
 */
export function frontFromSeries(
  graph: Graph,
  series: WaterSeries,
  minute: number,
  hazard: HazardKind,
): Float64Array {
  if (!Number.isFinite(minute)) throw new RangeError(`no minute: ${minute}`)
  const limits = limitsIn(hazard)
  const cells = new Float64Array(series.columns * series.rows).fill(NaN)
  const closesAt = (cell: number): number => {
    const known = cells[cell] as number
    return Number.isNaN(known) ? (cells[cell] = closingOf(series, cell, limits)) : known
  }
  const leftOut = closeZonesAt(
    graph,
    [hazard],
    firstClosing(series, limits, () => true),
  )
  const outside = closeZonesAt(graph, [hazard], firstClosing(series, ANY_WATER, isOnRim(series)))
  return Float64Array.from({ length: graph.edgeCount }, (_, edge) => {
    let first = Infinity
    for (const cell of cellsAlong(series, graph.shapeOf(edge))) {
      if (cell === OUTSIDE) first = Math.min(first, outside[edge] as number)
      else if (series.unknown[cell] !== 0) first = Math.min(first, leftOut[edge] as number)
      else first = Math.min(first, closesAt(cell))
    }
    return momentOf(first, minute, series)
  })
}

const isOnRim =
  ({ columns, rows }: WaterSeries) =>
  (cell: number): boolean => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    return column === 0 || row === 0 || column === columns - 1 || row === rows - 1
  }

/** What is deep already in the first state closed at some time before it: it is closed now, whenever now is. */
function momentOf(closing: number, minute: number, { minutes }: WaterSeries): number {
  const moment = Math.floor((closing - minute) * MINUTE)
  return closing === minutes[0] ? Math.min(0, moment) : moment
}

/** The minute of the event at which a cell closes; `Infinity` = not in this series. */
function closingOf(series: WaterSeries, cell: number, limits: readonly Limit[]): number {
  for (let state = 0; state < series.minutes.length; state += 1) {
    const closing = closingIn(series, cell, state, limits)
    if (closing < Infinity) return closing
  }
  return Infinity
}

/** The first minute at which any of some cells closes, those aside of which nothing is known. */
function firstClosing(
  series: WaterSeries,
  limits: readonly Limit[],
  isAsked: (cell: number) => boolean,
): number {
  for (let state = 0; state < series.minutes.length; state += 1) {
    let first = Infinity
    for (let cell = 0; cell < series.unknown.length; cell += 1)
      if (series.unknown[cell] === 0 && isAsked(cell))
        first = Math.min(first, closingIn(series, cell, state, limits))
    if (first < Infinity) return first
  }
  return Infinity
}

/** The minute at which a cell closes between the state before and this one, in proportion to the time, as `waterAt` reads it. */
function closingIn(
  { minutes, depths, speeds }: WaterSeries,
  cell: number,
  state: number,
  limits: readonly Limit[],
): number {
  const before = Math.max(0, state - 1)
  const [low, high] = [depths[before]?.[cell] ?? 0, depths[state]?.[cell] ?? 0]
  const [slow, fast] = [speeds[before]?.[cell] ?? 0, speeds[state]?.[cell] ?? 0]
  const [start, end] = [minutes[before] as number, minutes[state] as number]
  let first = Infinity
  for (const { depth, speed } of limits) {
    const deep = atLeast(low, high, depth)
    const quick = atLeast(slow, fast, speed)
    if (deep === null || quick === null) continue
    const share = Math.max(deep[0], quick[0])
    if (share <= Math.min(deep[1], quick[1])) first = Math.min(first, start + (end - start) * share)
  }
  return first
}

/** From and until which share of the way from `a` to `b` a number is at least `limit`; null = nowhere. */
function atLeast(a: number, b: number, limit: number): readonly [from: number, till: number] | null {
  if (a >= limit && b >= limit) return [0, 1]
  if (a < limit && b < limit) return null
  const share = (limit - a) / (b - a)
  return a >= limit ? [0, share] : [share, 1]
}

/** A hair's breadth, in cells, so that what lies on the line between two cells is found in both. */
const HAIR = 1e-6

/** Stands for all that lies outside the grid. */
const OUTSIDE = -1

/** Every cell that a line touches (supercover), some more than once, and `OUTSIDE`. */
function* cellsAlong(series: WaterSeries, line: readonly LngLat[]): Generator<number> {
  for (let i = 1; i < line.length; i += 1)
    yield* cellsBetween(series, line[i - 1] as LngLat, line[i] as LngLat)
}

function* cellsBetween(
  { west, south, cellLng, cellLat, columns, rows }: WaterSeries,
  a: LngLat,
  b: LngLat,
): Generator<number> {
  const [x0, y0] = [(a[0] - west) / cellLng, (a[1] - south) / cellLat]
  const [x1, y1] = [(b[0] - west) / cellLng, (b[1] - south) / cellLat]
  const [left, right] = [Math.min(x0, x1), Math.max(x0, x1)]
  const isUpright = right - left < HAIR
  const rise = isUpright ? 0 : (y1 - y0) / (x1 - x0)
  const isOutside = left < 0 || right >= columns || Math.min(y0, y1) < 0 || Math.max(y0, y1) >= rows
  if (isOutside) yield OUTSIDE
  const lastColumn = Math.min(columns - 1, Math.floor(right + HAIR))
  for (let column = Math.max(0, Math.floor(left - HAIR)); column <= lastColumn; column += 1) {
    const yIn = isUpright ? y0 : y0 + (Math.max(left, column) - x0) * rise
    const yOut = isUpright ? y1 : y0 + (Math.min(right, column + 1) - x0) * rise
    const top = Math.min(rows - 1, Math.floor(Math.max(yIn, yOut) + HAIR))
    for (let row = Math.max(0, Math.floor(Math.min(yIn, yOut) - HAIR)); row <= top; row += 1)
      yield row * columns + column
  }
}
