let table: ReadonlyMap<string, readonly number[]> | null = null

/** The table of CP932, read out of the decoder that every JavaScript engine brings. */
function readTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis')
  const found = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\uFFFD' && !found.has(text)) found.set(text, bytes)
  }
  for (let byte = 0; byte < 0x100; byte += 1) add([byte])
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) add([lead, trail])
  }
  return found
}

/** Writes text as CP932, the way Japanese zips and DBF files hold it. Throws for a character that it does not have. */
export function toCp932(text: string): Uint8Array {
  table ??= readTable()
  const known = table
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = known.get(character)
      if (bytes === undefined) throw new Error(`CP932 has no ${character}`)
      return bytes
    }),
  )
}
