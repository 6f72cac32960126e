import { CLOSED, PERHAPS_CLOSED } from '../closures/closed-edges.ts'
import { isWaterKind, type HazardKind } from '../hazards/hazard-kind.ts'
import { RANK_UNKNOWN, SLOPE_UNKNOWN, SNAP_LIMIT, STEPS, TUNNEL, type Graph } from './graph.ts'
import { decisecondsFor, LEVEL, ON_STEPS, slopeFactor, type Walker } from './profiles.ts'
import { zoneBar, zoneLevel } from './walked-zones.ts'

/**
 * `avoid`: zones in which nobody walks are no way at all. `least`: they are walked as little as can be, for those who leave
 * before the water. `quickest`: zones cost nothing, but underpasses stay barred where water comes, and a road that is perhaps closed
 * is walked as little as can be. `ignore`: the shortest time, whatever is known of zones. Closed roads stay closed in all four.
 */
export const ZONE_MANNERS = ['avoid', 'least', 'quickest', 'ignore'] as const
export type ZoneManner = (typeof ZONE_MANNERS)[number]

/**
 * How ways are chosen where many are told by their minutes: lists, plans, 逃げ地図. The way with the least of zones can be a detour of
 * hours where nearly all of a city lies in one (Kashima: 229 minutes instead of 22), and would tell nothing of how near a site is.
 * Only who never wants to walk through zones is told other minutes.
 */
export const mannerOfMinutes = (wanted: ZoneManner): ZoneManner => (wanted === 'avoid' ? 'avoid' : 'quickest')

/** Why nobody is led along an edge; the first that holds counts. */
export const BARS = ['closed', 'steps', 'tunnel', 'redZone', 'collapse', 'deepWater'] as const
export type Bar = (typeof BARS)[number]

export type CostQuestion = {
  readonly walker: Walker
  /** Those that count. One of which the graph has no ranks cannot tell ways apart; reports tell it as unknown. */
  readonly hazards: readonly HazardKind[]
  readonly zones: ZoneManner
  /**
   * By edge, as `ClosedEdges.states` for the mode of this walker: `CLOSED` is no way, `PERHAPS_CLOSED` costs what the unknown
   * costs. null = no closure is known, which is not that all is open.
   */
  readonly closed: Uint8Array | null
}

/**
 * What each edge costs. Costs are compared in turn: decimetres in zones, the worst first; decimetres of which nothing is known;
 * deciseconds. So no saving of time ever buys a metre in a zone. They are packed into as few whole numbers as hold them
 * exactly (`words`, the most weighty first); time is the lowest part of the last word.
 */
export type Costs = {
  readonly graph: Graph
  readonly question: CostQuestion
  /** By edge: 0 = may be walked, else one more than the index into `BARS`. */
  readonly bars: Uint8Array
  readonly words: number
  /** By edge and word: what each decimetre costs without time. */
  readonly perDecimetre: Float64Array
  /** By edge, forward then backward: thousandths of the time on level ground. */
  readonly factors: Uint16Array
  /** By edge, forward then backward: deciseconds for all of it. */
  readonly times: Float64Array
  /** One more than the longest time that a cost can hold. */
  readonly timeRadix: number
}

/** Directions along an edge: from `from` to `till`, or against it. */
export const FORWARD = 0
export const BACKWARD = 1

/** Reckons the cost of all edges. Throws when `closed` is not one entry for each edge. */
export function reckonCosts(graph: Graph, question: CostQuestion): Costs {
  const { closed, walker } = question
  if (closed !== null && closed.length !== graph.edgeCount)
    throw new RangeError('closed: not one for each edge')
  const bars = findBars(graph, question)
  const factors = findFactors(graph, walker)
  const times = new Float64Array(graph.edgeCount * 2)
  for (let i = 0; i < times.length; i += 1)
    times[i] = decisecondsFor(graph.decimetres[i >> 1] as number, factors[i] as number, walker)
  return { graph, question, bars, factors, times, ...packZones(graph, question, bars, times) }
}

/** Deciseconds for a piece of an edge in one direction. */
export const pieceTime = (costs: Costs, edge: number, direction: number, decimetres: number): number =>
  decisecondsFor(decimetres, costs.factors[edge * 2 + direction] as number, costs.question.walker)

/** Deciseconds for what lies beside the ways, straight between a place and the way; `away` in metres. */
export const besideTime = ({ question }: Pick<Costs, 'question'>, away: number): number =>
  decisecondsFor(Math.ceil(away * 10), LEVEL, question.walker)

/** The part of a packed cost that is time, deciseconds, from its last word. */
export const timeIn = (costs: Costs, lastWord: number): number => lastWord % costs.timeRadix

function findBars(graph: Graph, question: CostQuestion): Uint8Array {
  const bars = new Uint8Array(graph.edgeCount)
  for (let edge = 0; edge < bars.length; edge += 1) {
    const bar = barOf(graph, question, edge)
    if (bar !== null) bars[edge] = BARS.indexOf(bar) + 1
  }
  return bars
}

function barOf(graph: Graph, { closed, walker, hazards, zones }: CostQuestion, edge: number): Bar | null {
  const flags = graph.flags[edge] as number
  if (closed !== null && (closed[edge] as number) >= CLOSED) return 'closed'
  if ((flags & STEPS) !== 0 && !walker.climbs) return 'steps'
  if (zones === 'ignore') return null
  if ((flags & TUNNEL) !== 0 && hazards.some(isWaterKind)) return 'tunnel'
  if (zones !== 'avoid') return null
  let worst: Bar | null = null
  for (const kind of hazards) {
    const rank = graph.ranks.get(kind)?.[edge] ?? RANK_UNKNOWN
    const bar = rank === 0 || rank === RANK_UNKNOWN ? null : zoneBar(kind, rank)
    if (bar !== null && (worst === null || BARS.indexOf(bar) < BARS.indexOf(worst))) worst = bar
  }
  return worst
}

function findFactors(graph: Graph, walker: Walker): Uint16Array {
  const factors = new Uint16Array(graph.edgeCount * 2).fill(LEVEL)
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const slope = graph.slopes[edge] as number
    if (((graph.flags[edge] as number) & STEPS) !== 0) factors.fill(ON_STEPS, edge * 2, edge * 2 + 2)
    else if (walker.slowedBySlopes) {
      factors[edge * 2 + FORWARD] = slopeFactor(slope)
      // The code for an unknown slope has no other side.
      factors[edge * 2 + BACKWARD] = slopeFactor(slope === SLOPE_UNKNOWN ? slope : -slope)
    }
  }
  return factors
}

type Packed = Pick<Costs, 'words' | 'perDecimetre' | 'timeRadix'>

/** Gives every level of a zone, and what is unknown, its own digits above the time. */
function packZones(graph: Graph, question: CostQuestion, bars: Uint8Array, times: Float64Array): Packed {
  const columns = zoneColumns(graph, question)
  const totals = new Map<number, number>()
  // What lies beside the ways is walked at most once.
  let time = besideTime({ question }, SNAP_LIMIT)
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (bars[edge] !== 0) continue
    time += Math.max(times[edge * 2] as number, times[edge * 2 + 1] as number)
    for (const { ranks, levels } of columns) {
      const level = levels[ranks[edge] as number] as number
      if (level !== 0) totals.set(level, (totals.get(level) ?? 0) + (graph.decimetres[edge] as number))
    }
  }
  const rising = [...totals.keys()].sort((a, b) => a - b)
  const { words, timeRadix, places } = placeDigits(
    time,
    rising.map((level) => [level, totals.get(level) ?? 0]),
  )
  const perDecimetre = new Float64Array(graph.edgeCount * words)
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (bars[edge] !== 0) continue
    for (const { ranks, levels } of columns) {
      const place = places.get(levels[ranks[edge] as number] as number)
      if (place === undefined) continue
      const at = edge * words + (words - 1 - place.word)
      perDecimetre[at] = (perDecimetre[at] as number) + place.scale
    }
  }
  return { words, timeRadix, perDecimetre }
}

/** Below every level of a zone. */
const UNKNOWN_LEVEL = 1

/**
 * For each hazard of which the graph knows something: its ranks by edge, and the level of each rank, 0 = costs nothing. What is
 * perhaps closed is one column more.
 */
function zoneColumns(
  graph: Graph,
  { hazards, zones, closed }: CostQuestion,
): readonly { readonly ranks: Uint8Array; readonly levels: Uint8Array }[] {
  if (zones === 'ignore') return []
  const columns = (zones === 'quickest' ? [] : [...new Set(hazards)]).flatMap((kind) => {
    const ranks = graph.ranks.get(kind)
    if (ranks === undefined) return []
    const levels = Uint8Array.from({ length: 256 }, (_, rank) => (rank === 0 ? 0 : zoneLevel(kind, rank)))
    levels[RANK_UNKNOWN] = UNKNOWN_LEVEL
    return [{ ranks, levels }]
  })
  if (closed === null) return columns
  const levels = new Uint8Array(256)
  levels[PERHAPS_CLOSED] = UNKNOWN_LEVEL
  return [...columns, { ranks: closed, levels }]
}

type Place = { readonly word: number; readonly scale: number }

/**
 * Digits for each part, the least weighty first. A way passes no edge twice but for the pieces at its ends, so that twice the
 * sum over all edges is never reached; with that as the base of a digit, no part runs over into the next.
 */
function placeDigits(
  time: number,
  parts: readonly (readonly [level: number, total: number])[],
): { readonly words: number; readonly timeRadix: number; readonly places: ReadonlyMap<number, Place> } {
  const timeRadix = 2 * time + 1
  const places = new Map<number, Place>()
  let [word, scale] = [0, timeRadix]
  for (const [level, total] of parts) {
    const radix = 2 * total + 1
    if (scale * radix > Number.MAX_SAFE_INTEGER) [word, scale] = [word + 1, 1]
    places.set(level, { word, scale })
    scale *= radix
  }
  return { words: word + 1, timeRadix, places }
}
