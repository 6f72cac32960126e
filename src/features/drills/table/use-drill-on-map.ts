import { useEffect } from 'react'
import { shutPlaces } from '#domain/drills/coming-injects.ts'
import { boxAround } from '../box-around.ts'
import type { DrillTools } from '../tools.ts'
import type { Ready } from './table-now.ts'

/**
 * Puts the person on the map, with their trail, where they want to go and what is shut; takes it away when the screen goes. Brings them
 * and their goal into view when the screen opens and when another goal is chosen, and otherwise leaves the map as it was moved.
 */
export function useDrillOnMap({ showOnMap, fit }: DrillTools, { drill, world, told }: Ready): void {
  const { track, home, goal } = drill.run
  const { injects } = told
  const at = track.at(-1)?.at ?? home
  const goalAt = world.sites.find(({ id }) => id === goal)?.at ?? null
  useEffect(() => {
    showOnMap({
      trail: track.slice(0, -1).map(({ at }) => at),
      at,
      isLost: false,
      goal: goalAt,
      other: null,
      shut: shutPlaces(injects),
      water: null,
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the list is another one at each tick; what came is never taken back
  }, [showOnMap, world, track, home, goal, injects.length])
  useEffect(() => () => showOnMap(null), [showOnMap])
  useEffect(() => {
    fit?.(boxAround(goalAt === null ? [at] : [at, goalAt]))
    // oxlint-disable-next-line react/exhaustive-deps -- a step of the person moves no map
  }, [fit, goal])
}
