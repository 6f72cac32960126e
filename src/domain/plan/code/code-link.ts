import { HASH, LONGEST_LINK } from './layout.ts'

/** A code stands at the very end of a link, behind `#/p/`: the part of an address that no server is sent. */
const IN_HASH = /^#\/p\/([A-Za-z0-9_-]{8,4000})$/

/** The link that opens the app at `address` (without `#`) with a code. */
export const linkOfCode = (address: string, text: string): string => `${address}${HASH}${text}`

/** The text of the code in the fragment of an address (`location.hash`); null for every other fragment. */
export const codeOfHash = (hash: string): string | null => IN_HASH.exec(hash)?.[1] ?? null

/**
 * The text of the code in what a camera or a picture showed; null when it is something else. Whose address stands before it
 * does not matter, since it is never opened: a code on a fridge outlives the host on which it was made.
 */
export function codeOfScan(scanned: string): string | null {
  const text = scanned.trim()
  const at = text.indexOf(HASH)
  if (at < 0 || at > LONGEST_LINK || (at > 0 && !/^https?:\/\/[^\s#]+$/.test(text.slice(0, at)))) return null
  return codeOfHash(text.slice(at))
}
