import { isolated } from './bidi.ts'
import { foreign, withReading } from './ruby.ts'
import { languageOf, type LanguageTag } from './languages.ts'

/**
 * Words that come with the data, not with the app: in the languages in which they are known, Japanese always. The values
 * may carry markup; `kana` is the plain reading of `ja` and marks the words as a proper name; `romaji` is that
 * reading in Latin letters.
 */
export type Words = Readonly<Partial<Record<string, string>>>

/**
 * Words from the data as marked-up text in the wanted language.
 * A sentence (`kana` absent) is given in the wanted language, else in Japanese, marked as Japanese.
 * A proper name (`kana` present, perhaps empty) always keeps its Japanese form, because that is what signs show:
 * with its reading in Japanese, where it is known, and beside the translated name in the other languages.
 */
export function wordsIn(tag: LanguageTag, words: Words): string {
  const ja = words['ja'] ?? ''
  const language = languageOf(tag)
  const own = words[tag] ?? words[tag.split('-')[0] ?? tag]
  if (words['kana'] === undefined) {
    if (language.htmlLang === 'ja') return words[tag] ?? ja
    return own ?? foreign('ja', words['ja-simple'] ?? ja)
  }
  if (tag === 'ja') return withReading(ja, words['kana'])
  if (language.ruby) return words['ja-simple'] ?? withReading(ja, words['kana'])
  const readable = [own, words['romaji'], words['en']].find((name) => name !== undefined && name !== '')
  if (readable === undefined || readable === ja) return foreign('ja', ja)
  return isolated(tag, `${readable} (${foreign('ja', ja)})`)
}
