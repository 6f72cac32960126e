import { minuteAt, speedOf, startClock } from '#domain/drills/drill-clock.ts'
import type { DrillInvitation, DrillMode, Scenario } from '#domain/drills/scenario.ts'

/**
 * How the beginning of a drill stands to now. `anyTime` it begins when somebody joins · `coming` in so many whole minutes, rounded
 * up · `running` since so many · `over` nothing would be left of it.
 */
export type When =
  | { readonly kind: 'anyTime' }
  | { readonly kind: 'coming'; readonly minutes: number }
  | { readonly kind: 'running'; readonly minutes: number }
  | { readonly kind: 'over' }

const MINUTE_MS = 60_000

/** @param mode in a class the event stands still until somebody goes on, so it is never over before */
export function whenOf({ begins }: DrillInvitation, scenario: Scenario, mode: DrillMode, now: number): When {
  if (begins === null) return { kind: 'anyTime' }
  if (now < begins) return { kind: 'coming', minutes: Math.ceil((begins - now) / MINUTE_MS) }
  if (mode === 'class') return { kind: 'anyTime' }
  const minute = minuteAt(startClock(begins, speedOf(scenario, mode)), now)
  return minute >= scenario.minutes
    ? { kind: 'over' }
    : { kind: 'running', minutes: Math.floor((now - begins) / MINUTE_MS) }
}
