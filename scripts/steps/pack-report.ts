import { DEPTH_BANDS, isDepthRank } from '#domain/hazards/depth-band.ts'
import type { PackFile, PackLayer, PackManifest } from '#domain/packs/area-pack.ts'
import type { NotHad } from '../lib/upstream.ts'
import type { Counts } from '../lib/counts.ts'
import type { SiteChecks } from './check-sites.ts'
import type { HadNote } from './build-context.ts'

/** `pack-report.json`: how the pack came about, for the city that publishes it. Nothing in it depends on the clock. */
export type PackReport = {
  readonly area: { readonly code: string; readonly name: string; readonly kind: string }
  readonly dataDate: string | null
  readonly bounds: readonly number[]
  readonly boundary: { readonly source: string; readonly approximate: boolean; readonly polygons: number }
  readonly layers: readonly (Pick<PackLayer, 'id' | 'state' | 'asOf' | 'missing'> & {
    readonly polygons: number
    readonly counts: Counts | null
  })[]
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
    readonly checks: SiteChecks
  }
  readonly places: {
    readonly count: number
    readonly from: 'curated' | 'baseMap' | 'curated and baseMap' | 'none'
  }
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
    if (state === 'missing') return [`${id}: no file could be had; the app says "data unavailable"`]
    if (state === 'notBuilt') return [`${id}: this program does not read that data set yet`]
    if (state === 'partial') return [`${id}: ${missing.length} of the publisher's files could not be had (whole); a place without a zone says nothing`] // prettier-ignore
    return missing.length > 0 ? [`${id}: complete by another data set; not had: ${missing.length} files`] : []
  })
  return [
    ...layers,
    ...(given.approximate
      ? ['boundary: a simplified outline kept by hand stands for the published one']
      : []),
    ...given.cut.map((url) => `only a part of the area is in the copy of ${url}`),
    ...(has('basemap') ? [] : ['base map: could not be had']),
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
    table(['layer', 'state', 'as of', 'features in', 'kept', 'refused', 'repaired', 'polygons'], report.layers.map(layerRow)), // prettier-ignore
    '## Coverage kept by hand',
    list(report.coverage.map(({ id, kind, state }) => `${id} (${kind}): ${state}`)),
    '## Sites',
    `${report.sites.emergencySites} emergency evacuation sites, ${report.sites.shelters} shelters (${report.sites.welfare} of them welfare shelters). ` +
      `${report.sites.enriched} records got readings, names or capacity from the curated list.`,
    ...siteSections(report.sites.checks, report.sites.curatedOnly),
    '## Search and base map',
    `${report.places.count} places (${report.places.from}). ` +
      (report.baseMap === null
        ? 'No base map.'
        : `Base map of ${report.baseMap.tilesRead} tiles, ${report.baseMap.tilesMissing} are not there.`),
    '## Upstream files that were had',
    table(['file', 'edition', 'as of', 'bytes', 'sha256'], report.upstream.had.map(hadRow)),
    '## Upstream files that were not had',
    list(report.upstream.missing.map(({ url, why, detail }) => `${url}: ${why} (${detail})`)),
    '## Files of the pack',
    table(['file', 'role', 'stage', 'bytes', 'unpacked'], report.files.map((file) => [file.name, file.role, file.stage, file.bytes, file.rawBytes])), // prettier-ignore
    '',
  ].join('\n\n')
}

function layerRow({ id, state, asOf, counts, polygons }: PackReport['layers'][number]): (string | number)[] {
  if (counts === null) return [id, state, asOf ?? '', '', '', '', '', '']
  const nonZero = (reasons: Readonly<Record<string, number>>): string =>
    Object.entries(reasons)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', ') || '0'
  return [
    id,
    state,
    asOf ?? '',
    counts.in,
    counts.kept,
    nonZero(counts.refused),
    nonZero(counts.repaired),
    polygons,
  ]
}

const hadRow = ({ url, edition, asOf, bytes, sha256, files }: HadNote): (string | number)[] => [
  files > 1 ? `${url} (${files} files)` : url,
  edition ?? '',
  asOf ?? '',
  bytes,
  sha256,
]

function siteSections(checks: SiteChecks, curatedOnly: PackReport['sites']['curatedOnly']): string[] {
  const withRank = ({ name, id, rank }: { name: string; id: string; rank: number }): string =>
    `${name} (${id}): rank ${rank}, ${depthText(rank)}`
  const plain = ({ name, id }: { name: string; id: string }): string => `${name} (${id})`
  const group = (sites: readonly { name: string; id: string }[]): string => sites.map(plain).join(' = ')
  return [
    '### Designated for floods, and a flood zone reaches the place',
    list(checks.designatedInZone.map(withRank)),
    '### Emergency sites not designated for floods, though no flood zone reaches them',
    checks.notDesignatedOutside === null ? 'Not compared: the flood zones are not complete.' : list(checks.notDesignatedOutside.map(plain)), // prettier-ignore
    '### Shelters that a flood zone reaches',
    list(checks.shelterInZone.map(withRank)),
    '### Outside the boundary',
    list(checks.outsideBoundary.map(plain)),
    '### Several records with one name',
    list(checks.sameName.map(group)),
    '### Several records at one position',
    list(checks.samePosition.map(group)),
    '### Only in the curated list (not in the pack)',
    list(curatedOnly.map(plain)),
  ]
}

function depthText(rank: number): string {
  if (!isDepthRank(rank)) return ''
  const { min, max } = DEPTH_BANDS[rank]
  return max === null ? `${min} m and more` : `${min} to ${max} m`
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
