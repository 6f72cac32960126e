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

/** Milliseconds between two looks whether another process has finished. */
const LOOK = 500

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock, or waits until the one who has it is done or dead. */
async function lockedOnce(lock: string): Promise<void> {
  for (;;) {
    const taken = await writeFile(lock, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (taken) return
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'))
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true })
    else await new Promise((done) => setTimeout(done, LOOK))
  }
}

/**
 * The files that `make` gives, kept in a folder by the content of what they are made from. Files kept for another content are
 * removed; a kept file that cannot be read is made anew. Of several processes one makes them, and the others wait.
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
  const read = await readKept(join(folder, name))
  if (read !== null) return read
  await mkdir(folder, { recursive: true })
  const lock = join(folder, `${name}.lock`)
  await lockedOnce(lock)
  try {
    return (await readKept(join(folder, name))) ?? (await keep(folder, name, make()))
  } finally {
    await rm(lock, { force: true })
  }
}

async function keep(folder: string, name: string, files: MirrorFile[]): Promise<MirrorFile[]> {
  for (const old of await readdir(folder))
    if (old.endsWith('.zip') && old !== name) await rm(join(folder, old), { force: true })
  const part = join(folder, `${name}.part`)
  await writeFile(part, zipSync(Object.fromEntries(files), { level: 1 }))
  await rename(part, join(folder, name))
  return files
}

async function readKept(path: string): Promise<MirrorFile[] | null> {
  try {
    return Object.entries(unzipSync(await readFile(path)))
  } catch {
    return null
  }
}
