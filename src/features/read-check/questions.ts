import type { DepthRank } from '#domain/hazards/depth-band.ts'

export const QUESTION_IDS = ['depth', 'uncoloured', 'red'] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** One question: what can be answered, and what the map means. */
export type Question = {
  readonly id: QuestionId
  readonly options: readonly string[]
  readonly right: string
}

/** The ranks that the legend of the first question shows. */
export const SHOWN_RANKS = [1, 2, 3, 4] as const satisfies readonly DepthRank[]

/** Which depth is asked about, in turn: whoever tries again has to read the map again. */
const ASKED_RANKS = [3, 2, 4] as const satisfies readonly DepthRank[]

const askedRank = (attempt: number): DepthRank => ASKED_RANKS[attempt % ASKED_RANKS.length] ?? 3

/** The depth of the flood zone that a picture shows: drawn and told in words from here. */
export const drawnRank = (id: QuestionId, attempt: number): DepthRank =>
  id === 'depth' ? askedRank(attempt) : 2

/**
 * The three things that people misread most: the depth in the legend (16–25 %), what it means that there is no colour (20 %
 * take it for no danger, another 20 % do not know), and the red landslide zone (27–65 % know what it means).
 * @param attempt 0 for the first try, 1 for the next …
 */
export const questionsOf = (attempt: number): readonly Question[] => [
  { id: 'depth', options: SHOWN_RANKS.map((rank) => `rank${rank}`), right: `rank${askedRank(attempt)}` },
  { id: 'uncoloured', options: ['nothing', 'shallow', 'unknown'], right: 'unknown' },
  { id: 'red', options: ['upstairs', 'wait', 'leave'], right: 'leave' },
]

/** What was chosen and looked at. Lives as long as the screen: nothing is kept, nothing is sent. */
export type Tries = { readonly [id in QuestionId]?: { readonly chosen: string; readonly isChecked: boolean } }

/** How many of the questions were read as the map means them; null until each was looked at. */
export function resultOf(questions: readonly Question[], tries: Tries): number | null {
  if (questions.some(({ id }) => tries[id]?.isChecked !== true)) return null
  return questions.filter(({ id, right }) => tries[id]?.chosen === right).length
}
