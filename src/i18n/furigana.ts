import type { Bundle } from './start.ts'

/** The parts in which the app loads its words: those of the first screens, and those of the plan. */
export type Part = 'all' | 'plan'

/**
 * The Japanese words with a reading on every kanji, a chunk for each part. Made from `locales/ja` by `npm run i18n:furigana`;
 * who does not want readings never loads them.
 */
const loaders = import.meta.glob<Bundle>('./furigana/{all,plan}.json', { import: 'default' })

let isWanted = false

/** Whether Japanese words that are loaded from now on come with their readings. */
export const wantFurigana = (wanted: boolean): void => void (isWanted = wanted)

/** The words of a part with their readings, by namespace; rejects when they cannot be had. */
export async function loadFurigana(part: Part): Promise<Bundle> {
  const loader = loaders[`./furigana/${part}.json`]
  if (loader === undefined) throw new Error(`No readings for ${part}`)
  return loader()
}

/** Japanese words, with their readings where these are wanted and can be had: words without readings are better than none. */
export async function withFurigana(words: Bundle, part: Part): Promise<Bundle> {
  if (!isWanted) return words
  const marked = await loadFurigana(part).catch(() => ({}))
  return { ...words, ...marked }
}
