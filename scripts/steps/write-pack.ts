import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'fflate'
import * as v from 'valibot'
import { PACK_SCHEMA, PackIndex, PackManifest, type PackFile } from '#domain/packs/area-pack.ts'
import { Refusal } from '../lib/refusal.ts'
import { sha256Of } from '../lib/upstream.ts'

/** A file of the pack with its bytes as stored. */
export type PackedFile = { readonly entry: PackFile; readonly bytes: Uint8Array }

/** Digits of the SHA-256 in a file's name: enough that two versions never share one. */
const HASH_DIGITS = 12

/**
 * Makes a file of the pack, named by its content. Everything but PMTiles (which are packed inside) is gzip without a date,
 * so that the same content gives the same bytes.
 * @param base e.g. `flood-max.bin` or `basemap.pmtiles`: the hash goes between name and ending.
 */
export function packFile(
  role: PackFile['role'],
  stage: PackFile['stage'],
  base: string,
  raw: Uint8Array,
): PackedFile {
  const isPacked = base.endsWith('.pmtiles')
  const bytes = isPacked ? raw : gzipSync(raw, { level: 9, mtime: 0 })
  const sha256 = sha256Of(bytes)
  const dot = base.indexOf('.')
  const name = `${base.slice(0, dot)}-${sha256.slice(0, HASH_DIGITS)}${base.slice(dot)}${isPacked ? '' : '.packed'}`
  return { entry: { name, role, stage, bytes: bytes.length, rawBytes: raw.length, sha256 }, bytes }
}

/** The manifest after checking it against its own schema. @throws Refusal: a mistake of the pipeline or in a curated file. */
export function checkManifest(manifest: PackManifest): PackManifest {
  const result = v.safeParse(PackManifest, manifest)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Refusal(
    `the manifest of the pack would be wrong at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`,
  )
}

/** Compact enough for the network, with line breaks so that two versions can be compared. */
export const manifestText = (manifest: PackManifest): string => `${JSON.stringify(manifest, null, 1)}\n`

/**
 * Writes a pack beside the old one and then takes its place, so that a reader sees the old pack or the new one, whole.
 * @param extras further files (the report), by name.
 */
export async function writePack(
  out: string,
  manifest: PackManifest,
  files: readonly PackedFile[],
  extras: Readonly<Record<string, string>>,
): Promise<string> {
  const { code } = manifest.area
  const [directory, fresh, old] = [join(out, code), join(out, `.${code}.new`), join(out, `.${code}.old`)]
  await rm(fresh, { recursive: true, force: true })
  await rm(old, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const { entry, bytes } of files) await writeFile(join(fresh, entry.name), bytes)
  for (const [name, text] of Object.entries(extras)) await writeFile(join(fresh, name), text)
  await writeFile(join(fresh, 'manifest.json'), manifestText(manifest))
  await rename(directory, old).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
  })
  await rename(fresh, directory)
  await rm(old, { recursive: true, force: true })
  return directory
}

/** The manifest of the pack that is in the folder now; null when there is none that can be read. */
export async function readWritten(out: string, code: string): Promise<PackManifest | null> {
  const text = await readFile(join(out, code, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return v.parse(PackManifest, JSON.parse(text))
  } catch {
    return null
  }
}

type OfferedArea = PackIndex['areas'][number]

/** The first opens by itself: an area that can tell of a hazard before one that cannot, then a real one before a sample. */
const byWhatOpens = (a: OfferedArea, b: OfferedArea): number =>
  Number(b.hasHazards) - Number(a.hasHazards) ||
  Number(a.kind === 'sample') - Number(b.kind === 'sample') ||
  Number(a.code) - Number(b.code)

/** Puts the area into `index.json`; the other areas stay. Sorted by `byWhatOpens`. */
export async function updateIndex(out: string, manifest: PackManifest): Promise<void> {
  const path = join(out, 'index.json')
  const before = await readIndex(path)
  const { code, name, kind } = manifest.area
  const hasHazards = manifest.layers.some(({ file }) => file !== null)
  const areas = before.filter((area) => area.code !== code)
  areas.push({ code, name, kind, bounds: manifest.bounds, hasHazards })
  areas.sort(byWhatOpens)
  const index = v.parse(PackIndex, { schema: PACK_SCHEMA, areas })
  await writeFile(`${path}.new`, `${JSON.stringify(index, null, 1)}\n`)
  await rename(`${path}.new`, path)
}

async function readIndex(path: string): Promise<PackIndex['areas']> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return []
  try {
    return v.parse(PackIndex, JSON.parse(text)).areas
  } catch {
    throw new Refusal(`${path}: not an index of packs; remove it and build again`)
  }
}
