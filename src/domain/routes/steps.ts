import { bearing } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { cutEdge } from './edge-shape.ts'
import { BRIDGE, STEPS, TUNNEL, type Graph, type RoadName } from './graph.ts'
import type { Leg, Route } from './route.ts'

/** What a walker is told. Left and right are those of the street, whatever the direction of the script. */
export const STEP_KINDS = [
  'depart',
  'slightLeft',
  'left',
  'sharpLeft',
  'slightRight',
  'right',
  'sharpRight',
  'continue',
  'steps',
  'bridge',
  'underpass',
  'arrive',
] as const
export type StepKind = (typeof STEP_KINDS)[number]
export type TurnKind = Extract<
  StepKind,
  'slightLeft' | 'left' | 'sharpLeft' | 'slightRight' | 'right' | 'sharpRight'
>

export type RouteStep = {
  readonly kind: StepKind
  /** The way that is walked from here on; null = it has no name. */
  readonly name: RoadName | null
  /** Until the next step; they add up to the length of the route. */
  readonly decimetres: number
  /** In which direction one goes on from here, whole degrees clockwise from north, 0–359; at the end: in which one came. */
  readonly bearing: number
  readonly at: LngLat
}

/** Degrees. Less is straight on; from here on a slight turn, a turn, a sharp turn. Own choice. */
const SLIGHT = 25
const TURN = 50
const SHARP = 120

/** A leg with the directions in which it begins and ends. */
type Walked = {
  readonly leg: Leg
  readonly line: readonly LngLat[]
  readonly first: number
  readonly last: number
}

/**
 * A route as steps: from `depart` to `arrive`. A turn is told where there is a choice, `continue` where the name changes straight
 * on, and steps, bridges and underpasses where they begin. A bend without a choice is no step.
 */
export function stepsOf(graph: Graph, route: Route): readonly RouteStep[] {
  const walked = walkLegs(graph, route.legs)
  const start = route.line[0]
  const end = route.line.at(-1)
  if (start === undefined || end === undefined) throw new RangeError('a route without a line')
  const [first, last] = [walked[0], walked.at(-1)]
  const steps: RouteStep[] = [
    { kind: 'depart', name: nameOf(graph, first), decimetres: 0, bearing: first?.first ?? 0, at: start },
  ]
  let [before, told]: [Walked | null, number] = [null, 0]
  for (const now of walked) {
    const name = graph.nameOf[now.leg.edge] as number
    for (const kind of kindsAt(graph, before, now, told))
      steps.push({
        kind,
        name: nameOf(graph, now),
        decimetres: 0,
        bearing: now.first,
        at: now.line[0] ?? start,
      })
    if (name !== 0) told = name
    addLength(steps, Math.abs(now.leg.end - now.leg.start))
    before = now
  }
  steps.push({ kind: 'arrive', name: nameOf(graph, last), decimetres: 0, bearing: last?.last ?? 0, at: end })
  return steps
}

function addLength(steps: RouteStep[], decimetres: number): void {
  const last = steps.pop()
  if (last !== undefined) steps.push({ ...last, decimetres: last.decimetres + decimetres })
}

const nameOf = (graph: Graph, walked: Walked | undefined): RoadName | null =>
  walked === undefined ? null : (graph.names[graph.nameOf[walked.leg.edge] as number] ?? null)

function walkLegs(graph: Graph, legs: readonly Leg[]): readonly Walked[] {
  return legs.map((leg) => {
    const line = cutEdge(graph, leg.edge, leg.start, leg.end).filter(
      (point, index, all) => index === 0 || !isSame(point, all[index - 1]),
    )
    const toward = (a: LngLat | undefined, b: LngLat | undefined): number =>
      a === undefined || b === undefined ? 0 : Math.round(bearing(a, b)) % 360
    return { leg, line, first: toward(line[0], line[1]), last: toward(line.at(-2), line.at(-1)) }
  })
}

const isSame = (a: LngLat, b: LngLat | undefined): boolean => a[0] === b?.[0] && a[1] === b[1]

/** What is told where one leg goes over into the next; `told` = the name that was told last. */
function kindsAt(graph: Graph, before: Walked | null, now: Walked, told: number): readonly StepKind[] {
  const kinds: StepKind[] = []
  const turn = before === null ? null : turnOf(now.first - before.last)
  const name = graph.nameOf[now.leg.edge] as number
  if (turn !== null && hasChoice(graph, now.leg)) kinds.push(turn)
  else if (before !== null && name !== 0 && name !== told) kinds.push('continue')
  const flags = graph.flags[now.leg.edge] as number
  const former = before === null ? 0 : (graph.flags[before.leg.edge] as number)
  const begins = flags & ~former
  if ((begins & STEPS) !== 0) kinds.push('steps')
  if ((begins & BRIDGE) !== 0) kinds.push('bridge')
  if ((begins & TUNNEL) !== 0) kinds.push('underpass')
  return kinds
}

/** Whether more than one way leads on where a leg begins. */
function hasChoice({ firstArc, from, till }: Graph, { edge, start }: Leg): boolean {
  const node = (start === 0 ? from[edge] : till[edge]) as number
  return (firstArc[node + 1] as number) - (firstArc[node] as number) > 2
}

/** @param degrees the change of direction, clockwise; null = straight on. */
export function turnOf(degrees: number): TurnKind | null {
  const turned = ((((degrees + 180) % 360) + 360) % 360) - 180
  const size = Math.abs(turned)
  if (size < SLIGHT) return null
  const isLeft = turned < 0
  if (size < TURN) return isLeft ? 'slightLeft' : 'slightRight'
  if (size < SHARP) return isLeft ? 'left' : 'right'
  return isLeft ? 'sharpLeft' : 'sharpRight'
}
