import { Refusal } from '#scripts/lib/refusal.ts'
import { decodeTable } from '../decode-table.ts'

const BOM = [0xef, 0xbb, 0xbf]

/**
 * The text of a file in the encoding that its header names, else in the one that fits; a byte order mark is dropped.
 * @param file the beginning of a refusal.
 * @param header the name of the header, for the advice.
 * @throws Refusal when the bytes are not of that encoding: a wrong letter in a name is never let through.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'cp932' | undefined,
  file: string,
  header: string,
): string {
  if (encoding === undefined) return decodeTable(bytes, file)
  const hasBom = BOM.every((byte, index) => bytes[index] === byte)
  if (hasBom && encoding === 'cp932') {
    throw new Refusal(`${file}: the text is UTF-8, expected "encoding": "utf-8" in ${header}`)
  }
  const text = decode(bytes, encoding === 'cp932' ? 'shift_jis' : 'utf-8')
  if (text !== null) return text
  throw new Refusal(
    encoding === 'cp932'
      ? `${file}: the text is not CP932, expected "encoding": "utf-8" in ${header}, or the file saved again`
      : `${file}: the text is not UTF-8, expected "encoding": "cp932" in ${header}, or the file saved again`,
  )
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
