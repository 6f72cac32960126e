import type { Bounds } from '#domain/geo/lng-lat.ts'
import { boundsWithin, type Polygon } from '../lib/check-geometry.ts'
import { primaryMeshes } from '../lib/primary-mesh.ts'
import { Refusal } from '../lib/refusal.ts'
import { findEdition, newestUrl, type Part, type PartFound } from '../sources/find-edition.ts'
import { addCounts, noCounts, type Counts } from '../lib/counts.ts'
import { readFloodZones, type FloodZone } from '../sources/read-flood-zones.ts'
import type { SourceManifest } from '../sources/source-manifest.ts'
import type { BuildContext } from './build-context.ts'
import { isComplete, planFlood, type FloodPlan } from './flood-state.ts'

/** One file of A31a or A31b after reading; `zones` null = it could not be had. */
type LoadedPart = {
  readonly part: Part
  readonly found: PartFound
  readonly had: boolean
  readonly whole: boolean
  readonly zones: readonly FloodZone[]
  readonly counts: Counts | null
}

/** The flood layer of the largest conceivable scenario. */
export type Flood = {
  readonly state: FloodPlan['state']
  readonly zones: readonly FloodZone[]
  readonly counts: Counts
  /** The data sets that went in, as ids of the pack's sources. */
  readonly sources: readonly string[]
  /** The oldest of the editions used: no fact in the layer is older than it says. */
  readonly asOf: string | null
  /** The files that could not be had, or not whole, in their newest edition. */
  readonly missing: readonly string[]
}

/** The kinds of rivers in the file names: 10 = 洪水予報河川・水位周知河川, 20 = その他の河川. */
const KINDS = ['10', '20']

/**
 * Loads the flood zones that reach into the bounds.
 * @param boundary the municipality: decides which meshes are needed.
 * @param area the box of the municipality in degrees; a copy that was cut to less than it is not whole.
 */
export async function buildFlood(
  context: BuildContext,
  boundary: readonly Polygon[],
  area: Bounds,
  bounds: Bounds,
): Promise<Flood> {
  const { a31a, a31b } = context.sources
  const byRiver = await loadGroup(context, riverParts(a31a, context.code), area, bounds)
  const byMesh = isComplete(byRiver) ? [] : await loadGroup(context, meshParts(a31b, boundary), area, bounds)
  const { state, use } = planFlood(byRiver, byMesh)
  const used = use === 'none' ? [] : [...byRiver, ...byMesh].filter(({ had }) => had)
  const counts = noCounts()
  for (const part of used) if (part.counts !== null) addCounts(counts, part.counts)
  const dates = used.flatMap(({ found }) => (found.ok ? [found.edition.asOf] : []))
  return {
    state,
    zones: used.flatMap(({ zones }) => zones),
    counts,
    sources: [...new Set(used.flatMap(({ found }) => (found.ok ? [context.useEdition(found)] : [])))].sort(),
    asOf: dates.sort()[0] ?? null,
    missing: [...byRiver, ...byMesh]
      .filter(({ had, whole }) => !had || !whole)
      .map(({ part }) => newestUrl(part)),
  }
}

/** A31a: the prefecture's rivers of both kinds, and the state's rivers of each bureau that serves the prefecture. */
export function riverParts(source: SourceManifest, code: string): Part[] {
  const pref = code.slice(0, 2)
  const bureaus = source.bureaus?.[pref] ?? []
  return [
    ...KINDS.map((kind) => ({ source, values: { bureau: pref, kind } })),
    ...bureaus.map((bureau) => ({ source, values: { bureau, kind: '10' } })),
  ]
}

/** A31b: both kinds of rivers for each primary mesh that the municipality touches. */
export const meshParts = (source: SourceManifest, boundary: readonly Polygon[]): Part[] =>
  primaryMeshes(boundary).flatMap((mesh) => KINDS.map((kind) => ({ source, values: { mesh, kind } })))

async function loadGroup(
  context: BuildContext,
  parts: readonly Part[],
  area: Bounds,
  bounds: Bounds,
): Promise<LoadedPart[]> {
  const loaded: LoadedPart[] = []
  for (const part of parts) loaded.push(await loadPart(context, part, area, bounds))
  return loaded
}

async function loadPart(
  context: BuildContext,
  part: Part,
  area: Bounds,
  bounds: Bounds,
): Promise<LoadedPart> {
  const found = await findEdition(part, context.upstream, context.isLocked, context.signal)
  const nothing = { part, found, had: false, whole: false, zones: [], counts: null }
  if (!found.ok) {
    context.noteMissing(found.tried)
    return nothing
  }
  const read = await readFloodZones(found.file, part.source, bounds, context.signal)
  if (read === null) {
    const { url } = found.file
    context.noteMissing([
      { ok: false, url, why: 'notFound', detail: `no folder ${part.source.zones?.folder ?? ''} in it` },
    ])
    return nothing
  }
  const { zones, counts } = read
  const refused = Object.values(counts.refused).reduce((sum, count) => sum + count, 0)
  if (counts.in !== counts.kept + refused)
    throw new Refusal(`${found.file.url}: features were lost while reading`)
  const { extent } = found.file
  const whole = extent === null || boundsWithin(area, extent)
  context.noteHad(found.file, part.source.id, found.edition.label, counts)
  if (!whole) context.noteCut(found.file)
  return { part, found, had: true, whole, zones, counts }
}
