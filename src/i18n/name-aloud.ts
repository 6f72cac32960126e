import type { LanguageTag } from './languages.ts'
import { foreign, withReading } from './ruby.ts'
import { wordsIn, type Words } from './words.ts'

/**
 * A proper name as marked-up text to be spoken: its Japanese form carries its reading in every language, so that no voice
 * guesses it. On the screen it is shown by `wordsIn`.
 */
export function nameAloud(tag: LanguageTag, words: Words): string {
  const { ja = '', kana } = words
  if (tag === 'ja') return wordsIn('ja-simple', words)
  return wordsIn(tag, words).replace(foreign('ja', ja), () => foreign('ja', withReading(ja, kana)))
}
