import * as v from 'valibot'

/** How sure somebody is to get away in time, in their own judgement: 1 = not at all … 5 = quite sure. */
export const RATINGS = [1, 2, 3, 4, 5] as const
export type Rating = (typeof RATINGS)[number]

/** Asked before the drill and again after the replay, with the same words; null = passed by. */
export const SelfRating = v.strictObject({
  before: v.nullable(v.picklist(RATINGS)),
  after: v.nullable(v.picklist(RATINGS)),
})
export type SelfRating = Readonly<v.InferOutput<typeof SelfRating>>

/**
 * What the replay did to the judgement. `lower` is the good news and no failure: 42 % of those who saw their walk against the
 * water thought less of their chances afterwards, and learned something (product.md, facts about people). `notTold` = one of the
 * two was passed by.
 */
export type RatingShift = 'lower' | 'same' | 'higher' | 'notTold'

export function shiftOf({ before, after }: SelfRating): RatingShift {
  if (before === null || after === null) return 'notTold'
  if (after === before) return 'same'
  return after < before ? 'lower' : 'higher'
}

/**
 * True where somebody is surer than their drill allows: sure (4 or more) after it, although they did not get away, or with less
 * than no minutes to spare. What nobody could judge makes nobody too sure.
 */
export const isTooSure = (
  { after }: SelfRating,
  result: { readonly outcome: string; readonly margin: number | null },
): boolean =>
  after !== null &&
  after >= 4 &&
  (result.outcome === 'caught' || result.outcome === 'tooLate' || (result.margin ?? 0) < 0)
