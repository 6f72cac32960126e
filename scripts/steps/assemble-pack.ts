import type { Bounds } from '#domain/geo/lng-lat.ts'
import { PACK_SCHEMA, type PackManifest, type PackSeries, type Words } from '#domain/packs/area-pack.ts'
import type { Place } from '#domain/places/place.ts'
import { Sites } from '#domain/shelters/site.ts'
import * as v from 'valibot'
import { Refusal } from '../lib/refusal.ts'
import { addGraph, type PackWithGraph } from './add-graph.ts'
import type { BaseMap } from './base-map.ts'
import type { BuildContext } from './build-context.ts'
import { drawerFiles, type BuiltDrawer } from './build-drawer.ts'
import { checkSites } from './check-sites.ts'
import type { AreaBoundary } from './find-boundary.ts'
import type { SitesFound } from './find-sites.ts'
import { boundaryFiles, coverageFiles, listFile, zonesFile } from './make-files.ts'
import { mergePlaces, placesInside } from './merge-places.ts'
import { absentParts, type PackReport } from './pack-report.ts'
import { checkManifest, packFile, type PackedFile } from './write-pack.ts'
import { zoneLayers, type BuiltLayer } from './zone-layers.ts'
import type { ZoneSet } from './zone-set.ts'
import type { ZoneTiles } from './zone-tiles.ts'

/** Everything that was found for an area, before it becomes files. */
export type Parts = {
  readonly boundary: AreaBoundary
  readonly bounds: Bounds
  /** Of every hazard, from the national data sets and from the city's own files. */
  readonly zoneSets: readonly ZoneSet[]
  readonly sites: SitesFound
  readonly drawer: BuiltDrawer
  readonly baseMap: BaseMap | null
  /** Computed floods in time; their files are among `extraFiles`. */
  readonly series: readonly PackSeries[]
  readonly extraFiles: readonly PackedFile[]
}

/** Makes the files, the manifest and the report of a pack. Pure but for the encoding: no clock, no disk, no network. */
export function assemblePack(
  context: BuildContext,
  parts: Parts,
): { readonly manifest: PackManifest; readonly files: readonly PackedFile[]; readonly report: PackReport } {
  const { bounds, sites, boundary, baseMap } = parts
  const { facts } = context
  const checked = checkSitesShape(sites)
  const places = placesOf(context, parts)
  const edges = boundaryFiles(boundary.polygons, bounds)
  const built = zoneLayers([...parts.zoneSets, ...parts.drawer.zoneSets], bounds)
  const coverage = coverageFiles(facts.coverage, bounds)
  const zones = zonesFile(
    built.map(({ set }) => set),
    facts.coverage,
    bounds,
    context.signal,
  )
  const before = [
    edges.ranks,
    ...built.flatMap(({ file }) => file ?? []),
    ...coverage.files,
    ...(sites.known || checked.length > 0 ? [listFile('sites', checked)] : []),
    ...(places.list.length === 0 ? [] : [listFile('places', places.list)]),
    ...drawerFiles(parts.drawer),
    edges.outline,
    ...(baseMap === null ? [] : [packFile('basemap', 2, 'basemap.pmtiles', baseMap.pmtiles)]),
    ...(zones === null ? [] : [zones.file]),
    ...parts.extraFiles,
  ]
  const packSources = context.packSources()
  const withoutWays = checkManifest({
    schema: PACK_SCHEMA,
    area: { code: context.code, name: nameOf(context, boundary), kind: facts.kind },
    bounds: [...bounds],
    dataDate: newestOf(packSources),
    boundary: edges.ranks.entry.name,
    layers: built.map(({ layer }) => layer),
    coverage: coverage.entries,
    series: [...parts.series],
    sources: packSources,
    files: before.map(({ entry }) => entry),
  })
  const { manifest, files, ways } = addGraph({ manifest: withoutWays, files: before }, baseMap, {
    sites: sites.sites,
    signal: context.signal,
  })
  return {
    manifest,
    files,
    report: reportOf(context, parts, manifest, {
      built,
      sizes: zones?.sizes ?? new Map(),
      places: { count: places.list.length, from: places.from },
      ways,
    }),
  }
}

const newestOf = (sources: PackManifest['sources']): string | null =>
  sources
    .map(({ asOf }) => asOf)
    .filter((date) => date !== null)
    .sort()
    .at(-1) ?? null

function nameOf({ code, facts }: BuildContext, boundary: AreaBoundary): Words {
  if (facts.name !== null) return facts.name
  return { ja: boundary.name ?? code }
}

/** The list as the app will read it. @throws Refusal that names the record, e.g. for a text that is too long. */
function checkSitesShape({ sites }: SitesFound): v.InferOutput<typeof Sites> {
  const result = v.safeParse(Sites, sites)
  if (result.success) return result.output
  const [issue] = result.issues
  const index = Number(issue.path?.[0]?.key ?? 0)
  throw new Refusal(`site ${sites[index]?.id ?? '?'}: ${v.getDotPath(issue) ?? 'record'}: ${issue.message}`)
}

function placesOf(
  context: BuildContext,
  { baseMap, boundary }: Parts,
): { list: readonly Place[]; from: PackReport['places']['from'] } {
  const { places: curated, credits } = context.facts
  const found = placesInside(baseMap?.places ?? [], boundary.polygons)
  if (curated === null || curated.length === 0)
    return { list: found, from: found.length > 0 ? 'baseMap' : 'none' }
  context.useCurated('curated-places', 'places.csv', credits.places)
  const list = mergePlaces(curated, found)
  return { list, from: list.length > curated.length ? 'curated and baseMap' : 'curated' }
}

function reportOf(
  context: BuildContext,
  { boundary, sites, baseMap, drawer }: Parts,
  manifest: PackManifest,
  made: {
    readonly built: readonly BuiltLayer[]
    readonly sizes: ZoneTiles['sizes']
    readonly places: PackReport['places']
    readonly ways: PackWithGraph['ways']
  },
): PackReport {
  const { area, files, coverage } = manifest
  const bytesOf = (stage: number): number =>
    files.filter((file) => file.stage === stage).reduce((sum, file) => sum + file.bytes, 0)
  const { sites: all, published } = sites
  return {
    area: { code: area.code, name: area.name['ja'] ?? area.code, kind: area.kind },
    dataDate: manifest.dataDate,
    bounds: manifest.bounds,
    boundary: {
      source: boundary.source,
      approximate: boundary.approximate,
      polygons: boundary.polygons.length,
    },
    layers: made.built.map(layerNote),
    drawn: Object.fromEntries(made.sizes),
    drawer: drawer.notes,
    upstream: {
      had: context.had,
      missing: context.missing.map(({ ok: _, ...file }) => file),
      cut: context.cut,
    },
    sites: {
      emergencySites: all.filter(({ kind }) => kind === 'emergencySite').length,
      shelters: all.filter(({ kind }) => kind === 'shelter').length,
      welfare: all.filter(({ welfare }) => welfare).length,
      read: { emergencySite: readCounts(published.emergencySite), shelter: readCounts(published.shelter) },
      enriched: sites.enriched,
      curatedOnly: sites.curatedOnly.map(({ id, name }) => ({ id, name: name.ja })),
      unplaced: sites.unplaced.map(({ id, name, where }) => ({ id, name: name.ja, where })),
      flagsDiffer: sites.flagsDiffer,
      checks: checkSites(all, made.built, boundary.polygons),
    },
    places: made.places,
    ways: made.ways,
    baseMap: baseMap === null ? null : { tilesRead: baseMap.tilesRead, tilesMissing: baseMap.tilesMissing },
    coverage: coverage.map(({ id, kind, state }) => ({ id, kind, state })),
    files,
    bytes: { answer: bytesOf(1), map: bytesOf(2), total: bytesOf(1) + bytesOf(2) },
    absent: absentParts(manifest, { approximate: boundary.approximate, cut: context.cut }),
  }
}

const layerNote = ({ layer, set, file }: BuiltLayer): PackReport['layers'][number] => ({
  id: layer.id,
  river: layer.river?.name ?? null,
  state: layer.state,
  asOf: layer.asOf,
  missing: layer.missing,
  polygons: set.zones.length,
  bytes: file?.entry.bytes ?? 0,
  counts: set.counts,
})

const readCounts = (
  read: SitesFound['published']['shelter'],
): { in: number; kept: number; noPosition: number } | null =>
  read === null ? null : { in: read.in, kept: read.sites.length, noPosition: read.noPosition }
