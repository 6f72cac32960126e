import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Refusal } from './refusal.ts'
import { sha256OfFile, type Fetched, type Had, type Upstream, type Wanted } from './upstream.ts'

/** What `SOURCES.json` at the top of a mirror may tell of its files; everything else in it is ignored. */
const Sources = v.object({
  entries: v.array(
    v.object({
      path: v.string(),
      asOf: v.optional(v.string()),
      extent: v.optional(v.object({ bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]) })),
    }),
  ),
})
type Entry = v.InferOutput<typeof Sources>['entries'][number]

/**
 * Reads the publishers' files from a folder laid out as `<host>/<path>` and never touches the network. A URL whose path is
 * a folder is answered by the `index.json` in it; no file = not found. An optional `SOURCES.json` gives for a path (or all
 * paths below it) the date of the facts (`asOf`) and the box to which a copy was cut (`extent.bbox`).
 */
export function createMirrorUpstream(directory: string): Upstream {
  let entries: Promise<readonly Entry[]> | null = null
  return {
    async get(url: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched> {
      signal.throwIfAborted()
      entries ??= readEntries(directory)
      const relative = mirrorPath(url)
      const found = await findFile(join(directory, relative))
      if (found === null) return { ok: false, url, why: 'notFound', detail: 'not in the mirror' }
      if (found.bytes > wanted.maxBytes) {
        throw new Refusal(`${relative}: ${found.bytes} bytes, at most ${wanted.maxBytes} are read`)
      }
      const sha256 = await sha256OfFile(found.path)
      return { ok: true, url, ...found, sha256, ...describe(relative, await entries) }
    },
    unreachable: () => [],
  }
}

/**
 * `<host>/<path>` of a URL: scheme and query are dropped.
 * @throws Refusal for a path that would leave its folder (`%2e%2e%2f`); addresses also come out of files that others wrote.
 */
export function mirrorPath(url: string): string {
  const { host, pathname } = new URL(url)
  const path = host + decodeURIComponent(pathname).replace(/\/+$/, '')
  if (/[\\\0]/.test(path) || path.split('/').includes('..'))
    throw new Refusal(`${url}: points outside its folder`)
  return path
}

async function findFile(path: string): Promise<{ path: string; bytes: number } | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) return findFile(join(path, 'index.json'))
  return found?.isFile() === true ? { path, bytes: found.size } : null
}

async function readEntries(directory: string): Promise<readonly Entry[]> {
  const text = await readFile(join(directory, 'SOURCES.json'), 'utf8').catch(() => null)
  if (text === null) return []
  try {
    return v.parse(Sources, JSON.parse(text)).entries
  } catch (error) {
    throw new Refusal(`SOURCES.json of the mirror cannot be read (${(error as Error).message})`)
  }
}

/** The entry with the longest path that is this file or a folder above it tells the date and the extent. */
function describe(relative: string, entries: readonly Entry[]): Pick<Had, 'asOf' | 'extent'> {
  const above = entries
    .filter(({ path }) => relative === path || relative.startsWith(path.endsWith('/') ? path : `${path}/`))
    .sort((a, b) => b.path.length - a.path.length)
  const [entry] = above
  return {
    asOf: /^\d{4}(-\d{2}){0,2}/.exec(entry?.asOf ?? '')?.[0] ?? null,
    extent: entry?.extent?.bbox ?? null,
  }
}
