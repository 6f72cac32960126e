import * as v from 'valibot'
import { PackIndex, PackManifest, type PackFile } from '#domain/packs/area-pack.ts'
import { download, type Fetch, type Patience } from './download.ts'
import { sha256 } from './hash.ts'
import { PackError } from './pack-error.ts'
import type { KeptPack } from './shelf.ts'

/** An index or manifest of a whole country would still be far below this. */
const TEXT_CAP = 2_000_000
/** A pack is kept whole on a phone; its manifest may not promise more than this. */
const PACK_CAP = 100_000_000

/** The host that offers packs. Every method rejects with a `PackError` or with the reason of `signal`. */
export interface PackHost {
  index(signal: AbortSignal): Promise<{ readonly text: string; readonly value: PackIndex }>
  manifest(code: string, signal: AbortSignal): Promise<OpenPack>
  /** The file as it is stored, its length and hash checked. `count` is told every piece that arrives. */
  file(
    code: string,
    file: PackFile,
    signal: AbortSignal,
    count: (bytes: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>
}

/** A manifest that was read and found in order, with the text it was read from. */
export type OpenPack = { readonly manifest: PackManifest; readonly kept: KeptPack }

/** @param base absolute address of the folder of packs, ending in a slash */
export function createPackHost(base: string, fetch: Fetch, patience: Patience): PackHost {
  const text = async (path: string, signal: AbortSignal): Promise<string> => {
    const bytes = await download(`${base}${path}`, {
      fetch,
      patience,
      signal,
      cap: TEXT_CAP,
      cache: 'no-cache',
    })
    if (bytes.length === 0) throw new PackError('notData', `${path} is empty`)
    return decode(bytes, path)
  }
  return {
    async index(signal) {
      const found = await text('index.json', signal)
      return { text: found, value: readIndex(found) }
    },
    manifest: async (code, signal) => readManifest(await text(`${code}/manifest.json`, signal), code),
    async file(code, file, signal, count) {
      const address = `${base}${code}/${file.name}`
      const ask = async (cache: RequestCache) => {
        const bytes = await download(address, {
          fetch,
          patience,
          signal,
          cap: file.bytes,
          cache,
          onBytes: count,
        })
        await checkFile(file, bytes)
        return bytes
      }
      // A damaged copy may lie in the browser's own cache: past it once, then no more.
      return ask('default').catch((error: unknown) => {
        if (!(error instanceof PackError) || error.code !== 'corrupt') throw error
        return ask('reload')
      })
    },
  }
}

/** Rejects with `corrupt` when the bytes are not the file that the manifest names. */
export async function checkFile(file: PackFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (bytes.length !== file.bytes)
    throw new PackError('corrupt', `${file.name}: ${bytes.length} bytes instead of ${file.bytes}`)
  if ((await sha256(bytes)) !== file.sha256)
    throw new PackError('corrupt', `${file.name}: not the content of the manifest`)
}

/** Reads the list of areas. Throws a `PackError` `corrupt` when it is not in order. */
export function readIndex(text: string): PackIndex {
  return parse(PackIndex, text, 'index.json')
}

/** Reads a manifest. Throws a `PackError`: `corrupt` when it is not in order, `wrongArea` when it is another area's. */
export function readManifest(text: string, code: string): OpenPack {
  const manifest = parse(PackManifest, text, 'manifest.json')
  if (manifest.area.code !== code)
    throw new PackError('wrongArea', `manifest.json is of ${manifest.area.code} instead of ${code}`)
  const names = new Set(manifest.files.map(({ name }) => name))
  const named = [
    manifest.boundary,
    ...manifest.layers.map(({ file }) => file),
    ...manifest.coverage.map(({ file }) => file),
  ]
  const lost = named.find((name) => name !== null && !names.has(name))
  if (lost !== undefined) throw new PackError('corrupt', `manifest.json names ${lost} but does not list it`)
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  if (names.size !== manifest.files.length || total > PACK_CAP)
    throw new PackError('corrupt', 'manifest.json lists a file twice, or too much')
  return { manifest, kept: { manifest: text, files: manifest.files.map(({ sha256: hash }) => hash) } }
}

function parse<T>(schema: v.GenericSchema<unknown, T>, text: string, name: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new PackError('corrupt', `${name} is no JSON`, error)
  }
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new PackError('corrupt', `${name}: ${v.getDotPath(issue) ?? ''} ${issue.message}`)
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new PackError('corrupt', `${name} is no UTF-8 text`, error)
  }
}
