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

export const boundaryPath = `${KSJ}/N03/N03-2022/N03-20220101_41_GML.zip`
export const riverPath = (bureau: string, kind: string, edition = '25'): string =>
  `${KSJ}/A31a/A31a-${edition}/A31a-${edition}_${bureau}_${kind}_GEOJSON.zip`
export const meshPath = (mesh: string, kind: string, edition = '23'): string =>
  `${KSJ}/A31b/A31b-${edition}/A31b-${edition}_${kind}_${mesh}_GEOJSON.zip`
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
