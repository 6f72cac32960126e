import { useEffect } from 'react'
import { shutPlaces } from '#domain/drills/coming-injects.ts'
import { boxAround } from '../box-around.ts'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { goalOf } from './Goal.tsx'
import { isLost } from './site-reached.ts'

/**
 * The walk on the map, as long as the screen is there. Nothing is drawn anew while nothing has changed. Where they begin and
 * where they want to go come into view once, and again with another goal.
 */
export function useWalkMap({ showOnMap, fit }: DrillTools, running: Running): void {
  const { drill, world, told } = running
  const { track, left, goal } = drill.run
  const shown = {
    trail: track.slice(0, -1).map(({ at }) => at),
    at: track.at(-1)?.at ?? null,
    isLost: isLost(running),
    goal: world === null || left === null || goal === null ? null : (goalOf(running, world)?.at ?? null),
    other: null,
    shut: shutPlaces(told?.injects ?? []),
    water: null,
  }
  const key = JSON.stringify([track.length, shown.at, shown.isLost, shown.goal, shown.shut])
  // oxlint-disable-next-line react/exhaustive-deps -- the key tells all that is drawn
  useEffect(() => showOnMap(shown), [showOnMap, key])
  useEffect(() => () => showOnMap(null), [showOnMap])
  const isThere = shown.goal !== null
  useEffect(() => {
    const from = shown.at ?? drill.run.home
    fit?.(boxAround(shown.goal === null ? [from] : [from, shown.goal]))
    // oxlint-disable-next-line react/exhaustive-deps -- a step of the person moves no map
  }, [fit, goal, isThere])
}
