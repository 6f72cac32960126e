import type { Readable } from 'node:stream'
import { open, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from './refusal.ts'

/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8_FLAG = 0x800

/**
 * The name of a zip entry. Japanese zips carry CP932 names without the UTF-8 flag, some mix both, and many separate folders
 * by `\`; so each entry is decoded by its own flag, and only then are the separators unified (the second byte of a CP932
 * character may be that of `\`).
 * @throws Refusal when the bytes are neither, or when the name would leave the folder it is unpacked to.
 */
export function zipEntryName(bytes: Uint8Array, flags: number, file: string): string {
  const decoded = decodeName(bytes, flags)
  if (decoded === null) throw new Refusal(`${file}: the name of an entry is neither UTF-8 nor CP932`)
  const name = decoded.replaceAll('\\', '/')
  const steps = name.split('/')
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || steps.includes('..') || name.includes('\0')) {
    throw new Refusal(`${file}: the entry "${decoded}" points outside the zip`)
  }
  return name
}

function decodeName(bytes: Uint8Array, flags: number): string | null {
  const order = (flags & UTF8_FLAG) !== 0 ? ['utf-8'] : ['shift_jis', 'utf-8']
  for (const encoding of order) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return null
}

/** One file in a zip; `bytes` is its unpacked length as declared (and enforced while reading). */
export type ZipMember = {
  readonly name: string
  readonly bytes: number
  read(): Promise<Readable>
}

/** An opened zip; close it after use. */
export type OpenZip = { readonly members: readonly ZipMember[]; close(): void }

/**
 * Opens a zip from disk and lists its files (folders are left out). Nothing is unpacked to disk.
 * @param file the name that stands in a refusal.
 * @param maxUnpackedBytes cap for the sum of the unpacked lengths; yauzl refuses an entry that inflates to more than declared.
 * @throws Refusal for a damaged zip, an encrypted entry, a bad name, or too much content.
 */
export async function openZip(path: string, file: string, maxUnpackedBytes: number): Promise<OpenZip> {
  const zip = await openFile(path, file)
  try {
    return { members: await listMembers(zip, file, maxUnpackedBytes), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

function openFile(path: string, file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, zip) => {
      if (error) reject(new Refusal(`${file}: not a readable zip (${error.message})`))
      else resolve(zip)
    })
  })
}

function listMembers(zip: ZipFile, file: string, maxUnpackedBytes: number): Promise<ZipMember[]> {
  return new Promise((resolve, reject) => {
    const members: ZipMember[] = []
    let total = 0
    zip.on('error', (error: Error) => reject(new Refusal(`${file}: damaged zip (${error.message})`)))
    zip.on('end', () => resolve(members))
    zip.on('entry', (entry: Entry) => {
      try {
        const name = zipEntryName(entry.fileName as unknown as Buffer, entry.generalPurposeBitFlag, file)
        total += entry.uncompressedSize
        if (total > maxUnpackedBytes) {
          throw new Refusal(`${file}: unpacks to more than ${maxUnpackedBytes} bytes`)
        }
        if (!name.endsWith('/')) members.push(memberOf(zip, entry, name, file))
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.readEntry()
  })
}

function memberOf(zip: ZipFile, entry: Entry, name: string, file: string): ZipMember {
  return {
    name,
    bytes: entry.uncompressedSize,
    read: () =>
      new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) reject(new Refusal(`${file}: cannot unpack ${name} (${error.message})`))
          else resolve(stream)
        })
      }),
  }
}

/** The whole content of a member, for small files. Errors while inflating become a Refusal. */
export async function readMember(member: ZipMember, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of await member.read()) chunks.push(chunk as Uint8Array)
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : new Refusal(`${file}: cannot unpack ${member.name} (${String(error)})`)
  }
  return Buffer.concat(chunks)
}
