import type { PseudoTag } from './languages.ts'
import type { Bundle, WordTree } from './start.ts'

/** What must not be changed inside a sentence: places to fill, foreign pieces, escapes. */
const UNTOUCHED = /(\{\{.+?\}\}|\[[a-z]{2,3}(?:-[A-Za-z0-9]+)*:[^\]]*\]|\\.)/u

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞRŔSŠTŢUÛVṼWŴXẊYÝZŽaåbƀcçdđeéfƒgĝhĥiîjĵkķlļmṁnñoöpþrŕsštţuûvṽwŵxẋyýzž'.matchAll(
      /../gu,
    ),
  ].map(([pair = '']) => [[...pair][0] ?? '', [...pair][1] ?? '']),
)

/** About 40 % longer, as German or Tamil would be, accented, with marks at both ends that show text which is cut off. */
const lengthen = (text: string): string => {
  const accented = text
    .split(UNTOUCHED)
    .map((part, index) => (index % 2 === 1 ? part : [...part].map((c) => ACCENTS[c] ?? c).join('')))
    .join('')
  return `⟦${accented}${' ẋ'.repeat(Math.ceil(text.length * 0.2))}⟧`
}

/** U+202E … U+202C: shown from right to left, as Urdu would be. */
const mirror = (text: string): string =>
  text
    .split(UNTOUCHED)
    .map((part, index) => (index % 2 === 1 || part === '' ? part : `\u202e${part}\u202c`))
    .join('')

/** A made-up language for development and tests, out of the English words. */
export function pseudoBundle(tag: PseudoTag, english: Bundle): Record<string, WordTree> {
  const change = tag === 'en-XA' ? lengthen : mirror
  const walk = (tree: WordTree): WordTree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? change(value) : walk(value),
      ]),
    )
  return Object.fromEntries(Object.entries(english).map(([namespace, tree]) => [namespace, walk(tree)]))
}
