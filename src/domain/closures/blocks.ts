import type { Closure, ClosureReason, Mode } from './closure.ts'

/** Where water or earth took the road, or may at any moment. What is not known of walkers is then read as not allowed. */
const WATER_OR_EARTH: ReadonlySet<ClosureReason> = new Set([
  'flooding',
  'storm_surge',
  'tsunami',
  'landslide',
  'rockfall',
  'collapse',
  'bridge_damage',
  'pre_emptive_rain',
])

export const isWaterOrEarth = ({ reason, depth }: Closure): boolean =>
  WATER_OR_EARTH.has(reason) || (depth !== null && depth > 0)

/**
 * True while the closure is in force: from its start on and before its end, unless it was lifted or tells that the road is open.
 * What was planned holds from its start on, what nobody has confirmed holds too. For a feed that may be old, take closure and
 * time from `closuresToReckon`.
 */
export function holdsAt({ state, status, start, end }: Closure, at: number): boolean {
  if (state === 'open' || status === 'lifted') return false
  return start <= at && (end === null || at < end)
}

/**
 * Whether the closure keeps somebody from passing: `unknown` = it is in force and does not say so for this mode. `no` says
 * nothing about the road, only that this closure does not forbid it.
 *
 * What `access` does not tell is read from the state: a road that is closed as a whole (全面通行止め) is closed for every
 * vehicle, bicycles among them (道路交通法 2条: 軽車両), except those that rescue; on foot and in a wheelchair it is closed
 * where water or earth is the reason. Who may not walk there may not go there in a wheelchair.
 */
export function blocks(closure: Closure, mode: Mode, now: number): 'yes' | 'no' | 'unknown' {
  if (!holdsAt(closure, now)) return 'no'
  const may = closure.access[mode]
  if (may !== null) return may ? 'no' : 'yes'
  if (mode === 'wheelchair' && closure.access.foot === false) return 'yes'
  if (mode === 'foot' || mode === 'wheelchair') return isWaterOrEarth(closure) ? 'yes' : 'unknown'
  if (mode === 'emergency') return 'unknown'
  return closure.state === 'closed' ? 'yes' : 'unknown'
}
