import { ok, refuse, type Result } from '../result.ts'

declare const TextDecoder: new (
  encoding?: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/** Why bytes are no text: `empty` · `tooLarge` (`detail` = bytes) · `notText` = not UTF-8, or no text at all. */
export type TextRefusal = 'empty' | 'tooLarge' | 'notText'

/**
 * The text of a file in UTF-8, with or without a byte order mark. Another encoding is refused rather than guessed:
 * a guessed one turns names into nonsense.
 * @param most bytes
 */
export function readUtf8(bytes: Uint8Array, most: number): Result<string, TextRefusal> {
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > most) return refuse('tooLarge', String(bytes.length))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) return refuse('notText')
    return text.trim() === '' ? refuse('empty') : ok(text)
  } catch {
    return refuse('notText')
  }
}

/** How much of JSON is looked at: bytes, nesting, and how many values and names there are. */
export type JsonLimits = { readonly bytes: number; readonly depth: number; readonly values: number }

/**
 * Why a file is no JSON that we read. `webPage` = HTML, as a sign-in page or a wrong link gives · `cutOff` = it ends too
 * early · `notJson` = something else · `tooDeep`, `tooMuch` = more nested or longer than such a file ever is ·
 * `repeatedName` = a name stands twice in one object, so that two programs would read two things.
 */
export type JsonRefusal =
  TextRefusal | 'webPage' | 'cutOff' | 'notJson' | 'tooDeep' | 'tooMuch' | 'repeatedName'

/**
 * Reads JSON from anybody. What would cost much is counted before it is built, so that the work is bounded by the limits.
 * The value may hold own keys such as `__proto__`: copy it by a schema, never merge it.
 */
export function readJson(bytes: Uint8Array, limits: JsonLimits): Result<unknown, JsonRefusal> {
  const text = readUtf8(bytes, limits.bytes)
  if (!text.ok) return text
  if (/^\s*<(!doctype\s+html|html|head|body)\b/i.test(text.value.slice(0, 1000))) return refuse('webPage')
  const found = scan(text.value, limits)
  if (found === 'tooDeep' || found === 'tooMuch') return refuse(found)
  try {
    const value: unknown = JSON.parse(text.value)
    return found === 'repeatedName' ? refuse(found) : ok(value)
  } catch {
    return refuse(found === 'cutOff' ? 'cutOff' : 'notJson')
  }
}

/** One open bracket: the names so far and whether a name comes next; null = a list. */
type Open = { readonly names: Set<string>; nameNext: boolean } | null

const QUOTE = 34
const BACKSLASH = 92

/** Walks over the text once, without recursion. It does not check the grammar: `JSON.parse` does. */
function scan(text: string, limits: JsonLimits): 'tooDeep' | 'tooMuch' | 'repeatedName' | 'cutOff' | 'whole' {
  const open: Open[] = []
  let values = 0
  let repeated = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = endOfString(text, at)
      if (end < 0) return /^\s*[[{]/.test(text) ? 'cutOff' : 'whole'
      if (isRepeated(open.at(-1) ?? null, text, at, end)) repeated = true
      at = end
    } else if (follow(open, code)) values += 1
    if (open.length > limits.depth) return 'tooDeep'
    if (values > limits.values) return 'tooMuch'
  }
  if (open.length > 0) return 'cutOff'
  return repeated ? 'repeatedName' : 'whole'
}

/** Opens, closes and counts. @returns true where one more value or name follows */
function follow(open: Open[], code: number): boolean {
  const top = open.at(-1)
  if (code === 123) open.push({ names: new Set(), nameNext: true })
  else if (code === 91) open.push(null)
  else if (code === 125 || code === 93) open.pop()
  else if (code === 44 && top != null) top.nameNext = true
  else if (code === 58 && top != null) top.nameNext = false
  return code === 123 || code === 91 || code === 44
}

/** Where the string that begins at `from` ends; -1 = nowhere. A quote after an odd number of backslashes belongs to the string. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return -1
}

function isRepeated(top: Open, text: string, from: number, end: number): boolean {
  if (top === null || !top.nameNext) return false
  const raw = text.slice(from + 1, end)
  const name = raw.includes('\\') ? unescaped(text.slice(from, end + 1)) : raw
  const isThere = top.names.has(name)
  top.names.add(name)
  return isThere
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}
