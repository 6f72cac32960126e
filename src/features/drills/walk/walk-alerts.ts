import { placeAt } from '#domain/drills/coming-injects.ts'
import { triggerOf, type TriggerId } from '#domain/timeline/trigger.ts'
import type { Running } from '../state.ts'
import { isLost, siteReached } from './site-reached.ts'

/** What somebody who walks is to notice without looking at the phone. Each comes once, by its key. */
export type WalkAlert = {
  readonly key: string
  readonly kind: 'signal' | 'inject' | 'water' | 'arrived' | 'lost'
  /** It cannot wait until they look by themselves. */
  readonly isUrgent: boolean
}

/** Within so many minutes the water at their place is told, the nearest last. */
const AHEAD = [10, 5, 0] as const

/** Level 3 or more, and what has no level and calls all the same. What was lifted is to be noticed, too. */
function isCall(trigger: TriggerId): boolean {
  const { level, says } = triggerOf(trigger)
  return (level ?? 0) >= 3 || says === 'quake' || trigger === 'ownSigns' || trigger === 'lifted'
}

/** Level 4 and 5, shaking and tsunamis, and what people see themselves. */
function isUrgentCall(trigger: TriggerId): boolean {
  const { level, says } = triggerOf(trigger)
  return (level ?? 0) >= 4 || says === 'quake' || trigger === 'ownSigns'
}

/** All that is to be noticed at this moment, and what was before it: the same moment has the same keys. */
export function walkAlerts(running: Running): readonly WalkAlert[] {
  const { drill, told } = running
  if (told === null) return []
  const { run } = drill
  const signals = told.signals
    .filter(({ trigger }) => isCall(trigger))
    .map(({ minute, trigger }): WalkAlert => ({
      key: `signal ${minute} ${trigger}`,
      kind: 'signal',
      isUrgent: isUrgentCall(trigger),
    }))
  const injects = told.injects.map(({ inject }): WalkAlert => ({
    key: `inject ${inject.id}`,
    kind: 'inject',
    isUrgent: false,
  }))
  const reached = siteReached(running)
  const lost = run.left !== null && isLost(running) ? run.gaps.at(-1) : undefined
  return [
    ...signals,
    ...injects,
    ...waterAlerts(running),
    ...(reached?.isGoal === true
      ? [{ key: `arrived ${reached.id}`, kind: 'arrived' as const, isUrgent: false }]
      : []),
    ...(lost === undefined ? [] : [{ key: `lost ${lost.from}`, kind: 'lost' as const, isUrgent: false }]),
  ]
}

/** Water that is there is water within 5 and within 10 minutes, too: so the nearer never comes before the farther. */
function waterAlerts(running: Running): readonly WalkAlert[] {
  const { drill, world, minute, told } = running
  if (told === null || world === null || isLost(running)) return []
  const { now, in5, in10 } = told.water
  const at = placeAt(drill.run, minute)
  // Slopes and banks have no depth, and shut a place all the same.
  const comes = (ahead: number, depth: number | null): boolean =>
    (depth ?? 0) > 0 || world.water(at, minute + ahead)?.isShut === true
  const soonest = comes(0, now) ? 0 : comes(5, in5) ? 5 : comes(10, in10) ? 10 : null
  if (soonest === null) return []
  return AHEAD.filter((ahead) => ahead >= soonest).map((ahead) => ({
    key: `water ${ahead}`,
    kind: 'water',
    isUrgent: ahead < 10,
  }))
}
