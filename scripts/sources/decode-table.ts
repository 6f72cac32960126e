import { Refusal } from '../lib/refusal.ts'

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a table in one of the encodings in which Japanese offices save them: UTF-8 with or without its mark, UTF-16
 * with its mark, else CP932 (the WHATWG's `shift_jis` is Windows-31J, https://encoding.spec.whatwg.org/#shift_jis-decoder).
 * Without the mark. UTF-8 is tried before CP932: text that is valid UTF-8 beyond ASCII is hardly ever meant as CP932.
 * @throws Refusal when it is in none of them: nothing is replaced by question marks.
 */
export function decodeTable(bytes: Uint8Array, file: string): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  const encodings = marked === undefined ? ['utf-8', 'shift_jis'] : [marked[1]]
  for (const encoding of encodings) {
    const text = decodeAs(encoding, bytes)
    // No office writes NUL: it is UTF-16 without its mark, or no text at all.
    if (text !== null && !text.includes('\0')) return text
  }
  throw new Refusal(
    `${file}: expected text in UTF-8, in CP932 (Shift_JIS), or in UTF-16 with its byte order mark`,
  )
}
