import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import * as v from 'valibot'
import { PackManifest, type PackFile } from '#domain/packs/area-pack.ts'
import type { Area } from '#domain/packs/area.ts'
import { readArea, type UnpackedFile } from '#domain/packs/read-area.ts'
import { ok, refuse, type Result } from '#domain/result.ts'

const unpack = promisify(gunzip)

/**
 * Opens the pack of an area from a folder of packs on disk, each stage 1 file checked by length and SHA-256.
 * A damaged or absent file is noted in the area and never silently skipped; `detail` of a refusal is one sentence for a terminal.
 */
export async function openPack(
  packs: string,
  code: string,
): Promise<Result<Area, 'noPack' | 'badManifest' | 'wrongArea'>> {
  const path = join(packs, code, 'manifest.json')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return refuse(
      'noPack',
      `no pack of area ${code} in ${packs}: build it with "npm run data -- --area ${code}"`,
    )
  }
  const manifest = v.safeParse(PackManifest, parsed(text))
  if (!manifest.success) return refuse('badManifest', `${path} is not the manifest of a pack`)
  const found = manifest.output.area.code
  if (found !== code) return refuse('wrongArea', `${path} is the pack of area ${found}, not ${code}`)
  const files = new Map<string, UnpackedFile>()
  for (const file of manifest.output.files)
    if (file.stage === 1) files.set(file.name, await readPackFile(join(packs, code), file))
  return ok(readArea(manifest.output, files))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function readPackFile(folder: string, file: PackFile): Promise<UnpackedFile> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, file.name))
  } catch {
    return 'missing'
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (bytes.length !== file.bytes || hash !== file.sha256) return 'damaged'
  try {
    const content = await unpack(bytes, { maxOutputLength: Math.max(1, file.rawBytes) })
    return content.length === file.rawBytes ? content : 'damaged'
  } catch {
    return 'damaged'
  }
}
