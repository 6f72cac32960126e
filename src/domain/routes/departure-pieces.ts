import { BACKWARD, FORWARD, pieceTime } from './cost.ts'
import { isOnGraph } from './field.ts'
import { slackAt, type LastDepartures, type Slack } from './last-departure.ts'
import { lastWhere } from './last-where.ts'

/** A piece of an edge, decimetres from its `from` end, by the time that is left there; null = no way leads to a site at any time. */
export type SlackPiece = {
  readonly edge: number
  readonly start: number
  readonly end: number
  readonly slack: Slack | null
}

/**
 * The pieces of all edges, edge by edge, from `from` to `till`. An edge without length has none.
 *
 * From a place where the last departure is known – an end of the edge, a site on it – it becomes earlier outward by the time that
 * the piece takes. So between two such places it falls from the left one, up to where the right one is the better way, and rises
 * from there: each class of time is one piece on either side, and its end is found by halving.
 * @param now on the clock of the front.
 */
export function slackPieces(found: LastDepartures, now: number): readonly SlackPiece[] {
  const sitesOn = groupByEdge(found)
  const pieces: SlackPiece[] = []
  for (let edge = 0; edge < found.costs.graph.edgeCount; edge += 1) {
    for (const piece of piecesAlong(found, edge, sitesOn.get(edge) ?? [], now)) {
      const last = pieces.at(-1)
      if (last?.edge === edge && last.slack === piece.slack)
        pieces[pieces.length - 1] = { ...last, end: piece.end }
      else pieces.push(piece)
    }
  }
  return pieces
}

/** A place on an edge, and the last moment to be there. */
type Anchor = { readonly along: number; readonly moment: number }

function groupByEdge({ costs, sites, front }: LastDepartures): ReadonlyMap<number, readonly Anchor[]> {
  const sitesOn = new Map<number, Anchor[]>()
  for (const [index, { on }] of sites.entries()) {
    if (!isOnGraph(costs, on)) continue
    const anchor = { along: on.along, moment: front.sites?.[index] ?? Infinity }
    sitesOn.set(on.edge, [...(sitesOn.get(on.edge) ?? []), anchor])
  }
  return sitesOn
}

function piecesAlong(
  found: LastDepartures,
  edge: number,
  onEdge: readonly Anchor[],
  now: number,
): readonly SlackPiece[] {
  const { graph, bars } = found.costs
  const length = graph.decimetres[edge] as number
  if (length === 0) return []
  const none = { edge, start: 0, end: length, slack: null }
  if (bars[edge] !== 0) return [none]
  const anchors = [
    ...atNode(found, graph.from[edge] as number, 0),
    ...onEdge,
    ...atNode(found, graph.till[edge] as number, length),
  ].sort((a, b) => a.along - b.along)
  if (anchors.length === 0) return [none]
  const stops = [...new Set([0, ...anchors.map(({ along }) => along), length])]
  return stops
    .slice(1)
    .flatMap((right, index) => piecesBetween(found, edge, anchors, [stops[index] ?? 0, right], now))
}

const atNode = ({ site, latest }: LastDepartures, node: number, along: number): readonly Anchor[] =>
  site[node] === -1 ? [] : [{ along, moment: latest[node] as number }]

function piecesBetween(
  { costs, front }: LastDepartures,
  edge: number,
  anchors: readonly Anchor[],
  [left, right]: readonly [number, number],
  now: number,
): readonly SlackPiece[] {
  const backward = anchors.filter(({ along }) => along <= left)
  const forward = anchors.filter(({ along }) => along >= right)
  const off = (front.edges[edge] as number) - front.margin
  const best = (those: readonly Anchor[], at: number): number => {
    let latest = -Infinity
    for (const { along, moment } of those) {
      const direction = along > at ? FORWARD : BACKWARD
      const time = pieceTime(costs, edge, direction, Math.abs(along - at))
      latest = Math.max(latest, along === at ? moment : Math.min(moment, off) - time)
    }
    return latest
  }
  const goesBack = (at: number): boolean =>
    forward.length === 0 || (backward.length > 0 && best(backward, at) >= best(forward, at))
  const turn = goesBack(left) ? lastWhere(left, right, goesBack) : left
  const back = outward(turn - left, (away) => slackAt(best(backward, left + away), now))
  const on = outward(right - turn, (away) => slackAt(best(forward, right - away), now))
  return [
    ...back.map(({ near, far, slack }) => ({ edge, start: left + near, end: left + far, slack })),
    ...on.reverse().map(({ near, far, slack }) => ({ edge, start: right - far, end: right - near, slack })),
  ]
}

/** Cuts a stretch into classes from its better end outward. The place after a border is the first of the next class. */
function outward(
  reach: number,
  slackOf: (away: number) => Slack,
): { readonly near: number; readonly far: number; readonly slack: Slack }[] {
  const pieces = []
  for (let near = 0; near < reach;) {
    const slack = slackOf(near + 1)
    const isLast = slackOf(reach) === slack
    const far = isLast ? reach : lastWhere(near + 1, reach, (away) => slackOf(away) === slack)
    pieces.push({ near, far, slack })
    near = far
  }
  return pieces
}
