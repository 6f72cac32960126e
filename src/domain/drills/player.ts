import { JAPAN_OFFSET } from '../closures/time.ts'
import type { LngLat } from '../geo/lng-lat.ts'
import { isDark } from '../sun/is-dark.ts'
import { triggerOf, type AlertLevel } from '../timeline/trigger.ts'
import { injectsUntil, placeAt, type Places } from './coming-injects.ts'
import type { DrillNow, DrillRun } from './drill-run.ts'
import { watchWater, type WaterSource } from './drill-water.ts'
import type { Scenario } from './scenario.ts'

export { AT_SITE } from './coming-injects.ts'

/** What the player cannot know of itself. */
export type Surroundings = Places & {
  readonly source: WaterSource
  /** Milliseconds since 1970 at the minute that is asked for: for the day of the drill, and its light where a scenario leaves it as it is. */
  readonly moment: number
}

/**
 * What a participant is told at a minute of the event. It depends on nothing but what is handed in, and of the run only on what
 * happened until that minute: whatever they do later, what they were told stays.
 */
export function drillAt(run: DrillRun, minute: number, surroundings: Surroundings): DrillNow {
  const { scenario, ended } = run
  if (Number.isNaN(minute)) throw new RangeError('no minute')
  const now = Math.max(0, Math.min(minute, ended ?? Infinity, scenario.minutes))
  const signals = scenario.signals.filter((signal) => signal.minute <= now)
  const injects = injectsUntil(run, now, surroundings)
  const hasCome = (kind: 'night' | 'networkGone') => injects.some(({ inject }) => inject.kind === kind)
  return {
    minute: now,
    isOver: now >= Math.min(scenario.minutes, ended ?? Infinity),
    signals,
    level: levelOf(signals),
    injects,
    isDark: hasCome('night') || isDarkAt(run, now, surroundings.moment),
    hasNetwork: !hasCome('networkGone'),
    water: watchWater(surroundings.source, knownPlaceAt(run, now), now),
  }
}

/** The highest alert level of what was told, whoever told it; what was lifted is over. null = none, as with tsunamis. */
function levelOf(signals: DrillNow['signals']): AlertLevel | null {
  const lifted = signals.findLastIndex(({ trigger }) => trigger === 'lifted')
  return signals.slice(lifted + 1).reduce<AlertLevel | null>((highest, { trigger }) => {
    const { level } = triggerOf(trigger)
    return level !== null && level > (highest ?? 0) ? level : highest
  }, null)
}

/**
 * The minute of the first signal to go: level 3 or more; shaking or a tsunami warning, and what people see themselves, which have no
 * level and cannot wait for one. null = there is none.
 */
export function firstCallOf({ signals }: Pick<Scenario, 'signals'>): number | null {
  const call = signals.find(({ trigger }) => {
    const { level, says } = triggerOf(trigger)
    return (level ?? 0) >= 3 || says === 'quake' || trigger === 'ownSigns'
  })
  return call?.minute ?? null
}

/** Where they are; null while the position is lost, because whoever has moved on is not where they were. */
export function knownPlaceAt(run: DrillRun, minute: number): LngLat | null {
  const isLost = run.gaps.some(({ from, till }) => from <= minute && minute < (till ?? Infinity))
  return isLost ? null : placeAt(run, minute)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** By the sun of the day of the drill, at the hour of the event or as it is. */
function isDarkAt({ scenario, home }: DrillRun, minute: number, moment: number): boolean {
  if (scenario.startsAt === null) return isDark(home, moment)
  const offset = JAPAN_OFFSET * MINUTE
  const midnight = Math.floor((moment + offset) / DAY) * DAY - offset
  return isDark(home, midnight + scenario.startsAt * HOUR + minute * MINUTE)
}
