import { cp932Bytes, zipWithCp932 } from './zip-cp932.ts'
import { bytesOf, collection } from './mirror-file.ts'
import type { Feature, MirrorFile } from './mirror-file.ts'
import { writeShapefile } from './shapefile.ts'
import type { ShapePolygon } from './shapefile.ts'
import type { Town } from './town.ts'
import type { Hazards } from './water/hazards.ts'
import { landslideZones } from './water/landslide.ts'
import type { Mesh, Zone } from './water/mesh.ts'
import type { Envelope } from './water/hazards.ts'
import { drawDepths, zonesOfRiver } from './water/river-zones.ts'
import type { RiverZones } from './water/river-zones.ts'

const KSJ = 'nlftp.mlit.go.jp/ksj/gml/data'

/** The folders of A31a: number, name, first digits of the attributes, and what is in them. */
const FLOOD_FOLDERS: readonly (readonly [nn: string, name: string, digit: string, of: keyof RiverZones])[] = [
  ['10', '計画規模', '1', 'design'],
  ['20', '想定最大規模', '2', 'max'],
  ['30', '浸水継続時間', '3', 'hours'],
  ['41', '家屋倒壊等氾濫想定区域_氾濫流', '4', 'flow'],
  ['42', '家屋倒壊等氾濫想定区域_河岸侵食', '4', 'erosion'],
]

const polygon = (zone: Zone): Feature['geometry'] => ({ type: 'Polygon', coordinates: zone.rings })

/** A31a: one zip for each kind of river; in it five folders with one file for each river of that kind. */
export function floodFiles(town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] {
  const { prefecture, edition } = town
  return ['10', '20'].map((kind): MirrorFile => {
    const members: Record<string, Uint8Array> = {}
    for (const flood of hazards.rivers.filter(({ bed }) => bed.river.kind === kind)) {
      const { river } = flood.bed
      const zones = zonesOfRiver(mesh, hazards.model, flood)
      for (const [nn, folder, digit, of] of FLOOD_FOLDERS) {
        const name = `A31a-${nn}-${edition.a31a}_${prefecture.code}_${river.id}_${kind}`
        const key = (n: number): string => `A31a_${digit}0${n}`
        const features = zones[of].map((zone) => ({
          properties: {
            [key(1)]: river.id,
            [key(2)]: river.name,
            [key(3)]: prefecture.code,
            [key(4)]: prefecture.name,
            [key(5)]: zone.rank,
          },
          geometry: polygon(zone),
        }))
        members[`${nn}_${folder}/${name}.geojson`] = collection(name, features, true)
      }
    }
    const base = `A31a-${edition.a31a}_${prefecture.code}_${kind}_GEOJSON.zip`
    return [`${KSJ}/A31a/A31a-${edition.a31a}/${base}`, zipWithCp932(members)]
  })
}

/** A33: landslide zones, in the layout of the edition of 2025. */
export function landslideFiles(town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] {
  const base = `A33-25_${town.prefecture.code}`
  const features = landslideZones(mesh, hazards.model.terrain).flatMap(({ phenomenon, code, named, zones }) =>
    zones.map((zone) => ({
      properties: {
        A33_001: phenomenon,
        A33_002: code,
        A33_003: town.prefecture.code,
        A33_004: named.number,
        A33_005: named.name,
        A33_006: `${town.prefecture.name}${named.address}`,
        A33_007: named.notice,
        A33_008: named.unsurveyed === true ? 1 : 0,
      },
      geometry: polygon(zone),
    })),
  )
  const note = `${town.prefecture.name}のデータは見本です（架空の町）。実際の区域ではありません。\r\n`
  const zip = zipWithCp932({
    [`データ利用時の注意事項\\${town.prefecture.code}_${town.prefecture.name}_データ利用時の注意事項.txt`]:
      cp932Bytes(note),
    [`${base}Polygon.geojson`]: collection(`${base}Polygon`, features, true),
  })
  return [[`${KSJ}/A33/A33-25/${base}_GEOJSON.zip`, zip]]
}

/** Depth classes as free text: the upper bounds in metres and the text of each class, the last without a bound. */
type Classes = { readonly bounds: readonly number[]; readonly texts: readonly string[] }

/** Prefectures cut the depths where they like; the tsunami's classes straddle the official bound of 3 m. */
const TSUNAMI: Classes = {
  bounds: [0.3, 0.5, 1, 2, 5],
  texts: ['0.3m未満', '0.3m以上0.5m未満', '0.5m以上1m未満', '1m以上2m未満', '2m以上5m未満', '5m以上10m未満'],
}
const SURGE: Classes = {
  bounds: [0.5, 3, 5],
  texts: ['0.5m未満', '0.5m以上3.0m未満', '3.0m以上5.0m未満', '5.0m以上10.0m未満'],
}
const INLAND: Classes = {
  bounds: [0.3, 0.5, 1, 3],
  texts: [
    '0.01m以上 ～ 0.3m未満',
    '0.3m以上 ～ 0.5m未満',
    '0.5m以上 ～ 1m未満',
    '1m以上 ～ 3m未満',
    '3m以上 ～ 5m未満',
  ],
}

/** A data set whose depths are texts: its name, the attributes but for the depth, and the attribute of the depth. */
type TextSet = {
  readonly base: string
  readonly folder: string
  readonly file: string
  readonly attributes: Readonly<Record<string, string>>
  readonly depth: string
  readonly classes: Classes
  readonly hasGeoJson: boolean
}

function textSetFile(set: TextSet, zones: readonly Zone[]): MirrorFile {
  const rows = zones.map(({ rank }) => ({
    ...set.attributes,
    [set.depth]: set.classes.texts[rank - 1] ?? '',
  }))
  const { shp, shx, dbf } = writeShapefile(
    rows,
    zones.map(({ rings }) => rings as ShapePolygon),
    cp932Bytes,
  )
  const members: Record<string, Uint8Array> = {
    [`${set.base}.shp`]: shp,
    [`${set.base}.shx`]: shx,
    [`${set.base}.dbf`]: dbf,
    [`${set.base}.prj`]: bytesOf(JGD2011),
  }
  if (set.hasGeoJson) {
    const features = zones.map((zone, i) => ({ properties: rows[i] ?? {}, geometry: polygon(zone) }))
    members[`${set.base}.geojson`] = collection(set.base, features, true)
  }
  return [`${KSJ}/${set.folder}/${set.file}`, zipWithCp932(members)]
}

/** The coordinate system of the official shapefiles, as their `.prj` has it. */
const JGD2011 =
  'GEOGCS["GCS_JGD_2011",DATUM["D_JGD_2011",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

const prefectureOf = (set: string, { prefecture }: Town): Record<string, string> => ({
  [`${set}_001`]: prefecture.name,
  [`${set}_002`]: prefecture.code,
})

/** A40 (tsunami: shapefile only, as in 2016), A49 (storm surge) and A51 (inland flood): shapefile and GeoJSON. */
export function depthTextFiles(town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] {
  const { code } = town.prefecture
  const draw = (of: Envelope, { bounds }: Classes): readonly Zone[] =>
    mesh.zonesOf(drawDepths(mesh, hazards.model, of, bounds))
  const set = (id: string, year: string, classes: Classes, depth: string, hasGeoJson: boolean): TextSet => ({
    base: `${id}-${year}_${code}`,
    folder: `${id}/${id}-${year}`,
    file: `${id}-${year}_${code}_GML.zip`,
    attributes: prefectureOf(id, town),
    depth,
    classes,
    hasGeoJson,
  })
  const inland = set('A51', '24', INLAND, 'A51_005', true)
  const body = { A51_003: town.name, A51_004: town.code }
  return [
    textSetFile(set('A40', '16', TSUNAMI, 'A40_003', false), draw(hazards.tsunami, TSUNAMI)),
    textSetFile(set('A49', '23', SURGE, 'A49_003', true), draw(hazards.surge, SURGE)),
    textSetFile({ ...inland, attributes: { ...inland.attributes, ...body } }, draw(hazards.rain, INLAND)),
  ]
}

/** All zones of the town in the official forms. */
export const zoneFiles = (town: Town, mesh: Mesh, hazards: Hazards): MirrorFile[] => [
  ...floodFiles(town, mesh, hazards),
  ...landslideFiles(town, mesh, hazards),
  ...depthTextFiles(town, mesh, hazards),
]
