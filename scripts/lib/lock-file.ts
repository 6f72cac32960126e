import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { Refusal } from './refusal.ts'

const LockEntry = v.object({
  url: v.string(),
  date: v.nullable(v.string()),
  bytes: v.number(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
const LockFile = v.object({ schema: v.literal(1), files: v.array(LockEntry) })

/** One upstream file as it was used: `date` is the server's, `sha256` is of the bytes. */
export type LockEntry = v.InferOutput<typeof LockEntry>

/** @returns the entries by URL; empty when there is no lock file. @throws Refusal for a file that is no lock file. */
export async function readLock(path: string): Promise<ReadonlyMap<string, LockEntry>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return new Map()
  try {
    return new Map(v.parse(LockFile, JSON.parse(text)).files.map((entry) => [entry.url, entry]))
  } catch (error) {
    throw new Refusal(`${path}: not a lock file (${(error as Error).message})`)
  }
}

/** Writes the entries sorted by URL, whole or not at all. */
export async function writeLock(path: string, entries: Iterable<LockEntry>): Promise<void> {
  const files = [...entries].sort((a, b) => (a.url < b.url ? -1 : 1))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, `${JSON.stringify({ schema: 1, files }, null, 2)}\n`)
  await rename(`${path}.new`, path)
}

/**
 * Compares a file with the lock.
 * @throws Refusal when the publisher changed it since: the build then needs an explicit `--refresh`.
 */
export function checkLock(lock: ReadonlyMap<string, LockEntry>, now: LockEntry): void {
  const before = lock.get(now.url)
  if (before === undefined || before.sha256 === now.sha256) return
  throw new Refusal(
    `${now.url} changed since it was locked: ${before.bytes} bytes, sha256 ${before.sha256.slice(0, 12)}…, ` +
      `now ${now.bytes} bytes, ${now.sha256.slice(0, 12)}…; look at the change, then run again with --refresh`,
  )
}
