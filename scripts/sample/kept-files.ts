import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import type { MirrorFile } from './mirror-file.ts'

/** All files below a path, in the order of their names. */
async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = (await readdir(path)).sort()
  return (await Promise.all(names.map((name) => filesBelow(join(path, name))))).flat()
}

/** A hash of the content of the sources, and of the engine: its sines and exponentials may differ in the last digit. */
async function keyOf(root: string, sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.versions.v8)
  for (const path of (await Promise.all(sources.map((each) => filesBelow(join(root, each))))).flat()) {
    if (path.endsWith('.test.ts')) continue
    hash.update(`\0${path.slice(root.length)}\0`).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 24)
}

/**
 * The files that `make` gives, kept in a folder by the content of what they are made from. Files kept for another content are
 * removed; a kept file that cannot be read is made anew.
 * @param root the folder in which the sources lie.
 * @param sources files and folders below it.
 */
export async function keptFiles(
  folder: string,
  root: string,
  sources: readonly string[],
  make: () => MirrorFile[],
): Promise<MirrorFile[]> {
  const name = `${await keyOf(root, sources)}.zip`
  const kept = await readFile(join(folder, name)).catch(() => null)
  const read = kept === null ? null : readKept(kept)
  if (read !== null) return read
  const files = make()
  await mkdir(folder, { recursive: true })
  for (const old of await readdir(folder))
    if (old.endsWith('.zip') && old !== name) await rm(join(folder, old), { force: true })
  const part = join(folder, `${name}.${process.pid}.part`)
  await writeFile(part, zipSync(Object.fromEntries(files), { level: 1 }))
  await rename(part, join(folder, name))
  return files
}

function readKept(zip: Uint8Array): MirrorFile[] | null {
  try {
    return Object.entries(unzipSync(zip))
  } catch {
    return null
  }
}
