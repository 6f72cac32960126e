import { describeDestination } from '#domain/plan/describe-facts.ts'
import type { DestinationFacts, DestinationFor } from '#domain/plan/plan-facts.ts'
import type { Phrase } from '#domain/risk/report.ts'
import type { TimelineHazard } from '#domain/timeline/trigger.ts'

/** `hazard` it does not work there · `unknown` nothing can be said · `none` nothing published speaks against it. */
export type GoalTone = 'hazard' | 'unknown' | 'none'

/** What is to be known of a place to go to in some dangers of which the same holds. */
export type GoalCheck = {
  readonly hazards: readonly TimelineHazard[]
  readonly tone: GoalTone
  readonly meant: boolean
  readonly phrases: readonly Phrase[]
}

/** How a destination stands to each danger, the worst first; dangers of which the very same holds stand together. */
export function goalChecks({ for: each }: DestinationFacts): readonly GoalCheck[] {
  const checks = new Map<string, GoalCheck>()
  for (const one of each) {
    const phrases = describeDestination(one)
    const key = JSON.stringify([one.meant, toneOf(one), phrases])
    const known = checks.get(key)
    const hazards = [...(known?.hazards ?? []), one.hazard]
    checks.set(key, { hazards, tone: toneOf(one), meant: one.meant, phrases })
  }
  return [...checks.values()].sort(
    (a, b) => Number(b.meant) - Number(a.meant) || TONES.indexOf(a.tone) - TONES.indexOf(b.tone),
  )
}

const TONES: readonly GoalTone[] = ['hazard', 'unknown', 'none']

/** A zone, a missing designation, or a house that cannot be stayed in speaks against it; a gap in the data makes it unknown. */
export function toneOf({ zone, designated, stay }: DestinationFor): GoalTone {
  if (zone === 'inZone' || designated === 'no' || designated === 'gone' || stay === 'leave') return 'hazard'
  if (zone === 'upstairs') return stay === 'stayPossible' ? 'none' : 'unknown'
  return zone === 'noZonePublished' && designated !== 'notTold' ? 'none' : 'unknown'
}
