import type { LngLat } from '#domain/geo/lng-lat.ts'
import { metresBetween } from '#domain/shelters/rank-sites.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { HazardAnswer, RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { bySeverity } from '#domain/risk/severity.ts'

/** Into how many cells the longer side of an area is cut. Own choice: a field of 200 m is asked every 17 m. */
const CELLS = 12

/**
 * What may reach any part of a drawn area: of each hazard and scenario the worst answer, so that "nothing is known" stands
 * before "no zone". It is asked in cells, each with the circle around it, which errs by half a cell and only to the worse.
 * @param ring open, three corners or more
 */
export function assessRing(area: Area, ring: readonly LngLat[]): RiskAnswer {
  const known = answersOf(area)
  const key = JSON.stringify(ring)
  const answer = known.get(key) ?? askCells(area, ring)
  known.set(key, answer)
  return answer
}

/** Answers are kept as long as their area is open: each edit of a plan makes its rings anew, and they are dear to ask. */
const kept = new WeakMap<Area, Map<string, RiskAnswer>>()
function answersOf(area: Area): Map<string, RiskAnswer> {
  const known = kept.get(area) ?? new Map<string, RiskAnswer>()
  kept.set(area, known)
  return known
}

function askCells(area: Area, ring: readonly LngLat[]): RiskAnswer {
  const answers = cellsOf(ring).map(({ at, radius }) => assessRisk(area, at, { within: radius }))
  const worst = new Map<string, HazardAnswer>()
  for (const answer of answers.flatMap(({ hazards }) => hazards)) {
    const key = `${answer.kind} ${answer.scenario}`
    const known = worst.get(key)
    if (known === undefined || bySeverity(answer, known) < 0) worst.set(key, answer)
  }
  return {
    at: ring[0] ?? [0, 0],
    area: area.manifest.area.code,
    hazards: [...worst.values()].sort(bySeverity),
  }
}

type Cell = { readonly at: LngLat; readonly radius: number }

/** Points along the edge, and the middles of all cells that lie in the area; the radius reaches to the corners of a cell. */
function cellsOf(ring: readonly LngLat[]): readonly Cell[] {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  const [west, south] = [Math.min(...lngs), Math.min(...lats)]
  const [wide, high] = [Math.max(...lngs) - west, Math.max(...lats) - south]
  const longer = Math.max(
    metresBetween([west, south], [west + wide, south]),
    metresBetween([west, south], [west, south + high]),
  )
  const size = longer / CELLS
  const [columns, rows] = [
    Math.max(1, Math.ceil(metresBetween([west, south], [west + wide, south]) / size)),
    Math.max(1, Math.ceil(metresBetween([west, south], [west, south + high]) / size)),
  ]
  const middles = Array.from({ length: columns * rows }, (_, index): LngLat => [
    west + ((index % columns) + 0.5) * (wide / columns),
    south + (Math.floor(index / columns) + 0.5) * (high / rows),
  ])
  const radius = Math.max(1, (size * Math.SQRT2) / 2)
  return [...alongEdge(ring, size), ...middles.filter((at) => isInRing(at, ring))].map((at) => ({
    at,
    radius,
  }))
}

/** At most this many points along the edge, however it winds. */
const MOST_ALONG = 120

/** The corners, and between them a point at least every `step` metres. */
function alongEdge(ring: readonly LngLat[], step: number): readonly LngLat[] {
  const edges = ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length] ?? from }))
  const around = edges.reduce((sum, { from, to }) => sum + metresBetween(from, to), 0)
  const apart = Math.max(step, around / MOST_ALONG)
  return edges.flatMap(({ from, to }) => {
    const pieces = Math.max(1, Math.ceil(metresBetween(from, to) / apart) || 1)
    return Array.from({ length: pieces }, (_, index): LngLat => [
      from[0] + ((to[0] - from[0]) * index) / pieces,
      from[1] + ((to[1] - from[1]) * index) / pieces,
    ])
  })
}

/** True inside an open ring (even-odd rule). */
function isInRing([lng, lat]: LngLat, ring: readonly LngLat[]): boolean {
  let inside = false
  for (const [index, [x, y]] of ring.entries()) {
    const [px, py] = ring.at(index - 1) ?? [x, y]
    if (y > lat !== py > lat && lng < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
  }
  return inside
}
