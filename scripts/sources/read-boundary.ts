import { basename } from 'node:path'
import { checkCrs } from '../lib/check-crs.ts'
import { checkGeometry, type Polygon } from '../lib/check-geometry.ts'
import { FeatureSplitter } from '../lib/feature-splitter.ts'
import { openZip, readMember, type OpenZip, type ZipMember } from '../lib/read-zip.ts'
import { readShapefile } from '../lib/read-shapefile.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had } from '../lib/upstream.ts'

/** The municipality's own ground: its name as published, and its polygons (islands and parts, rings of `[lng, lat]`). */
export type Boundary = { readonly name: string; readonly polygons: readonly Polygon[] }

/** What is kept of an N03 feature until the code is looked for. */
type Row = { readonly number: number; readonly code: string; readonly county: string; readonly name: string; readonly geometry: unknown } // prettier-ignore

/**
 * Reads a municipality out of an N03 zip (行政区域データ): the GeoJSON member, else the shapefile.
 * A designated city has no feature of its own; its wards, numbered just above it, are put together.
 * @returns null when the file holds no municipality with this code.
 * @throws Refusal for a damaged file or a boundary that cannot be used.
 */
export async function readBoundary(
  file: Had,
  code: string,
  maxUnpackedBytes: number,
): Promise<Boundary | null> {
  const label = basename(new URL(file.url).pathname)
  const zip = await openZip(file.path, label, maxUnpackedBytes)
  try {
    const rows = await readRows(zip, label)
    const mine = pickMunicipality(rows, code)
    if (mine === null) return null
    const polygons = mine.rows.flatMap((row) => {
      const checked = checkGeometry(row.geometry, `${label}: feature ${row.number}`)
      return checked.polygons
    })
    if (polygons.length === 0) throw new Refusal(`${label}: the features of ${code} have no polygons`)
    return { name: mine.name, polygons }
  } finally {
    zip.close()
  }
}

async function readRows(zip: OpenZip, label: string): Promise<Row[]> {
  const geojson = shortestEnding(zip.members, '.geojson')
  if (geojson !== null) return readGeoJson(geojson, `${label}/${geojson.name}`)
  const shp = shortestEnding(zip.members, '.shp')
  const dbf = shp && zip.members.find(({ name }) => name.toLowerCase() === swapEnding(shp.name, 'dbf'))
  if (!shp || !dbf) throw new Refusal(`${label}: holds neither a .geojson nor a .shp with its .dbf`)
  const cpg = zip.members.find(({ name }) => name.toLowerCase() === swapEnding(shp.name, 'cpg'))
  const said = cpg === undefined ? null : Buffer.from(await readMember(cpg, label)).toString('latin1')
  const records = await readShapefile(await readMember(shp, label), await readMember(dbf, label), said, `${label}/${shp.name}`) // prettier-ignore
  return records.map(({ number, properties, geometry }) => rowOf(properties, geometry, number))
}

const swapEnding = (name: string, ending: string): string => name.toLowerCase().replace(/shp$/, ending)

/** Newer zips also hold `…_prefecture.geojson` and the like: the municipalities are in the file with the shortest name. */
function shortestEnding(members: readonly ZipMember[], ending: string): ZipMember | null {
  const fitting = members.filter(({ name }) => name.toLowerCase().endsWith(ending))
  return fitting.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1))[0] ?? null
}

async function readGeoJson(member: ZipMember, label: string): Promise<Row[]> {
  const rows: Row[] = []
  const splitter = new FeatureSplitter(label, (feature, number) => {
    const { properties, geometry } = feature as { properties?: Record<string, unknown>; geometry?: unknown }
    rows.push(rowOf(properties ?? {}, geometry, number))
  })
  for await (const chunk of await member.read()) splitter.push(chunk as Uint8Array)
  checkCrs(splitter.end(), label)
  return rows
}

/**
 * `N03_007` is the code. The name stands in `N03_004`, and `N03_003` is the county, or until 2023 the designated city of a
 * ward; since 2024 the city is `N03_004` and the ward `N03_005`. Land of no municipality (所属未定地) has no code.
 */
function rowOf(properties: Record<string, unknown>, geometry: unknown, number: number): Row {
  const text = (key: string): string => (typeof properties[key] === 'string' ? properties[key].trim() : '')
  const ward = text('N03_005')
  return {
    number,
    code: text('N03_007'),
    county: ward === '' ? text('N03_003') : text('N03_004'),
    name: ward === '' ? text('N03_004') : ward,
    geometry,
  }
}

/** The rows of a municipality, or of all wards of a designated city (its code ends with 0, its wards follow). */
function pickMunicipality(rows: readonly Row[], code: string): { name: string; rows: readonly Row[] } | null {
  const own = rows.filter((row) => row.code === code)
  if (own[0] !== undefined) return { name: own[0].name, rows: own }
  if (!code.endsWith('0')) return null
  const above = rows.filter((row) => Number(row.code) > Number(code) && Number(row.code) <= Number(code) + 10)
  const [first] = above.sort((a, b) => Number(a.code) - Number(b.code))
  if (first === undefined || !first.county.endsWith('市')) return null
  return { name: first.county, rows: rows.filter((row) => row.county === first.county) }
}
