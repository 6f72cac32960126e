import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** The time that stands in every entry: the same town gives the same bytes. */
const TIME = new Date(2026, 0, 1)

let known: ReadonlyMap<string, readonly [number, number]> | null = null

/** Character → its two bytes in CP932, found by decoding all pairs once. */
function cp932Table(): ReadonlyMap<string, readonly [number, number]> {
  known ??= readCp932()
  return known
}

function readCp932(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('shift_jis')
  const table = new Map<string, readonly [number, number]>()
  for (let pair = 0x8140; pair <= 0xfcfc; pair++) {
    const bytes = [pair >> 8, pair & 0xff] as const
    const char = decoder.decode(Uint8Array.from(bytes))
    // A pair that does not exist is decoded as U+FFFD, or as two characters.
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes)
  }
  return table
}

/**
 * A name as the bytes of CP932.
 * @throws Error when CP932 has no such character.
 */
export function cp932Bytes(name: string): Uint8Array {
  const table = cp932Table()
  const bytes = [...name].flatMap((char) => {
    if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)]
    const pair = table.get(char)
    if (pair === undefined) throw new Error(`CP932 has no character "${char}"`)
    return [...pair]
  })
  return Uint8Array.from(bytes)
}

/** Signatures and places in the records of a zip (APPNOTE.TXT 4.3.12 and 4.3.16). */
const END_RECORD_BYTES = 22
const CENTRAL = {
  signature: 0x02014b50,
  nameLength: 28,
  extraLength: 30,
  commentLength: 32,
  localOffset: 42,
  name: 46,
}
const LOCAL_NAME = 30

/** Writes other bytes of the same length over the name of each entry, in both of its records. */
function overwriteNames(zip: Uint8Array, names: readonly Uint8Array[]): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let at = view.getUint32(zip.length - END_RECORD_BYTES + 16, true)
  for (const name of names) {
    if (
      view.getUint32(at, true) !== CENTRAL.signature ||
      view.getUint16(at + CENTRAL.nameLength, true) !== name.length
    )
      throw new Error('the zip is not laid out as expected')
    zip.set(name, at + CENTRAL.name)
    zip.set(name, view.getUint32(at + CENTRAL.localOffset, true) + LOCAL_NAME)
    const rest = [CENTRAL.extraLength, CENTRAL.commentLength].map((field) => view.getUint16(at + field, true))
    at += CENTRAL.name + name.length + (rest[0] ?? 0) + (rest[1] ?? 0)
  }
}

/**
 * A zip with CP932 names without the UTF-8 flag, which is how the official zips of 国土数値情報 are made, and a fixed time.
 * fflate can only write UTF-8 names, so it is given stand-ins of the right length that are written over.
 */
export function zipWithCp932(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files).map(cp932Bytes)
  const entries: Zippable = {}
  Object.values(files).forEach((data, i) => {
    entries[String(i).padStart(names[i]?.length ?? 0, '_')] = [data, { mtime: TIME, level: 6 }]
  })
  const zip = zipSync(entries)
  overwriteNames(zip, names)
  return zip
}
