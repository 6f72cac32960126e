import type { ClosureFeed } from '#domain/closures/closure.ts'
import { addPlanWords, type SayWords } from '#i18n/index.ts'
import { closureMarks, closuresNow } from '#features/closures/index.ts'
import type { ClosureMark } from '#map/map-view.ts'
import type { CityFeedState } from '#platform/ports.ts'

/** The words of closures belong to those that come later. */
export const addWords = addPlanWords

export const marksOf = (
  known: CityFeedState<ClosureFeed>,
  now: number,
  t: SayWords,
): readonly ClosureMark[] => closureMarks(closuresNow(known, now), ({ key, params }) => t.label(key, params))
