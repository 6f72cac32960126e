import { bytesOf, collection } from './mirror-file.ts'
import type { MirrorFile } from './mirror-file.ts'
import { toLngLat } from './town.ts'
import type { SampleSite, Town } from './town.ts'

const GSI = 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData'

/** The hazards of the flags of a site, in the official order of the columns. */
const HAZARD_COLUMNS = [
  '洪水',
  '崖崩れ、土石流及び地滑り',
  '高潮',
  '地震',
  '津波',
  '大規模な火事',
  '内水氾濫',
  '火山現象',
]

type Row = Record<string, string | number | null>

function siteRow(town: Town, site: SampleSite, index: number): { row: Row; at: ReturnType<typeof toLngLat> } {
  const at = toLngLat(town, site.at).map((degrees) => Math.round(degrees * 1e6) / 1e6) as [number, number]
  const isEmergency = site.kind === 'emergencySite'
  const head: Row = {
    NO: (isEmergency ? 990001 : 980001) + index,
    共通ID: `E${town.code}${String(index + 1).padStart(5, '0')}${isEmergency ? '201' : '111'}`,
    都道府県名及び市町村名: `${town.prefecture.name}${town.name}`,
    '施設・場所名': site.name,
    住所: `${town.prefecture.name}${town.name}${site.address}`,
  }
  if (isEmergency) {
    const flags = [...(site.for ?? '')].map((flag) => (flag === '1' ? '1' : ''))
    const named = Object.fromEntries(HAZARD_COLUMNS.map((column, i) => [column, flags[i] ?? '']))
    return {
      at,
      row: { ...head, ...named, 指定避難所との住所同一: site.also ? '1' : '', 備考: site.note ?? '' },
    }
  }
  return {
    at,
    row: {
      ...head,
      指定緊急避難場所との住所同一: site.also ? '1' : '',
      その他市町村長が必要と認める事項: null,
      受入対象者: site.who === '' ? null : (site.who ?? null),
      備考: site.note ?? '',
    },
  }
}

/** The CSV of the GSI: UTF-8 with BOM, CRLF, without the name of the municipality, latitude and longitude before the notes. */
function siteCsv(rows: readonly ReturnType<typeof siteRow>[]): Uint8Array {
  const records = rows.map(({ row, at }) => {
    const notInCsv = ['備考', '都道府県名及び市町村名']
    const rest = Object.entries(row).filter(([column]) => !notInCsv.includes(column))
    return { ...Object.fromEntries(rest), 緯度: at[1], 経度: at[0], 備考: row['備考'] ?? '' }
  })
  const headers = Object.keys(records[0] ?? {})
  const lines = records.map((record) =>
    Object.values(record)
      .map((value) => String(value ?? ''))
      .join(','),
  )
  return bytesOf(`\ufeff${[headers.join(','), ...lines].join('\r\n')}\r\n`)
}

/** The two lists of the GSI, each as GeoJSON and as CSV. */
export function siteFiles(town: Town): MirrorFile[] {
  const kinds = [
    ['1', 'shelter'],
    ['2', 'emergencySite'],
  ] as const
  return kinds.flatMap(([number, kind]): MirrorFile[] => {
    const rows = town.sites.filter((site) => site.kind === kind).map((site, i) => siteRow(town, site, i))
    const features = rows.map(({ row, at }) => ({
      properties: row,
      geometry: { type: 'Point', coordinates: at },
    }))
    const name = `${town.code}_${number}`
    return [
      [`${GSI}/geoJSON/${name}.geojson`, collection(name, features, false)],
      [`${GSI}/csv/${name}.csv`, siteCsv(rows)],
    ]
  })
}
