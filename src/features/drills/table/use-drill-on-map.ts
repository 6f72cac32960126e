import { useEffect } from 'react'
import { shutPlaces } from '#domain/drills/coming-injects.ts'
import type { DrillTools } from '../tools.ts'
import type { Ready } from './table-now.ts'

/** Puts the person on the map, with their trail, where they want to go and what is shut; takes it away when the screen goes. */
export function useDrillOnMap({ showOnMap }: DrillTools, { drill, world, told }: Ready): void {
  const { track, home, goal } = drill.run
  const { injects } = told
  useEffect(() => {
    showOnMap({
      trail: track.slice(0, -1).map(({ at }) => at),
      at: track.at(-1)?.at ?? home,
      isLost: false,
      goal: world.sites.find(({ id }) => id === goal)?.at ?? null,
      other: null,
      shut: shutPlaces(injects),
      water: null,
    })
    // oxlint-disable-next-line react/exhaustive-deps -- the list is another one at each tick; what came is never taken back
  }, [showOnMap, world, track, home, goal, injects.length])
  useEffect(() => () => showOnMap(null), [showOnMap])
}
