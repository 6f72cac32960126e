import type { leaveHome, Drill } from '#domain/drills/drill.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import type { stayIn } from '#domain/drills/table-acts.ts'
import type { DrillTools } from '../tools.ts'

type Change = (
  drill: Drill,
  world: DrillWorld,
  told: DrillNow,
) => ReturnType<typeof stayIn> | ReturnType<typeof leaveHome>

/** Decides something in the press of a button; the sound of the phone is woken up with it. */
export const acting =
  ({ drills, attention }: DrillTools) =>
  (change: Change): void => {
    attention.ready()
    drills.commands.act((drill, { world, told }) => {
      const changed = world === null || told === null ? null : change(drill, world, told)
      return changed?.ok === true ? changed.value : null
    })
  }
