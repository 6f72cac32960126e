import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { aZip } from './a-zip.ts'
import { toCp932 } from './cp932.ts'

/** A small made-up municipality at the sea off Kyushu, in the formats of the publishers; nothing in it is real. */
export const MADE_UP = { code: '41999', name: '架空町', west: 130.1, south: 33.1, side: 0.02 }

const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'
const GSI = 'hinanmap.gsi.go.jp/hinanjocp/defaultFtpData'
const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } }

/** A closed ring around a box, degrees. */
export const ring = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

export const aFeature = (properties: Record<string, unknown>, ...rings: unknown[]): unknown => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})

export const aCollection = (features: readonly unknown[], more: Record<string, unknown> = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', crs: CRS, ...more, features })

/** The zip of N03 with one municipality. */
export const aBoundaryZip = (): Uint8Array =>
  aZip([
    {
      name: Buffer.from('N03-20220101_41.geojson'),
      content: Buffer.from(
        aCollection([
          aFeature(
            { N03_001: '佐賀県', N03_004: MADE_UP.name, N03_007: MADE_UP.code },
            ring(MADE_UP.west, MADE_UP.south, MADE_UP.side),
          ),
        ]),
      ),
    },
  ])

/** A zip of A31a or A31b with the official folder, its name in CP932 without the flag. */
export const aFloodZip = (collection: string, folder = '20_想定最大規模'): Uint8Array =>
  aZip([{ name: toCp932(`${folder}\\zones.geojson`), content: Buffer.from(collection) }])

/** A zip of 国土数値情報: names in CP932 without the flag, folders parted by a backslash. */
export const aKsjZip = (members: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  aZip(
    Object.entries(members).map(([name, content]) => ({
      name: toCp932(name.replaceAll('/', '\\')),
      content: typeof content === 'string' ? Buffer.from(content) : content,
    })),
  )

/** The folders of A31a and A31b with the official names. */
export const FOLDERS = {
  'flood-max': '20_想定最大規模',
  'flood-design': '10_計画規模',
  'flood-duration': '30_浸水継続時間',
  'houseCollapse-flow': '41_家屋倒壊等氾濫想定区域_氾濫流',
  'houseCollapse-erosion': '42_家屋倒壊等氾濫想定区域_河岸侵食',
} as const
export type FloodMeasure = keyof typeof FOLDERS
export const FLOOD_MEASURES = Object.keys(FOLDERS) as readonly FloodMeasure[]

/** The digit of a measure in the attributes: A31a_205 is the depth rank of the largest flood. */
const DIGIT = {
  'flood-max': 2,
  'flood-design': 1,
  'flood-duration': 3,
  'houseCollapse-flow': 4,
  'houseCollapse-erosion': 4,
} as const satisfies Record<FloodMeasure, number>

/** A zone of A31a: code, place, and the river that floods it. */
export type RiverZone = {
  readonly river: string
  readonly name: string
  readonly measure: FloodMeasure
  readonly code: unknown
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

/**
 * A zip of A31a as the specification lays it out: a folder for each measure, in it one file for each river. A river gets a
 * file in each folder of `folders`, also where it has no zone, unless it is `lost`.
 */
export function aRiverZip(
  zones: readonly RiverZone[],
  folders: readonly FloodMeasure[] = FLOOD_MEASURES,
  rivers: readonly string[] = [...new Set(zones.map(({ river }) => river))],
  lost: (measure: FloodMeasure, river: string) => boolean = () => false,
): Uint8Array {
  const members: Record<string, string> = {}
  for (const measure of folders) {
    const [digit, number] = [DIGIT[measure], FOLDERS[measure].slice(0, 2)]
    for (const river of rivers.filter((one) => !lost(measure, one))) {
      const mine = zones.filter((zone) => zone.river === river && zone.measure === measure)
      const features = mine.map(({ name, code, rings }) =>
        aFeature(
          {
            [`A31a_${digit}01`]: river,
            [`A31a_${digit}02`]: name,
            [`A31a_${digit}03`]: '41',
            [`A31a_${digit}04`]: '架空県',
            [`A31a_${digit}05`]: code,
          },
          ...rings,
        ),
      )
      members[`${FOLDERS[measure]}/A31a-${number}-25_41_${river}_10.geojson`] = aCollection(features)
    }
  }
  return aKsjZip(members)
}

/** A zip of A31b: one file for each measure, without rivers. */
export function aMeshZip(
  zones: readonly Pick<RiverZone, 'measure' | 'code' | 'rings'>[],
  folders: readonly FloodMeasure[] = FLOOD_MEASURES,
): Uint8Array {
  const members = folders.map((measure) => {
    const features = zones
      .filter((zone) => zone.measure === measure)
      .map(({ code, rings }) => aFeature({ [`A31b_${DIGIT[measure]}01`]: code }, ...rings))
    return [`${FOLDERS[measure]}/zones.geojson`, aCollection(features)]
  })
  return aKsjZip(Object.fromEntries(members) as Record<string, string>)
}

export const boundaryPath = `${KSJ}/N03/N03-2022/N03-20220101_41_GML.zip`
export const riverPath = (bureau: string, kind: string, edition = '25'): string =>
  `${KSJ}/A31a/A31a-${edition}/A31a-${edition}_${bureau}_${kind}_GEOJSON.zip`
export const meshPath = (mesh: string, kind: string, edition = '23'): string =>
  `${KSJ}/A31b/A31b-${edition}/A31b-${edition}_${kind}_${mesh}_GEOJSON.zip`
/** A33, A40, A49 and A51: one zip for a prefecture. */
export const prefecturePath = (
  dataset: 'A33' | 'A40' | 'A49' | 'A51',
  edition: string,
  pref = '41',
): string =>
  `${KSJ}/${dataset}/${dataset}-${edition}/${dataset}-${edition}_${pref}_${dataset === 'A33' ? 'GEOJSON' : 'GML'}.zip`
export const sitesPath = (kind: '1' | '2', format: 'geoJSON' | 'csv' = 'csv', code = MADE_UP.code): string =>
  `${GSI}/${format}/${code}_${kind}.${format === 'csv' ? 'csv' : 'geojson'}`

/** One emergency site in the middle of the municipality, as the national CSV has it. */
export const SITES_CSV =
  '\uFEFFNO,共通ID,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考\r\n' +
  '1,E4199900001201,架空小学校,佐賀県架空町1,1,1,,,,,,,1,33.11,130.11,\r\n'

/** Writes files (path below the mirror → content) into a folder. */
export async function writeMirror(
  directory: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
  return directory
}
