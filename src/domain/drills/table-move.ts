import type { LngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import { FORWARD, pieceTime, type Costs } from '../routes/cost.ts'
import { cutEdge } from '../routes/edge-shape.ts'
import { isOnGraph } from '../routes/field.ts'
import type { Snapped } from '../routes/graph.ts'
import type { TrackPoint } from './drill-run.ts'
import {
  choicesAt,
  endOf,
  nodeAt,
  type Choice,
  type Stretch,
  type TableWalk,
  type TableWorld,
  type Way,
} from './table-choices.ts'

export { type Choice, type Stretch, type TableWalk, type TableWorld } from './table-choices.ts'

export type MoveRefusal = 'barred' | 'busy' | 'arrived' | 'notHere' | 'walking' | 'standing'

const MINUTE = 600

/** Somebody at a place, who has decided nothing yet. Throws for a place that is not on the graph. */
export function beginTable(
  { costs }: TableWorld,
  start: Snapped,
  minute: number,
  goal: string | null,
): TableWalk {
  if (!isOnGraph(costs, start)) throw new RangeError('too far from every way')
  const now = Math.round(minute * MINUTE)
  const { edge, along } = start
  const at = { edge, along, node: nodeAt(costs, edge, along) }
  return { now, at, walking: null, busyTill: now, goal, arrived: null, done: [] }
}

/** Sets off along one of the choices. `notHere` = it is none of them, `walking` = they walk already: turn back first. */
export function takeWay(
  world: TableWorld,
  walk: TableWalk,
  { edge, direction }: Pick<Choice, 'edge' | 'direction'>,
): Result<TableWalk, MoveRefusal> {
  if (walk.arrived !== null) return refuse('arrived')
  if (walk.walking !== null) return refuse('walking')
  if (walk.now < walk.busyTill) return refuse('busy')
  const choice = choicesAt(world, walk).find((one) => one.edge === edge && one.direction === direction)
  if (choice === undefined) return refuse('notHere')
  if (choice.bar !== null) return refuse('barred')
  const { costs } = world
  const isHere = walk.at.node === null
  const from = isHere ? walk.at.along : endOf(costs, { edge, direction: 1 - direction })
  return ok(setOff(world, walk, { edge, direction, from }))
}

/** Walks up to the far end, or to the first site on the way at which they may arrive. */
function setOff(world: TableWorld, walk: TableWalk, way: Way): TableWalk {
  const { costs, sites } = world
  const sign = way.direction === FORWARD ? 1 : -1
  const ends = sites
    .filter(({ id, on }) => on?.edge === way.edge && (walk.goal === null || walk.goal === id))
    .map(({ on }) => on?.along ?? 0)
    .filter((along) => (along - way.from) * sign >= 0)
  const end = ends.reduce(
    (nearest, along) => ((nearest - along) * sign > 0 ? along : nearest),
    endOf(costs, way),
  )
  const time = pieceTime(costs, way.edge, way.direction, Math.abs(end - way.from))
  const { edge, direction } = way
  const walking = { edge, direction, start: way.from, end, began: walk.now, ended: walk.now + time }
  return settle(world, { ...walk, walking })
}

/** Ends a stretch whose time has come, and arrives where it ends at a site. */
function settle({ costs, sites }: TableWorld, walk: TableWalk): TableWalk {
  const { walking, now, done } = walk
  if (walking === null || now < walking.ended) return walk
  const { edge, direction, end } = walking
  const head = (direction === FORWARD ? costs.graph.till[edge] : costs.graph.from[edge]) as number
  const node = end === endOf(costs, walking) ? head : nodeAt(costs, edge, end)
  const site = sites.find(
    ({ id, on }) =>
      on !== null &&
      (walk.goal === null || walk.goal === id) &&
      ((on.edge === edge && on.along === end) ||
        (node !== null && nodeAt(costs, on.edge, on.along) === node)),
  )
  return {
    ...walk,
    at: { edge, along: end, node },
    walking: null,
    done: [...done, walking],
    arrived: site?.id ?? null,
  }
}

/**
 * Lets time pass. They go on along an edge, and past nodes at which there is nothing to decide; at every real junction, at an end, at
 * a shut road and at a site they stand, and time passes while they do. In one step or in several, the same comes out. Nothing
 * changes for a minute that is past.
 */
export function advanceTo(world: TableWorld, walk: TableWalk, minute: number): TableWalk {
  const till = Math.round(minute * MINUTE)
  let moved = walk
  while (moved.walking !== null && moved.walking.ended <= till) {
    moved = settle(world, { ...moved, now: Math.max(moved.now, moved.walking.ended) })
    const onward = moved.arrived === null ? onlyWayOn(world, moved) : null
    if (onward !== null) moved = setOff(world, moved, onward)
  }
  return till <= moved.now ? moved : passTime(moved, till)
}

/** Time passes: while standing as a stretch of its own. */
function passTime(walk: TableWalk, till: number): TableWalk {
  if (walk.walking !== null || walk.arrived !== null) return { ...walk, now: till }
  const { edge, along } = walk.at
  const last = walk.done.at(-1)
  const stood = last?.direction === null && last.ended === walk.now ? last : null
  const began = stood?.began ?? walk.now
  const stand: Stretch = { edge, direction: null, start: along, end: along, began, ended: till }
  return { ...walk, now: till, done: [...(stood === null ? walk.done : walk.done.slice(0, -1)), stand] }
}

/** The way on from a node where there is nothing to decide: one open way beside the one by which they came. */
function onlyWayOn(world: TableWorld, walk: TableWalk): Way | null {
  const all = choicesAt(world, walk)
  // A shut way is something to be seen and decided on; ways without length would be walked round and round in no time.
  if (all.length !== 2 || all.some(({ bar, decimetres }) => bar !== null || decimetres === 0)) return null
  const [only, other] = all.filter(({ isBack }) => !isBack)
  // A ring that leads back to this very node is not walked for ever.
  if (only === undefined || other !== undefined || only.head === walk.at.node) return null
  const { edge, direction } = only
  return { edge, direction, from: endOf(world.costs, { edge, direction: 1 - direction }) }
}

/** Turns round on the way, from where they are now. `standing` = there is nothing to turn from: take a way. */
export function turnBack(world: TableWorld, walk: TableWalk): Result<TableWalk, MoveRefusal> {
  if (walk.arrived !== null) return refuse('arrived')
  if (walk.now < walk.busyTill) return refuse('busy')
  if (walk.walking === null) return refuse('standing')
  const { edge, direction } = walk.walking
  const stopped = stop(world, walk)
  return ok(setOff(world, stopped, { edge, direction: 1 - direction, from: stopped.at.along }))
}

/** Stops where they are now. */
function stop({ costs }: TableWorld, walk: TableWalk): TableWalk {
  const { walking, now, done } = walk
  if (walking === null) return walk
  const { edge, began } = walking
  const along = placeOn(walking, now)
  const part = { ...walking, end: along, ended: now }
  return {
    ...walk,
    at: { edge, along, node: nodeAt(costs, edge, along) },
    walking: null,
    done: began === now ? done : [...done, part],
  }
}

/** Where somebody is on a stretch, whole decimetres. */
function placeOn({ start, end, began, ended }: Stretch, now: number): number {
  if (now >= ended) return end
  return Math.round(start + ((end - start) * (now - began)) / (ended - began))
}

/** Stays where they are for some minutes: to wait, or to help somebody. They decide on their way again afterwards. */
export function stayFor(world: TableWorld, walk: TableWalk, minutes: number): Result<TableWalk, MoveRefusal> {
  if (!(Number.isFinite(minutes) && minutes >= 0)) throw new RangeError(`no minutes: ${minutes}`)
  if (walk.arrived !== null) return refuse('arrived')
  if (walk.now < walk.busyTill) return refuse('busy')
  return ok({ ...stop(world, walk), busyTill: walk.now + Math.round(minutes * MINUTE) })
}

/** Changes where they want to arrive; while they walk, what is walked is looked at again. */
export function changeGoal(world: TableWorld, walk: TableWalk, goal: string | null): TableWalk {
  const { walking } = walk
  if (walking === null || walk.arrived !== null) return { ...walk, goal }
  const stopped = { ...stop(world, walk), goal }
  const { edge, direction } = walking
  return setOff(world, stopped, { edge, direction, from: stopped.at.along })
}

/**
 * What was walked as points, for the run: along the shape of the ways, in minutes of the event, each stretch at an even speed. The
 * last point is where they are now, or the site itself when they have arrived.
 */
export function trackOfTable(
  { costs }: TableWorld,
  walk: TableWalk,
  siteAt: LngLat | null,
): readonly TrackPoint[] {
  const { walking, now } = walk
  const going = walking === null ? [] : [{ ...walking, end: placeOn(walking, now), ended: now }]
  const points: TrackPoint[] = []
  const add = (at: LngLat, decisecond: number): void => {
    const minute = decisecond / MINUTE
    const last = points.at(-1)
    if (last?.minute !== minute || last.at[0] !== at[0] || last.at[1] !== at[1])
      points.push({ minute, at, accuracy: 0 })
  }
  for (const stretch of [...walk.done, ...going])
    for (const [at, time] of timesAlong(costs, stretch)) add(at, time)
  if (points.length === 0) {
    const here = cutEdge(costs.graph, walk.at.edge, walk.at.along, walk.at.along)[0]
    if (here !== undefined) add(here, now)
  }
  const last = walk.done.at(-1)
  if (walk.arrived !== null && siteAt !== null && last !== undefined) add(siteAt, last.ended)
  return points
}

/** The points of a stretch with their times, deciseconds, shared out by their length as drawn. */
export function timesAlong(
  { graph }: Pick<Costs, 'graph'>,
  { edge, start, end, began, ended }: Stretch,
): readonly (readonly [at: LngLat, time: number])[] {
  const line = cutEdge(graph, edge, start, end)
  const squeeze = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180)
  const sums = [0]
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] as LngLat, line[index] as LngLat]
    sums.push((sums.at(-1) ?? 0) + Math.hypot((b[0] - a[0]) * squeeze, b[1] - a[1]))
  }
  const whole = sums.at(-1) ?? 0
  return line.map((at, index) => {
    const share = whole === 0 ? Number(index === line.length - 1) : (sums[index] as number) / whole
    return [at, began + (ended - began) * share] as const
  })
}
