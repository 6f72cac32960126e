import { BACKWARD, FORWARD, pieceTime, timeIn, type Costs } from './cost.ts'
import { writeCost, type Field } from './field.ts'
import { beginningsAt, compareCosts } from './follow-field.ts'
import { lastWhere } from './last-where.ts'

/** 逃げ地図 colours roads by every three minutes of walking. */
export const BAND_MINUTES = 3
const BAND = BAND_MINUTES * 600

/**
 * A piece of an edge, decimetres from its `from` end: who stands on it needs at least `band` × 3 minutes and less than 3 more
 * to the site that costs least. `band` null = no site is reached from here, or the edge is barred (`Costs.bars` tells why).
 */
export type BandPiece = {
  readonly edge: number
  readonly start: number
  readonly end: number
  readonly band: number | null
}

/** The pieces of all edges, edge by edge, from `from` to `till`. An edge without length has none. */
export function bandsOf(field: Field): readonly BandPiece[] {
  const pieces: BandPiece[] = []
  for (let edge = 0; edge < field.costs.graph.edgeCount; edge += 1) {
    for (const piece of bandsAlong(field, edge)) {
      const last = pieces.at(-1)
      // Two anchors may meet in the same band.
      if (last?.edge === edge && last.band === piece.band)
        pieces[pieces.length - 1] = { ...last, end: piece.end }
      else pieces.push(piece)
    }
  }
  return pieces
}

/** A place on an edge from which the way on is known: one of its ends, or a site. */
type Anchor = { readonly along: number; readonly cost: Float64Array | null }

function bandsAlong(field: Field, edge: number): readonly BandPiece[] {
  const { costs } = field
  const length = costs.graph.decimetres[edge] as number
  if (length === 0) return []
  if (costs.bars[edge] !== 0) return [{ edge, start: 0, end: length, band: null }]
  const anchors = anchorsOn(field, edge, length)
  return anchors.slice(1).flatMap((right, index) => {
    const left = anchors[index] as Anchor
    return left.along === right.along ? [] : bandsBetween(costs, edge, left, right)
  })
}

function anchorsOn(field: Field, edge: number, length: number): readonly Anchor[] {
  const { costs, labels, filled, cost } = field
  const { graph, words } = costs
  const ofNode = (node: number): Float64Array | null =>
    filled[node] === 0 ? null : cost.subarray(node * labels * words, (node * labels + 1) * words)
  return [
    { along: 0, cost: ofNode(graph.from[edge] as number) },
    ...[...sitesAlong(field, edge)].sort((a, b) => a.along - b.along),
    { along: length, cost: ofNode(graph.till[edge] as number) },
  ]
}

/** The sites on an edge. Who stands before one that lies far beside the way may have less to another: that one is no anchor. */
function* sitesAlong(field: Field, edge: number): Generator<Anchor> {
  for (const site of field.sitesOn.get(edge) ?? []) {
    const on = field.sites[site]?.on
    if (on == null) continue
    const [best] = beginningsAt(field, on)
    if (best?.label === -1 && best.site === site) yield { along: on.along, cost: best.cost }
  }
}

/** Up to the turning point people go back to the left anchor, beyond it on to the right one. */
function bandsBetween(costs: Costs, edge: number, left: Anchor, right: Anchor): readonly BandPiece[] {
  if (left.cost === null && right.cost === null)
    return [{ edge, start: left.along, end: right.along, band: null }]
  const turn = turningPoint(costs, edge, left, right)
  const back = bandsFrom(costs, edge, left, turn)
  const on = bandsFrom(costs, edge, right, turn)
  return [...back, ...on.reverse()]
}

/** The last place from which going back to the left costs no more than going on to the right. */
function turningPoint(costs: Costs, edge: number, left: Anchor, right: Anchor): number {
  if (left.cost === null) return left.along
  if (right.cost === null) return right.along
  const [one, other] = [new Float64Array(costs.words), new Float64Array(costs.words)]
  const goesBack = (at: number): boolean => {
    const back = { edge, direction: BACKWARD, decimetres: at - left.along }
    const on = { edge, direction: FORWARD, decimetres: right.along - at }
    writeCost(costs, back, { from: left.cost as Float64Array, at: 0 }, one, 0)
    writeCost(costs, on, { from: right.cost as Float64Array, at: 0 }, other, 0)
    return compareCosts(one, other) <= 0
  }
  return lastWhere(left.along, right.along, goesBack)
}

/** The pieces between an anchor and a turning point, from the anchor outward. */
function bandsFrom(costs: Costs, edge: number, { along, cost }: Anchor, turn: number): BandPiece[] {
  const reach = Math.abs(turn - along)
  if (cost === null || reach === 0) return []
  const direction = turn > along ? BACKWARD : FORWARD
  const time = timeIn(costs, cost[costs.words - 1] as number)
  const bandAt = (away: number): number => Math.floor((time + pieceTime(costs, edge, direction, away)) / BAND)
  const pieces: BandPiece[] = []
  for (let near = 0; near < reach;) {
    // The place after the border is the first of the next band, so that a piece is never empty.
    const band = bandAt(near + 1)
    const far = lastWhere(near + 1, reach, (away) => bandAt(away) === band)
    const [start, end] = turn > along ? [along + near, along + far] : [along - far, along - near]
    pieces.push({ edge, start, end, band })
    near = far
  }
  return pieces
}
