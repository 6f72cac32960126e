import { access, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ZONE_LAYER_IDS } from '#domain/hazards/zone-layer.ts'
import type { PackLayer, PackManifest } from '#domain/packs/area-pack.ts'
import { PATIENT, quickLimits } from '../lib/download.ts'
import { createHttpUpstream } from '../lib/http-upstream.ts'
import { checkLock, readLock, writeLock, type LockEntry } from '../lib/lock-file.ts'
import { createMirrorUpstream } from '../lib/mirror-upstream.ts'
import { boundsOf } from '../lib/check-geometry.ts'
import { silentProgress, type Progress } from '../lib/progress.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Upstream } from '../lib/upstream.ts'
import { readAreaFacts } from '../sources/read-area-facts.ts'
import { readSources } from '../sources/source-manifest.ts'
import { assemblePack, type Parts } from './assemble-pack.ts'
import { BuildContext } from './build-context.ts'
import { buildDrawer } from './build-drawer.ts'
import { buildDepths } from './build-depths.ts'
import { buildFlood } from './build-flood.ts'
import { buildLandslide } from './build-landslide.ts'
import { buildSeries, packSeries } from './build-series.ts'
import { findBaseMap } from './find-base-map.ts'
import { findBoundary, packBounds } from './find-boundary.ts'
import { findSites } from './find-sites.ts'
import { reportText, type PackReport } from './pack-report.ts'
import { readWritten, updateIndex, writePack } from './write-pack.ts'

export type BuildOptions = {
  /** Five digits. */
  readonly area: string
  /** Top of the repository: `data/` is read there, and `.cache/` written. */
  readonly root: string
  /** Folder of the packs. */
  readonly out: string
  /** Folder `<host>/<path>` to read in place of the network. */
  readonly mirror?: string | undefined
  /** A PMTiles file in place of the published base map. */
  readonly basemap?: string | undefined
  /** True = fetch again, and accept what the publishers changed since the lock. */
  readonly refresh?: boolean | undefined
  /** Seconds for a server to answer, tried once; without it the fetcher is patient. */
  readonly quickDeadline?: number | undefined
  readonly progress?: Progress | undefined
  readonly signal?: AbortSignal | undefined
}

export type BuildResult = {
  readonly code: string
  readonly manifest: PackManifest
  readonly report: PackReport
  /** Hosts that did not answer: what is missing may be there another time. */
  readonly unreachable: readonly string[]
  /** False = servers did not answer and the pack that was there before knows more, so it was kept. */
  readonly written: boolean
  /** Folder of the pack. */
  readonly directory: string
}

/**
 * Builds the pack of a municipality: fetches, checks, encodes, writes. The same input gives the same bytes.
 * @throws Refusal with one sentence for a person; the signal's reason when it was cancelled (nothing is written then).
 */
export async function buildPack(options: BuildOptions): Promise<BuildResult> {
  const { area: code, root } = options
  await checkCode(code, root)
  await checkMirror(options.mirror)
  const sources = await readSources(join(root, 'data', 'sources'))
  const facts = await readAreaFacts(join(root, 'data', 'areas', code), code)
  const lock = await openLock(options)
  const context = new BuildContext({
    code,
    sources,
    facts,
    locked: lock.inForce,
    upstream: guarded(upstreamOf(options), lock.inForce),
    progress: options.progress ?? silentProgress,
    signal: options.signal ?? new AbortController().signal,
  })
  const parts = await gather(context, options)
  const built = assemblePack(context, parts)
  context.signal.throwIfAborted()
  return publish(context, built, lock, options.out)
}

type Built = ReturnType<typeof assemblePack>

/** Writes the pack, unless servers did not answer and the one that is there knows more. */
async function publish(context: BuildContext, built: Built, lock: Lock, out: string): Promise<BuildResult> {
  const { manifest, files, report } = built
  const { code } = context
  const unreachable = context.upstream.unreachable()
  const before = unreachable.length > 0 ? await readWritten(out, code) : null
  const directory = join(out, code)
  if (before !== null && knowsMore(before, manifest)) {
    return { code, manifest: before, report, unreachable, written: false, directory }
  }
  await mkdir(out, { recursive: true })
  const texts = {
    'pack-report.json': `${JSON.stringify(report, null, 1)}\n`,
    'pack-report.md': reportText(report),
  }
  await writePack(out, manifest, files, texts)
  await updateIndex(out, manifest)
  // A server that did not answer today does not undo what is known of its files.
  const kept = unreachable.length > 0 ? [...lock.before.values()] : []
  const entries = new Map([...kept, ...context.lockEntries()].map((entry) => [entry.url, entry]))
  if (entries.size > 0) await writeLock(lock.path, entries.values())
  return { code, manifest, report, unreachable, written: true, directory }
}

/** The lock file: as it was found, and what of it has to hold in this build. */
type Lock = {
  readonly path: string
  readonly before: ReadonlyMap<string, LockEntry>
  readonly inForce: ReadonlyMap<string, LockEntry>
}

/** Only a build from the network is held to the lock of the repository; a mirror is whatever its owner put there. */
async function openLock({ area, root, mirror, refresh }: BuildOptions): Promise<Lock> {
  const none = new Map<string, LockEntry>()
  if (mirror !== undefined)
    return { path: join(root, '.cache', 'locks', `${area}.json`), before: none, inForce: none }
  const path = join(root, 'data', 'areas', area, 'sources.lock.json')
  const before = await readLock(path)
  return { path, before, inForce: refresh === true ? none : before }
}

async function checkMirror(mirror: string | undefined): Promise<void> {
  if (mirror === undefined) return
  const found = await stat(mirror).catch(() => null)
  if (found?.isDirectory() !== true) throw new Refusal(`--mirror ${mirror}: there is no such folder`, 2)
}

/** 01…47 are the prefectures; another code is only right for an area that is kept in `data/areas/`. */
async function checkCode(code: string, root: string): Promise<void> {
  if (!/^\d{5}$/.test(code))
    throw new Refusal(`--area ${code}: expected a municipality code of five digits`, 2)
  const prefecture = Number(code.slice(0, 2))
  if (prefecture >= 1 && prefecture <= 47) return
  await access(join(root, 'data', 'areas', code)).catch(() => {
    throw new Refusal(`--area ${code}: there is no municipality with this code`, 2)
  })
}

function upstreamOf({ mirror, root, refresh, quickDeadline, progress }: BuildOptions): Upstream {
  if (mirror !== undefined) return createMirrorUpstream(mirror)
  return createHttpUpstream({
    cacheDir: join(root, '.cache', 'downloads'),
    refresh: refresh ?? false,
    limits: quickDeadline === undefined ? PATIENT : quickLimits(quickDeadline),
    progress: progress ?? silentProgress,
  })
}

/** Every file that the lock names must still be the same. */
function guarded(upstream: Upstream, locked: ReadonlyMap<string, LockEntry>): Upstream {
  return {
    async get(url, wanted, signal) {
      const file = await upstream.get(url, wanted, signal)
      if (file.ok && wanted.expects !== 'tile') {
        checkLock(locked, { url, date: file.asOf, bytes: file.bytes, sha256: file.sha256 })
      }
      return file
    },
    unreachable: () => upstream.unreachable(),
  }
}

async function gather(context: BuildContext, options: BuildOptions): Promise<Parts> {
  const boundary = await findBoundary(context)
  const bounds = packBounds(boundary.polygons)
  const area = boundsOf(boundary.polygons) ?? bounds
  const zoneSets = [
    ...(await buildFlood(context, boundary.polygons, area, bounds)),
    ...(await buildLandslide(context, { area, bounds })),
    ...(await buildDepths(context, { area, bounds })),
  ]
  const sites = await findSites(context)
  const baseMap = await findBaseMap(context, bounds, options.basemap ?? null)
  const drawer = await buildDrawer(context, options, boundary.polygons, bounds)
  const series = (await buildSeries(drawer.series, context.signal)).map(packSeries)
  return {
    boundary,
    bounds,
    zoneSets,
    sites,
    drawer,
    baseMap,
    series: series.map(({ entry }) => entry),
    extraFiles: series.map(({ file }) => file),
  }
}

const KNOWS: { readonly [state in PackLayer['state']]: number } = {
  built: 2,
  partial: 1,
  missing: 0,
  notBuilt: 0,
}

/** How much a pack knows of one layer of the map: as much as the one of its layers that knows the least, unless some know. */
function knownOf({ layers }: PackManifest, draws: PackLayer['draws']): number {
  const known = layers.filter((layer) => layer.draws === draws).map(({ state }) => KNOWS[state])
  if (known.length === 0) return 0
  return Math.max(Math.min(...known), Math.min(1, Math.max(...known)))
}

/** True when the pack that is there holds a hazard layer, a base map or a list of sites that the new one would lose. */
function knowsMore(before: PackManifest, after: PackManifest): boolean {
  const has = (manifest: PackManifest, role: string): boolean =>
    manifest.files.some((file) => file.role === role)
  return (
    ZONE_LAYER_IDS.some((draws) => knownOf(before, draws) > knownOf(after, draws)) ||
    ['basemap', 'sites'].some((role) => has(before, role) && !has(after, role))
  )
}
