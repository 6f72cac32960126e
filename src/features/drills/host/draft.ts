import { readTime } from '#domain/closures/time.ts'
import { MOST_GROUP } from '#domain/drills/invitation.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { cleanText } from '#domain/plan/text.ts'
import { ok, refuse, type Result } from '#domain/result.ts'

/** A drill that is being put together for others. */
export type Draft = {
  /** One of the shipped ones by id, or one from a file. */
  readonly scenario: string | Scenario
  readonly group: string
  readonly begins: 'anyTime' | 'at'
  /** As the field for date and time has it: the wall clock of Japan. */
  readonly time: string
}

/** `noArea` no area is open · `otherArea` the file is of another one · `past` no time was told, or one that is over. */
export type DraftRefusal = 'noArea' | 'otherArea' | 'past'

/** The invitation of a draft. */
export function invitationOf(
  { scenario, group, begins, time }: Draft,
  area: string | null,
  now: number,
): Result<DrillInvitation, DraftRefusal> {
  if (area === null) return refuse('noArea')
  if (typeof scenario !== 'string' && scenario.area !== null && scenario.area !== area)
    return refuse('otherArea', scenario.area)
  const at = begins === 'anyTime' ? null : japanTime(time)
  if (begins === 'at' && (at === null || at <= now)) return refuse('past')
  const name = cleanText(group, MOST_GROUP)
  return ok({ area, scenario, begins: at, group: name === '' ? null : name })
}

/** `2026-07-01T09:30` as the field has it, whatever clock the device goes by; null = no time. */
const japanTime = (typed: string): number | null => readTime(`${typed.slice(0, 16)}:00+09:00`)
