import { basename } from 'node:path'
import { checkCrs, checkPrj } from '../lib/check-crs.ts'
import { FeatureSplitter } from '../lib/feature-splitter.ts'
import { readMember, type ZipMember } from '../lib/read-zip.ts'
import { shapefileRecords } from '../lib/read-shapefile.ts'
import { Refusal } from '../lib/refusal.ts'

/** A file of features in a zip: a GeoJSON, or a shapefile with the members that belong to it. */
export type FeatureFile = {
  /** Path in the zip. */
  readonly name: string
  readonly geojson: ZipMember | null
  readonly shp: ZipMember | null
  readonly dbf: ZipMember | null
  readonly cpg: ZipMember | null
  readonly prj: ZipMember | null
}

/** One feature as it stands in the file; `where` = "zip/member: feature 12", counted from 1. */
export type Feature = {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
  readonly where: string
}

const ending = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
const stem = (name: string): string => name.slice(0, -ending(name).length).toLowerCase()

/**
 * The files of features in a zip, in any folder, sorted by name. Where the same file (by its own name) is there as GeoJSON
 * and as shapefile, the GeoJSON is taken.
 */
export function featureFiles(members: readonly ZipMember[]): FeatureFile[] {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]))
  const geojsons = members.filter(({ name }) => ending(name) === 'geojson')
  const known = new Set(geojsons.map(({ name }) => stem(basename(name))))
  const beside = (shp: ZipMember, other: string): ZipMember | null =>
    byName.get(`${stem(shp.name)}${other}`) ?? null
  const none = { geojson: null, shp: null, dbf: null, cpg: null, prj: null }
  return [
    ...geojsons.map((geojson): FeatureFile => ({ ...none, name: geojson.name, geojson })),
    ...members
      .filter(({ name }) => ending(name) === 'shp' && !known.has(stem(basename(name))))
      .map((shp): FeatureFile => ({
        ...none,
        name: shp.name,
        shp,
        dbf: beside(shp, 'dbf'),
        cpg: beside(shp, 'cpg'),
        prj: beside(shp, 'prj'),
      })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Reads a file feature by feature: a GeoJSON of hundreds of megabytes is never held whole.
 * @param zip name of the zip, which stands in a refusal.
 * @param prefecture two digits: where JGD2000 and JGD2011 are the same, either is read.
 * @throws Refusal for a damaged file or a coordinate system that is not known; the signal's reason when aborted.
 */
export async function readFeatures(
  file: FeatureFile,
  zip: string,
  prefecture: string,
  signal: AbortSignal,
  onFeature: (feature: Feature) => void,
): Promise<void> {
  signal.throwIfAborted()
  const label = `${zip}/${file.name}`
  if (file.geojson !== null) await readGeoJson(file.geojson, label, prefecture, signal, onFeature)
  else await readShapes(file, label, prefecture, signal, onFeature)
}

async function readGeoJson(
  member: ZipMember,
  label: string,
  prefecture: string,
  signal: AbortSignal,
  onFeature: (feature: Feature) => void,
): Promise<void> {
  const splitter = new FeatureSplitter(label, (feature, number) => {
    const { properties, geometry } = feature as {
      properties?: Record<string, unknown> | null
      geometry?: unknown
    }
    onFeature({ properties: properties ?? {}, geometry, where: `${label}: feature ${number}` })
  })
  try {
    for await (const chunk of await member.read()) {
      signal.throwIfAborted()
      splitter.push(chunk as Uint8Array)
    }
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error
    throw new Refusal(`${label}: cannot be unpacked (${(error as Error).message})`)
  }
  checkCrs(splitter.end(), label, prefecture)
}

async function readShapes(
  { shp, dbf, cpg, prj }: FeatureFile,
  label: string,
  prefecture: string,
  signal: AbortSignal,
  onFeature: (feature: Feature) => void,
): Promise<void> {
  if (shp === null || dbf === null) throw new Refusal(`${label}: there is no .dbf beside the .shp`)
  const latin = async (member: ZipMember | null): Promise<string | null> =>
    member === null ? null : Buffer.from(await readMember(member, label)).toString('latin1')
  checkPrj(await latin(prj), label, prefecture)
  const encoding = await latin(cpg)
  const [shapes, rows] = [await readMember(shp, label), await readMember(dbf, label)]
  for await (const { number, properties, geometry } of shapefileRecords(shapes, rows, encoding, label)) {
    signal.throwIfAborted()
    onFeature({ properties, geometry, where: `${label}: feature ${number}` })
  }
}
