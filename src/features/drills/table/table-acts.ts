import type { MouseEvent } from 'react'
import type { Drill } from '#domain/drills/drill.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import type { Result } from '#domain/result.ts'
import type { DrillTools } from '../tools.ts'

/** A decision of the domain, at this moment. */
export type Act = (drill: Drill, world: DrillWorld, now: DrillNow) => Result<Drill, string>

/** Decides something in the drill that runs; what the domain refuses changes nothing. */
export const actIn = ({ drills }: DrillTools, change: Act): boolean =>
  drills.commands.act((drill, { world, told }) => {
    if (world === null || told === null) return null
    const changed = change(drill, world, told)
    return changed.ok ? changed.value : null
  })

/** The second tap of a double tap would press what came into the place of the button. */
export const once =
  (press: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail <= 1) press()
  }
