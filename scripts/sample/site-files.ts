import { bytesOf, collection } from './mirror-file.ts'
import type { Feature, MirrorFile } from './mirror-file.ts'
import { toLngLat } from './town.ts'
import type { SampleSite, Town } from './town.ts'

const GSI = 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData'

/** The hazards of the flags of a site, in the official order of the columns. */
export const HAZARD_COLUMNS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
]

/** One record of a list: its fields by column, and where it is (`[lng, lat]`, six digits); null = the list does not say. */
type SiteRecord = {
  readonly row: Readonly<Record<string, string | number | null>>
  readonly at: readonly [number, number] | null
}

/** The 共通ID of a site: `E`, the municipality, its place in its list, `201` for an emergency site or `111` for a shelter. */
export const commonId = (town: Town, kind: SampleSite['kind'], index: number): string =>
  `E${town.code}${String(index + 1).padStart(5, '0')}${kind === 'emergencySite' ? '201' : '111'}`

/** The eight flags by column: `1` or empty. */
export const flagsOf = (site: SampleSite): Record<string, string> => {
  const flags = [...(site.for ?? '')]
  return Object.fromEntries(HAZARD_COLUMNS.map((column, i) => [column, flags[i] === '1' ? '1' : '']))
}

/** Degrees with six digits, as the lists have them; null where the site has no position. */
export function degreesOf(town: Town, site: SampleSite): readonly [number, number] | null {
  if (site.at === null) return null
  return toLngLat(town, site.at).map((degrees) => Math.round(degrees * 1e6) / 1e6) as [number, number]
}

function recordOf(town: Town, site: SampleSite, index: number): SiteRecord {
  const { kind } = site
  const head = {
    NO: (kind === 'emergencySite' ? 990001 : 980001) + index,
    共通ID: commonId(town, kind, index),
    都道府県名及び市町村名: `${town.prefecture.name}${town.name}`,
    '施設・場所名': site.name,
    住所: `${town.prefecture.name}${town.name}${site.address}`,
  }
  const rest =
    kind === 'emergencySite'
      ? { ...flagsOf(site), 指定避難所との住所同一: site.also ? '1' : '' }
      : {
          指定緊急避難場所との住所同一: site.also ? '1' : '',
          その他市町村長が必要と認める事項: null,
          受入対象者: site.who === '' ? null : (site.who ?? null),
        }
  return { row: { ...head, ...rest, 備考: site.note ?? '' }, at: degreesOf(town, site) }
}

/** The CSV of the GSI: UTF-8 with BOM, CRLF, without the name of the municipality, latitude and longitude before the notes. */
function siteCsv(records: readonly SiteRecord[]): Uint8Array {
  const rows = records.map(({ row, at }) => {
    const notInCsv = ['備考', '都道府県名及び市町村名']
    const rest = Object.entries(row).filter(([column]) => !notInCsv.includes(column))
    return {
      ...Object.fromEntries(rest),
      緯度: at?.[1] ?? '',
      経度: at?.[0] ?? '',
      備考: row['備考'] ?? '',
    }
  })
  const headers = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) =>
    Object.values(row)
      .map((value) => String(value ?? ''))
      .join(','),
  )
  return bytesOf(`\ufeff${[headers.join(','), ...lines].join('\r\n')}\r\n`)
}

const featureOf = ({ row, at }: SiteRecord): Feature => ({
  properties: row,
  geometry: at === null ? null : { type: 'Point', coordinates: at },
})

/** The sites of one kind, in the order of their list. */
export const sitesOf = (town: Town, kind: SampleSite['kind']): SampleSite[] =>
  town.sites.filter((site) => site.kind === kind)

/** The two lists of the GSI, each as GeoJSON and as CSV. */
export function siteFiles(town: Town): MirrorFile[] {
  const kinds = [
    ['1', 'shelter'],
    ['2', 'emergencySite'],
  ] as const
  return kinds.flatMap(([number, kind]): MirrorFile[] => {
    const records = sitesOf(town, kind).map((site, i) => recordOf(town, site, i))
    const name = `${town.code}_${number}`
    return [
      [`${GSI}/geoJSON/${name}.geojson`, collection(name, records.map(featureOf), false)],
      [`${GSI}/csv/${name}.csv`, siteCsv(records)],
    ]
  })
}
