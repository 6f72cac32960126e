import { minuteOfDrill, type Drill } from './drill.ts'
import type { DrillNow } from './drill-run.ts'
import { toldUntil, type DrillWorld } from './drill-world.ts'
import { helpsTill } from './table-acts.ts'
import { advanceTo } from './table-move.ts'
import { tableNow } from './table-now.ts'

/** Own choice: water that rises is something to see, also where nothing is told for hours. Minutes of the event. */
const LONGEST = 30

/**
 * The minute at which the next thing happens to somebody at a table, if they decide nothing: a signal, something that comes between, the
 * next place where a way has to be chosen, the end of helping, the end. For skipping ahead: never past anything that is told.
 */
export function nextThing(drill: Drill, world: DrillWorld, told: DrillNow['injects'], now: number): number {
  const { run } = drill
  const minute = minuteOfDrill(drill, now)
  const comes = [
    ...run.scenario.signals.map((signal) => signal.minute),
    ...toldUntil(world, run).map((inject) => inject.minute),
    helpsTill(drill, told),
    ...standsAt(drill, world, told),
    minute + LONGEST,
    run.scenario.minutes,
  ]
  return Math.min(...comes.filter((one) => one > minute), run.scenario.minutes)
}

const MINUTE = 600

function standsAt({ walk, run }: Drill, world: DrillWorld, told: DrillNow['injects']): readonly number[] {
  if (walk === null || world.ways === null) return []
  const busy = walk.busyTill / MINUTE
  if (walk.walking === null) return [busy]
  const table = tableNow({ ways: world.ways, sites: world.sites }, told)
  const last = advanceTo(table, walk, run.scenario.minutes).done.findLast(
    ({ direction }) => direction !== null,
  )
  // What is still walked at the end is not done.
  return last === undefined ? [busy] : [busy, last.ended / MINUTE]
}
