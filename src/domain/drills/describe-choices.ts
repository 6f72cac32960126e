import { bearing, compassPoint, type CompassPoint } from '../geo/bearing.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { FORWARD, type Bar } from '../routes/cost.ts'
import {
  describeStretches,
  landmarkPhrase,
  roadPhrase,
  toldMetres,
  toldMinutes,
  type WayStretch,
} from '../routes/describe-way.ts'
import { cutEdge } from '../routes/edge-shape.ts'
import { routeFrom } from '../routes/follow-field.ts'
import { BRIDGE, STEPS, TUNNEL, type Graph, type RoadName, type Snapped } from '../routes/graph.ts'
import { landmarkAt, type Landmark } from '../routes/landmarks.ts'
import { directionOf, measureRoute, type Leg } from '../routes/route.ts'
import { turnOf, type TurnKind } from '../routes/steps.ts'
import type { Phrase } from '../risk/report.ts'
import { shutPlaces } from './coming-injects.ts'
import type { DrillRun } from './drill-run.ts'
import type { WaysThen } from './drill-ways.ts'
import { toldUntil, type DrillWorld } from './drill-world.ts'
import { choicesAt, type Choice, type TableWalk } from './table-choices.ts'

/** A way on at a table, as plain data: told by eye, ear and finger alike. */
export type DescribedChoice = {
  /** With `direction` what `takeWay` takes. */
  readonly edge: number
  readonly direction: number
  /** In which direction it begins. */
  readonly point: CompassPoint
  /** Seen from how they came; `ahead` straight on, `back` the way by which they came; null = they have not walked yet. */
  readonly turn: TurnKind | 'ahead' | 'back' | null
  /** Direction and turn in the words of a way: "Turn left.", "Walk north."; null for `back`. */
  readonly text: Phrase | null
  readonly name: RoadName | null
  readonly road: Phrase | null
  /** As people say them: to 10 m, and whole minutes rounded up. */
  readonly metres: number
  readonly minutes: number
  readonly isBridge: boolean
  /** A tunnel or an underpass. */
  readonly isUnderpass: boolean
  readonly hasSteps: boolean
  /** Why nobody may go there; null = open. */
  readonly bar: Bar | null
  /** True where the best way to their goal begins, or to the nearest site where they have none; of one choice at most. */
  readonly towards: boolean
  /** What stands where this way ends; null = nothing with a name, or what stands here too. */
  readonly landmark: Landmark | null
  readonly landmarkText: Phrase | null
  /** Published zones along it, worst first, and what is not known of it. No stretch = no zone is published, which is no promise. */
  readonly zones: readonly WayStretch[]
}

/**
 * The ways on for somebody at a table, clockwise from straight ahead, the way back last; none while they walk, have arrived, or where no
 * way is known.
 * @param minute of the event, for what was shut by then
 */
export function describeChoices(
  world: DrillWorld,
  walk: TableWalk,
  run: DrillRun,
  minute: number,
): readonly DescribedChoice[] {
  if (world.ways === null) return []
  const { graph } = world.ways
  const then = world.ways.withShut(shutPlaces(toldUntil(world, run, minute)))
  const came = cameFrom(graph, walk)
  const here = placeOf(graph, walk)
  const best = firstLegOf(then, walk, here)
  const standsHere = landmarkAt(world.area, here.at)?.name.ja
  return choicesAt({ costs: then.costs, sites: then.goals }, walk)
    .toSorted((a, b) => orderOf(a, came) - orderOf(b, came))
    .map((choice) => {
      const leg = legOf(graph, choice)
      const end = endOf(graph, leg)
      const landmark = landmarkAt(world.area, end.at, standsHere === undefined ? [] : [standsHere])
      const { edge, direction, name, bar, flags } = choice
      return {
        edge,
        direction,
        ...turnedTo(choice, came),
        name,
        road: name === null ? null : roadPhrase(name),
        metres: toldMetres(choice.decimetres),
        minutes: toldMinutes(choice.deciseconds),
        isBridge: (flags & BRIDGE) !== 0,
        isUnderpass: (flags & TUNNEL) !== 0,
        hasSteps: (flags & STEPS) !== 0,
        bar,
        towards: best?.edge === edge && directionOf(best) === direction,
        landmark,
        landmarkText: landmark === null ? null : landmarkPhrase(landmark),
        zones: describeStretches(measureRoute(then.costs, { start: here, end, site: null }, [leg])),
      }
    })
}

/** The direction in which they came, degrees; null = they have not walked yet. */
function cameFrom(graph: Graph, { done }: TableWalk): number | null {
  const last = done.findLast(({ direction, start, end }) => direction !== null && start !== end)
  if (last === undefined) return null
  const line = cutEdge(graph, last.edge, last.start, last.end).filter(
    (point, index, all) => point[0] !== all[index - 1]?.[0] || point[1] !== all[index - 1]?.[1],
  )
  const [a, b] = [line.at(-2), line.at(-1)]
  return a === undefined || b === undefined ? null : bearing(a, b)
}

const spotOn = (graph: Graph, edge: number, along: number): Snapped => ({
  edge,
  along,
  away: 0,
  at: cutEdge(graph, edge, along, along)[0] as LngLat,
})

const placeOf = (graph: Graph, { at }: TableWalk): Snapped => spotOn(graph, at.edge, at.along)

/** A choice is walked up to the end of its edge. */
function legOf(graph: Graph, { edge, direction, decimetres }: Choice): Leg {
  const end = direction === FORWARD ? (graph.decimetres[edge] as number) : 0
  return { edge, start: direction === FORWARD ? end - decimetres : decimetres, end }
}

const endOf = (graph: Graph, { edge, end }: Leg): Snapped => spotOn(graph, edge, end)

/** The first piece of the best way from where they stand. */
function firstLegOf({ fieldTo }: WaysThen, { goal }: TableWalk, here: Snapped): Leg | null {
  const field = fieldTo(goal)
  const route = field === null ? null : routeFrom(field, here)
  return route?.ok === true ? (route.value.legs[0] ?? null) : null
}

/** Degrees to the right of straight ahead, 0…359. */
const rightOf = (choice: Choice, came: number | null): number =>
  (((choice.bearing - (came ?? 0)) % 360) + 360) % 360

/** A way a little to the left of straight on is no farther round than one to the right. */
function orderOf(choice: Choice, came: number | null): number {
  if (choice.isBack) return 1000
  const right = rightOf(choice, came)
  return came !== null && turnOf(right) === null ? 0 : right
}

function turnedTo(choice: Choice, came: number | null): Pick<DescribedChoice, 'point' | 'turn' | 'text'> {
  const point = compassPoint(choice.bearing)
  if (choice.isBack) return { point, turn: 'back', text: null }
  if (came === null) return { point, turn: null, text: { key: `roads:step.depart.${point}` } }
  const turn = turnOf(rightOf(choice, came)) ?? 'ahead'
  return { point, turn, text: { key: `roads:step.${turn === 'ahead' ? 'continue' : turn}` } }
}
