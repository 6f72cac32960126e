/**
 * Characters that a text of a plan never holds: control characters, halves of surrogate pairs, code points that never are
 * characters (XML cannot hold some of them), and the marks that turn the direction of reading around what follows (they can
 * make a name look like another one).
 */
const BANNED =
  /(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}|\p{Noncharacter_Code_Point}/u

/** True when the text is composed (NFC), trimmed, and holds nothing that a plan must not hold. Lines end in `\n`. */
export const isCleanText = (text: string): boolean =>
  !BANNED.test(text) && text === text.normalize('NFC').trim()

/** What a person typed, as a plan holds it: composed, without banned characters, trimmed, cut to `most` UTF-16 units. */
export function cleanText(typed: string, most: number): string {
  const kept = [...typed.replaceAll('\r\n', '\n').replaceAll('\t', ' ')]
    .filter((one) => !BANNED.test(one))
    .join('')
  const cut = kept.normalize('NFC').trim().slice(0, most)
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trim()
}
