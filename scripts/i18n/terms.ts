import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Words of one language by the Japanese term that they stand for. */
export type Terms = ReadonlyMap<string, string>

const GLOSSARY = resolve(import.meta.dirname, '..', '..', 'data', 'curated', 'glossary.json')

/**
 * The glossary's words of a language. A word that carries its explanation (`119 (fire and ambulance)`) is cut before it, a full
 * stop at its end is left out. Empty when there is no glossary, or none in this language.
 */
export function readTerms(tag: string, file = GLOSSARY): Terms {
  if (!existsSync(file)) return new Map()
  const glossary = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return new Map(
    Object.entries(glossary).flatMap(([japanese, entry]) => {
      const word = textIn(entry, tag)
      return word === null ? [] : [[japanese, tidy(word)] as const]
    }),
  )
}

/** Signs and badges have the digits 0–9, whatever the table of the agency has. */
const tidy = (word: string): string =>
  word
    .replace(/\s*[(（<].*$/u, '')
    .replace(/[.。]$/u, '')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))

/** Decimal digits stand in Unicode in runs from 0 to 9 with another character before each run of our scripts. */
function valueOf(digit: string): number {
  let value = 0
  const code = digit.codePointAt(0) ?? 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

function textIn(entry: unknown, tag: string): string | null {
  if (entry === null || typeof entry !== 'object') return null
  const value = (entry as Record<string, unknown>)[tag]
  const text =
    value !== null && typeof value === 'object' ? (value as Record<string, unknown>)['text'] : value
  return typeof text === 'string' && text !== '' ? text.normalize('NFC') : null
}
