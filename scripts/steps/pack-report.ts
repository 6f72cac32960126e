import type { PackFile, PackLayer, PackManifest } from '#domain/packs/area-pack.ts'
import type { NotHad } from '../lib/upstream.ts'
import type { Counts } from '../lib/counts.ts'
import type { DrawerNote } from '../sources/read-drawer.ts'
import type { SiteChecks } from './check-sites.ts'
import type { SitesFound } from './find-sites.ts'
import type { GraphReport } from './graph-report.ts'
import type { HadNote } from './build-context.ts'

/** `pack-report.json`: how the pack came about, for the city that publishes it. Nothing in it depends on the clock. */
export type PackReport = {
  readonly area: { readonly code: string; readonly name: string; readonly kind: string }
  readonly dataDate: string | null
  readonly bounds: readonly number[]
  readonly boundary: { readonly source: string; readonly approximate: boolean; readonly polygons: number }
  readonly layers: readonly (Pick<PackLayer, 'id' | 'state' | 'asOf' | 'missing'> & {
    readonly river: string | null
    readonly polygons: number
    /** Of its rank layer as stored. */
    readonly bytes: number
    readonly counts: Counts | null
  })[]
  /** Bytes of each layer in the tiles of the map, before packing. */
  readonly drawn: Readonly<Record<string, number>>
  /** The city's own files. */
  readonly drawer: readonly DrawerNote[]
  readonly upstream: {
    readonly had: readonly HadNote[]
    readonly missing: readonly Omit<NotHad, 'ok'>[]
    /** Copies that hold only a part of the area. */
    readonly cut: readonly string[]
  }
  readonly sites: {
    readonly emergencySites: number
    readonly shelters: number
    readonly welfare: number
    readonly read: { readonly [file: string]: { in: number; kept: number; noPosition: number } | null }
    readonly enriched: number
    readonly curatedOnly: readonly { id: string; name: string }[]
    /** Records without a position in any list: not in the pack. `where` names file and row. */
    readonly unplaced: readonly { id: string; name: string; where: string }[]
    /** Where the published list and the city's own contradict each other on a kind of disaster. */
    readonly flagsDiffer: SitesFound['flagsDiffer']
    readonly checks: SiteChecks
  }
  readonly places: {
    readonly count: number
    readonly from: 'curated' | 'baseMap' | 'curated and baseMap' | 'none'
  }
  /** The ways on foot; null when the pack has none. */
  readonly ways: GraphReport | null
  readonly baseMap: { readonly tilesRead: number; readonly tilesMissing: number } | null
  readonly coverage: readonly { id: string; kind: string; state: string }[]
  readonly files: readonly PackFile[]
  readonly bytes: { readonly answer: number; readonly map: number; readonly total: number }
  /** What the pack lacks, one sentence each. */
  readonly absent: readonly string[]
}

/** What a reader of the pack will not find in it. */
export function absentParts(
  manifest: PackManifest,
  given: { approximate: boolean; cut: readonly string[] },
): string[] {
  const has = (role: PackFile['role']): boolean => manifest.files.some((file) => file.role === role)
  const layers = manifest.layers.flatMap(({ id, state, missing }) => {
    if (state === 'missing' || state === 'notBuilt')
      return [`${id}: not had, the app says "data unavailable"`]
    if (state === 'partial') return [`${id}: not had whole, a place without a zone says nothing`]
    return missing.length > 0 ? [`${id}: complete by another data set; not had: ${missing.length} files`] : []
  })
  return [
    ...layers,
    ...(given.approximate
      ? ['boundary: a simplified outline kept by hand stands for the published one']
      : []),
    ...given.cut.map((url) => `only a part of the area is in the copy of ${url}`),
    ...(has('basemap') ? [] : ['base map: could not be had']),
    ...(has('graph') ? [] : ['ways on foot: none, so no route can be found']),
    ...(has('sites') ? [] : ['sites: no list could be had']),
    ...(has('places') ? [] : ['places: none for the search']),
  ]
}

/** The report as Markdown, for people. */
export function reportText(report: PackReport): string {
  return [
    `# ${report.area.code} ${report.area.name}: what is in the pack`,
    `Date of the newest source: ${report.dataDate ?? 'not known'}. Bounds (W, S, E, N): ${report.bounds.join(', ')}.`,
    `Boundary: ${report.boundary.source}, ${report.boundary.polygons} polygons${report.boundary.approximate ? ', simplified' : ''}.`,
    `Size: ${kilobytes(report.bytes.answer)} for the answer, ${kilobytes(report.bytes.map)} for the map, ${kilobytes(report.bytes.total)} in all.`,
    '## What is missing',
    list(report.absent),
    '## Hazard layers',
    table(['layer', 'river', 'state', 'as of', 'features in', 'kept', 'refused', 'repaired', 'polygons', 'bytes'], report.layers.map(layerRow)), // prettier-ignore
    '### What the layers lack',
    list(report.layers.flatMap(({ id, missing }) => missing.map((line) => `${id}: ${line}`))),
    '### In the tiles of the map, bytes before packing',
    list(Object.entries(report.drawn).map(([layer, bytes]) => `${layer}: ${bytes}`)),
    '## The city’s own files',
    list(report.drawer.map(drawerLine)),
    '## Coverage kept by hand',
    list(report.coverage.map(({ id, kind, state }) => `${id} (${kind}): ${state}`)),
    '## Sites',
    `${report.sites.emergencySites} emergency evacuation sites, ${report.sites.shelters} shelters (${report.sites.welfare} of them welfare shelters). ` +
      `${report.sites.enriched} records got readings, names or capacity from the curated list.`,
    ...siteSections(report.sites),
    '## Search and base map',
    `${report.places.count} places (${report.places.from}). ` +
      (report.baseMap === null
        ? 'No base map.'
        : `Base map of ${report.baseMap.tilesRead} tiles, ${report.baseMap.tilesMissing} are not there.`),
    '## Ways on foot',
    ...waySections(report.ways),
    '## Upstream files that were had',
    table(['file', 'edition', 'as of', 'bytes', 'sha256'], report.upstream.had.map(hadRow)),
    '## Upstream files that were not had',
    list(report.upstream.missing.map(({ url, why, detail }) => `${url}: ${why} (${detail})`)),
    '## Files of the pack',
    table(['file', 'role', 'stage', 'bytes', 'unpacked'], report.files.map((file) => [file.name, file.role, file.stage, file.bytes, file.rawBytes])), // prettier-ignore
    '',
  ].join('\n\n')
}

function layerRow(layer: PackReport['layers'][number]): (string | number)[] {
  const { id, river, state, asOf, counts, polygons, bytes } = layer
  const head = [id, river ?? '', state, asOf ?? '']
  if (counts === null) return [...head, '', '', '', '', polygons, bytes]
  return [...head, counts.in, counts.kept, nonZero(counts.refused), nonZero(counts.repaired), polygons, bytes]
}

const nonZero = (reasons: Readonly<Record<string, number>>): string =>
  Object.entries(reasons)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ') || '0'

const drawerLine = ({ file, kind, date, complete, counts }: DrawerNote): string =>
  `${file}: ${kind} of ${date}${complete ? ', complete' : ''}` +
  (counts === null ? '' : `, ${counts.kept} of ${counts.in} kept, refused ${nonZero(counts.refused)}`)

const hadRow = ({ url, edition, asOf, bytes, sha256, files }: HadNote): (string | number)[] => [
  files > 1 ? `${url} (${files} files)` : url,
  edition ?? '',
  asOf ?? '',
  bytes,
  sha256,
]

function siteSections({ checks, curatedOnly, unplaced, flagsDiffer }: PackReport['sites']): string[] {
  const plain = ({ name, id }: { name: string; id: string }): string => `${name} (${id})`
  const inZone = (site: { name: string; id: string; zones: readonly string[] }): string =>
    `${plain(site)}: ${site.zones.join('; ')}`
  const group = (sites: readonly { name: string; id: string }[]): string => sites.map(plain).join(' = ')
  return [
    ...checks.hazards.flatMap(({ hazard, designatedInZone, notDesignatedOutside, shelterInZone }) => [
      `### ${hazard}: designated for it, and a zone reaches the place`,
      list(designatedInZone.map(inZone)),
      `### ${hazard}: emergency sites not designated for it, though no zone reaches them`,
      notDesignatedOutside === null
        ? 'Not compared: the zones are not complete.'
        : list(notDesignatedOutside.map(plain)),
      `### ${hazard}: shelters that a zone reaches`,
      list(shelterInZone.map(inZone)),
    ]),
    '### Outside the boundary',
    list(checks.outsideBoundary.map(plain)),
    '### Several records with one name',
    list(checks.sameName.map(group)),
    '### Several records at one position',
    list(checks.samePosition.map(group)),
    '### Only in the curated list (not in the pack)',
    list(curatedOnly.map(plain)),
    '### Without a position (not in the pack)',
    list(unplaced.map((site) => `${plain(site)}: ${site.where}`)),
    '### The published list and the city’s own contradict each other (the published one is shown)',
    list(flagsDiffer.map((site) => `${plain(site)}: ${site.hazards.join(', ')}`)),
  ]
}

/** Components told one by one; the others are too many and too short to look at. */
const MOST_COMPONENTS = 20

function waySections(ways: GraphReport | null): string[] {
  if (ways === null) return ['None.']
  const { nodes, edges, metres, byClass, components, deadEnds, farSites, left, dropped } = ways
  const kilometres = (length: number): string => `${(length / 1000).toFixed(1)} km`
  return [
    `${kilometres(metres)} in ${edges} edges between ${nodes} nodes, ${deadEnds} of them dead ends.`,
    list(Object.entries(byClass).map(([kind, length]) => `${kind}: ${kilometres(length)}`)),
    `### Parts that no way joins to each other (${components.length}; the longest are told)`,
    table(['nodes', 'metres', 'sites'], components.slice(0, MOST_COMPONENTS).map((one) => [one.nodes, one.metres, one.sites])), // prettier-ignore
    `Left out: ${dropped.parts} parts of ${dropped.metres} m in all that meet nothing. No way on foot: ${nonZero(left)}.`,
    '### Sites farther than 150 m from every way',
    list(farSites.map(({ name, id }) => `${name} (${id})`)),
  ]
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const list = (lines: readonly string[]): string =>
  lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n')

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return 'None.'
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
