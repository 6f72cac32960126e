import { deflateRawSync, crc32 as zlibCrc32 } from 'node:zlib'

/** An entry of a zip; `name` as bytes, so that a test decides how it is encoded. */
export type ZipEntry = {
  readonly name: Uint8Array
  readonly content: Uint8Array
  /** Sets general purpose bit 11. */
  readonly utf8?: boolean
  /** What the entry says its unpacked length is, when that shall be a lie. */
  readonly claimedBytes?: number
}

/** Node has `zlib.crc32` from 20.15 / 22.2 on. */
const crc32 = (bytes: Uint8Array): number => zlibCrc32(bytes)

/** Writes a zip by APPNOTE.TXT, deflated, without dates: the same entries give the same bytes. */
export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.utf8 === true ? 0x800 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(crc32(entry.content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claimedBytes ?? entry.content.length, 18)
    fields.writeUInt16LE(entry.name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, entry.name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, entry.name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** An entry with an ASCII name. */
export const entry = (name: string, content: string | Uint8Array): ZipEntry => ({
  name: Buffer.from(name),
  content: typeof content === 'string' ? Buffer.from(content) : content,
})
