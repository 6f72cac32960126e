import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { RiverName } from '#domain/risk/hazard-answer.ts'
import { boundsWithin, type Polygon } from '../lib/check-geometry.ts'
import { addCounts, addUp, noCounts } from '../lib/counts.ts'
import { primaryMeshes } from '../lib/primary-mesh.ts'
import { Refusal } from '../lib/refusal.ts'
import { findEdition, newestUrl, type Part, type PartFound } from '../sources/find-edition.ts'
import { readFloodZones, riverKey, type FloodFile } from '../sources/read-flood-zones.ts'
import type { SourceManifest } from '../sources/source-manifest.ts'
import type { BuildContext } from './build-context.ts'
import { isComplete, planFlood, type PartState } from './flood-state.ts'
import { officialClasses } from './zone-classes.ts'
import { missingSet } from './zone-layers.ts'
import type { Zone, ZoneSet } from './zone-set.ts'

/** One zip of A31a or A31b after reading; `file` null = it could not be had. `whole`: not cut to less than the area. */
type LoadedPart = {
  readonly part: Part
  readonly found: PartFound
  readonly file: FloodFile | null
  readonly whole: boolean
}

/** The kinds of rivers in the file names: 10 = 洪水予報河川・水位周知河川, 20 = その他の河川. */
const KINDS = ['10', '20']

/** The layers that A31 has zones for. */
const FLOOD_LAYERS = [
  'flood-max',
  'flood-design',
  'flood-duration',
  'houseCollapse-flow',
  'houseCollapse-erosion',
] as const satisfies readonly ZoneLayerId[]
type FloodLayer = (typeof FLOOD_LAYERS)[number]

/**
 * Loads the zones of river floods that reach into the bounds: one set for each measure and river where the rivers are named,
 * and one set for what is only known of all rivers together, or could not be had.
 * @param boundary the municipality: decides which meshes are needed.
 * @param area the box of the municipality in degrees; a copy that was cut to less than it is not whole.
 */
export async function buildFlood(
  context: BuildContext,
  boundary: readonly Polygon[],
  area: Bounds,
  bounds: Bounds,
): Promise<ZoneSet[]> {
  const { a31a, a31b } = context.sources
  const byRiver = await loadGroup(context, riverParts(a31a, context.code), area, bounds)
  const isEnough = FLOOD_LAYERS.every((draws) => isComplete(byRiver.map((part) => stateOf(part, draws))))
  const byMesh = isEnough ? [] : await loadGroup(context, meshParts(a31b, boundary), area, bounds)
  return FLOOD_LAYERS.flatMap((draws) => setsOf(context, draws, byRiver, byMesh))
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
  if (!found.ok) {
    context.noteMissing(found.tried)
    return { part, found, file: null, whole: false }
  }
  const { url, extent } = found.file
  const pref = context.code.slice(0, 2)
  const file = await readFloodZones(found.file, part.source, bounds, pref, context.signal)
  if (!addUp(file.counts)) throw new Refusal(`${url}: features were lost while reading`)
  const whole = extent === null || boundsWithin(area, extent)
  context.noteHad(found.file, part.source.id, found.edition.label, file.counts)
  if (!whole) context.noteCut(found.file)
  for (const draws of FLOOD_LAYERS) {
    if (file.folders.has(draws)) continue
    context.noteMissing([{ ok: false, url, why: 'notFound', detail: `no folder of ${draws} in it` }])
  }
  return { part, found, file, whole }
}

/** A zip answers for a measure when it has its folder, and in it a file of each river that reaches the area. */
const stateOf = (part: LoadedPart, draws: FloodLayer): PartState => ({
  had: part.file?.folders.has(draws) ?? false,
  whole: part.whole && gapsOf(part, draws).length === 0,
})

/** The rivers that reach the area with some measure but have no file of this one: of them nothing is known. */
function gapsOf({ file }: LoadedPart, draws: FloodLayer): (RiverName | null)[] {
  if (file === null) return []
  const known = file.folders.get(draws)
  const reaching = new Map(
    file.parts.filter(({ zones }) => zones.length > 0).map(({ river }) => [riverKey(river), river]),
  )
  return [...reaching].filter(([key]) => known?.has(key) !== true).map(([, river]) => river)
}

function setsOf(
  context: BuildContext,
  draws: FloodLayer,
  byRiver: readonly LoadedPart[],
  byMesh: readonly LoadedPart[],
): ZoneSet[] {
  const states = (parts: readonly LoadedPart[]) => parts.map((part) => stateOf(part, draws))
  const isMeshWhole = isComplete(states(byMesh))
  const { use } = planFlood(states(byRiver), states(byMesh))
  const names = new Set<string>()
  const rivers = riverSets(context, draws, byRiver, names)
  if (use === 'byRiver' && rivers.length > 0) return rivers
  const used = use === 'byRiver' ? byRiver : byMesh.filter((part) => stateOf(part, draws).had)
  const gaps = isMeshWhole || use === 'byRiver' ? [] : gapSets(draws, byRiver, names)
  const isWhole = use === 'byRiver' || isMeshWhole
  const rest: ZoneSet = {
    ...mergedSet(context, draws, used, () => true),
    river: null,
    state: isWhole ? 'built' : used.length > 0 ? 'partial' : 'missing',
    missing: missingOf(draws, [...byRiver, ...byMesh], isMeshWhole),
  }
  return [...rivers, ...gaps, rest]
}

/** One set for each river that reaches the area. */
function riverSets(
  context: BuildContext,
  draws: FloodLayer,
  byRiver: readonly LoadedPart[],
  names: Set<string>,
): ZoneSet[] {
  const keys = new Set(
    byRiver.flatMap(({ file }) =>
      (file?.parts ?? [])
        .filter((part) => part.draws === draws && part.zones.length > 0)
        .map(({ river }) => riverKey(river)),
    ),
  )
  return [...keys].sort().map((key) => {
    const holds = ({ file }: LoadedPart): boolean =>
      file?.parts.some((part) => part.draws === draws && riverKey(part.river) === key) === true
    const used = byRiver.filter(holds)
    const set = mergedSet(context, draws, used, (river) => riverKey(river) === key)
    const isCut = used.some(({ whole }) => !whole)
    return { ...set, part: partName(key, names), state: isCut ? 'partial' : 'built' }
  })
}

/** A river without a file of this measure is a set that could not be had, so that it is never taken for "no zone". */
function gapSets(draws: FloodLayer, byRiver: readonly LoadedPart[], names: Set<string>): ZoneSet[] {
  return byRiver.flatMap((part) =>
    gapsOf(part, draws).map((river) => ({
      ...emptySet(draws),
      part: partName(riverKey(river), names),
      river,
      missing: [gapLine(part, draws, river)],
    })),
  )
}

const emptySet = (draws: FloodLayer): ZoneSet => ({
  ...missingSet(draws, []),
  classes: officialClasses(draws),
})

/** The zones of the given files together, of all rivers for which `isMine` is true. */
function mergedSet(
  context: BuildContext,
  draws: FloodLayer,
  used: readonly LoadedPart[],
  isMine: (river: RiverName | null) => boolean,
): ZoneSet {
  const counts = noCounts()
  const zones: Zone[] = []
  const rivers: RiverName[] = []
  for (const part of used.flatMap(({ file }) => file?.parts ?? [])) {
    if (part.draws !== draws || !isMine(part.river)) continue
    addCounts(counts, part.counts)
    if (part.river !== null) rivers.push(part.river)
    for (const zone of part.zones) zones.push(zone)
  }
  const dates = used.flatMap(({ found }) => (found.ok ? [found.edition.asOf] : []))
  const sources = used.flatMap(({ found }) => (found.ok ? [context.useEdition(found)] : []))
  return {
    ...emptySet(draws),
    river: new Set(rivers.map(riverKey)).size === 1 ? (rivers[0] ?? null) : null,
    zones,
    sources: [...new Set(sources)].sort(),
    asOf: dates.sort()[0] ?? null,
    counts: used.length > 0 ? counts : null,
  }
}

/** What could not be had of a measure; the rivers without a file are told here when no set of their own tells them. */
function missingOf(draws: FloodLayer, parts: readonly LoadedPart[], withGaps: boolean): string[] {
  return parts.flatMap((part) => {
    const { found, file, whole } = part
    if (!found.ok || file === null) return [newestUrl(part.part)]
    if (!file.folders.has(draws)) return [`${found.file.url}: no folder of ${draws} in it`]
    if (!whole) return [newestUrl(part.part)]
    return withGaps ? gapsOf(part, draws).map((river) => gapLine(part, draws, river)) : []
  })
}

function gapLine({ found, part }: LoadedPart, draws: FloodLayer, river: RiverName | null): string {
  const url = found.ok ? found.file.url : newestUrl(part)
  return `${url}: no file of ${draws} for the river ${river?.name ?? '?'} (${river?.id ?? 'no number'})`
}

/** A name for the layer of a river: letters and digits, its number where it has one; never twice. */
function partName(key: string, taken: Set<string>): string {
  const plain = key.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 30) || 'unnamed'
  let name = plain
  for (let count = 2; taken.has(name); count += 1) name = `${plain}n${count}`
  taken.add(name)
  return name
}
