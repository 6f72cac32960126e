import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { download, type DownloadLimits } from './download.ts'
import { mirrorPath } from './mirror-upstream.ts'
import { silentProgress, type Progress } from './progress.ts'
import { sha256OfFile, type Expected, type Fetched, type Upstream, type Wanted } from './upstream.ts'

/** What is remembered beside a file in the cache. */
const CacheEntry = v.object({
  url: v.string(),
  bytes: v.number(),
  sha256: v.string(),
  asOf: v.nullable(v.string()),
})

export type HttpOptions = {
  /** Folder of the cache; a file is kept as `<host>/<path>.file`. */
  readonly cacheDir: string
  /** True = fetch again even what is in the cache. */
  readonly refresh: boolean
  readonly limits: DownloadLimits
  readonly progress: Progress
}

/**
 * Reads the publishers' files from the network, through a cache on disk. A host that gave no connection once is not tried
 * again. An answer that does not begin like the expected format is refused as `notData` and not kept.
 */
export function createHttpUpstream(options: HttpOptions): Upstream {
  const down = new Set<string>()
  return {
    async get(url: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched> {
      signal.throwIfAborted()
      const path = `${join(options.cacheDir, mirrorPath(url))}.file`
      const kept = await readKept(path, url)
      if (kept !== null && !options.refresh && wanted.fresh !== true) return kept
      const { host } = new URL(url)
      const spare = options.refresh ? null : kept
      if (down.has(host)) {
        return spare ?? { ok: false, url, why: 'unreachable', detail: `${host} gave no answer before` }
      }
      await mkdir(dirname(path), { recursive: true })
      // Tiles come by the hundred: they are told as one job by whoever asks for them.
      const progress = wanted.expects === 'tile' ? silentProgress : options.progress
      const result = await download(url, `${path}.part`, wanted.maxBytes, options.limits, progress, signal)
      if (!result.ok) {
        if (result.hostDown) down.add(host)
        if (result.why === 'unreachable' && spare !== null) return spare
        return { ok: false, url, why: result.why, detail: result.detail }
      }
      return keep(url, path, wanted.expects, result.lastModified)
    },
    unreachable: () => [...down],
  }
}

async function readKept(path: string, url: string): Promise<Fetched | null> {
  const text = await readFile(`${path}.json`, 'utf8').catch(() => null)
  const size = (await stat(path).catch(() => null))?.size
  if (text === null || size === undefined) return null
  try {
    const entry = v.parse(CacheEntry, JSON.parse(text))
    if (entry.bytes !== size || (await sha256OfFile(path)) !== entry.sha256) return null
    return { ok: true, url, path, bytes: entry.bytes, sha256: entry.sha256, asOf: entry.asOf, extent: null }
  } catch {
    return null
  }
}

async function keep(
  url: string,
  path: string,
  expects: Expected,
  lastModified: string | null,
): Promise<Fetched> {
  const part = `${path}.part`
  if (!(await beginsLike(part, expects))) {
    await rm(part, { force: true })
    return { ok: false, url, why: 'notData', detail: `the server answered something that is no ${expects}` }
  }
  const sha256 = await sha256OfFile(part)
  const bytes = (await stat(part)).size
  const time = lastModified === null ? NaN : Date.parse(lastModified)
  const asOf = Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
  await rm(`${path}.json`, { force: true })
  await rename(part, path)
  await writeFile(`${path}.json`, `${JSON.stringify({ url, bytes, sha256, asOf })}\n`)
  return { ok: true, url, path, bytes, sha256, asOf, extent: null }
}

/** True when the file begins as its format does; a sign-in page or an error in JSON is caught here or by the reader. */
async function beginsLike(path: string, expects: Expected): Promise<boolean> {
  const text = (await readStart(path, 512)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (expects === 'zip') return text.startsWith('PK')
  if (expects === 'json') return text.startsWith('{') || text.startsWith('[')
  return !text.startsWith('<')
}

async function readStart(path: string, bytes: number): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await file.close()
  }
}
