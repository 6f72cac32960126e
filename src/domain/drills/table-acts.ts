import { ok, refuse, type Result } from '../result.ts'
import { decide, leaveHome, type Drill } from './drill.ts'
import type { DrillNow } from './drill-run.ts'
import type { DrillWorld } from './drill-world.ts'
import type { Inject } from './scenario.ts'
import { tableNow } from './table-now.ts'
import { changeGoal, stayFor, takeWay, turnBack, type Choice, type TableWalk } from './table-move.ts'

/**
 * The decisions of somebody at a table, each as the drill after it. A decision that was made already is refused, so that a finger that
 * trembles decides once.
 */
export type ActRefusal = 'done' | 'busy' | 'notNow'
type Acted = Result<Drill, ActRefusal>
type Told = DrillNow['injects']

/** The minute until which helping somebody takes, before they have left: then nobody leaves. 0 = they help nobody. */
export function helpsTill({ run }: Drill, told: Told): number {
  const ends = run.decisions
    .filter(({ kind }) => kind === 'help')
    .map(
      ({ minute, about }) => minute + (told.find(({ inject }) => inject.id === about)?.inject.minutes ?? 0),
    )
  return Math.max(0, ...ends)
}

/**
 * Goes out of the door, to a site or wherever they come to (null). Where no way is known only the decision counts: where they are after
 * that, nobody can tell.
 */
export function leaveTable(drill: Drill, world: DrillWorld, now: DrillNow, goal: string | null): Acted {
  if (drill.run.left !== null) return refuse('done')
  if (now.minute < helpsTill(drill, now.injects)) return refuse('busy')
  const left = leaveHome(drill, world, now.minute, goal)
  if (left.ok) return left
  const chosen = goal === null ? drill : decide(drill, now.minute, 'goal', goal)
  const gone = decide(chosen, now.minute, 'leave', null)
  return ok({ ...gone, run: { ...gone.run, left: now.minute, goal } })
}

/** Stays, upstairs or where they are; they can still leave later. */
export function stayIn(drill: Drill, minute: number, how: 'stay' | 'upstairs'): Acted {
  if (drill.run.left !== null) return refuse('notNow')
  return drill.run.decisions.at(-1)?.kind === how ? refuse('done') : ok(decide(drill, minute, how, null))
}

/** Sets off along one of the ways on. */
export const goAlong = (
  drill: Drill,
  world: DrillWorld,
  now: DrillNow,
  choice: Pick<Choice, 'edge' | 'direction'>,
): Acted =>
  moveBy(drill, world, now, (table, walk) => takeWay(table, walk, choice), {
    kind: 'turn',
    about: String(choice.edge),
  })

/** Turns round on the way. */
export const goBack = (drill: Drill, world: DrillWorld, now: DrillNow): Acted =>
  moveBy(drill, world, now, turnBack, { kind: 'turn', about: null })

/** Wants to go elsewhere: to a site, or wherever they come to (null). */
export function goTo(drill: Drill, world: DrillWorld, now: DrillNow, goal: string | null): Acted {
  if (drill.run.left === null) return refuse('notNow')
  if (drill.run.goal === goal) return refuse('done')
  const changed = { ...drill, run: { ...drill.run, goal } }
  if (drill.walk === null || world.ways === null) return ok(decide(changed, now.minute, 'goal', goal))
  return moveBy(changed, world, now, (table, walk) => ok(changeGoal(table, walk, goal)), {
    kind: 'goal',
    about: goal,
  })
}

/** Helps a neighbour, which takes the minutes of the inject, or goes on. Each neighbour is answered once. */
export function answerNeighbour(
  drill: Drill,
  world: DrillWorld,
  now: DrillNow,
  { id, minutes }: Pick<Inject, 'id' | 'minutes'>,
  kind: 'help' | 'pass',
): Acted {
  if (isAnswered(drill, id)) return refuse('done')
  if (kind === 'pass' || drill.walk === null || drill.walk.arrived !== null)
    return ok(decide(drill, now.minute, kind, id))
  return moveBy(drill, world, now, (table, walk) => stayFor(table, walk, minutes ?? 0), {
    kind: 'help',
    about: id,
  })
}

const isAnswered = ({ run }: Drill, id: string): boolean =>
  run.decisions.some(({ kind, about }) => (kind === 'help' || kind === 'pass') && about === id)

/** The neighbours who asked and were not answered yet, the first first. */
export const neighboursAsking = (drill: Drill, told: Told): readonly Inject[] =>
  told.map(({ inject }) => inject).filter(({ id, kind }) => kind === 'neighbour' && !isAnswered(drill, id))

function moveBy(
  drill: Drill,
  world: DrillWorld,
  now: DrillNow,
  move: (table: ReturnType<typeof tableNow>, walk: TableWalk) => Result<TableWalk, string>,
  { kind, about }: { readonly kind: 'turn' | 'goal' | 'help'; readonly about: string | null },
): Acted {
  if (drill.walk === null || world.ways === null) return refuse('notNow')
  const moved = move(tableNow({ ways: world.ways, sites: world.sites }, now.injects), drill.walk)
  if (!moved.ok) return refuse(moved.reason === 'busy' ? 'busy' : 'notNow')
  return ok(decide({ ...drill, walk: moved.value }, now.minute, kind, about))
}
