import { basename } from 'node:path'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { isDepthRank, type DepthRank } from '#domain/hazards/depth-band.ts'
import { checkCrs } from '../lib/check-crs.ts'
import { boundsMeet, boundsOf, checkGeometry, type Polygon } from '../lib/check-geometry.ts'
import { noCounts, type Counts } from '../lib/counts.ts'
import { FeatureSplitter } from '../lib/feature-splitter.ts'
import { openZip, type ZipMember } from '../lib/read-zip.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had } from '../lib/upstream.ts'
import type { SourceManifest } from './source-manifest.ts'

/** A flood zone: depth rank 1…6 and one polygon. */
export type FloodZone = { readonly rank: DepthRank; readonly polygon: Polygon }

/**
 * Reads the zones of the largest conceivable scenario (想定最大規模) from an A31a or A31b zip; other folders of the zip
 * (design scenario, duration, collapse) hold other codes and are left alone.
 * @param bounds zones that do not reach into this box are counted as `outsideArea` and not kept.
 * @returns null when the zip has no such folder: then it says nothing about this scenario, which is not an empty answer.
 * @throws Refusal for a rank that the code list does not know, naming file, feature and value; and for a damaged file.
 */
export async function readFloodZones(
  file: Had,
  source: SourceManifest,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<{ zones: FloodZone[]; counts: Counts } | null> {
  const label = basename(new URL(file.url).pathname)
  const layer = source.zones
  if (layer === undefined) throw new Refusal(`data/sources/${source.id}.json: "zones" is missing`)
  const zip = await openZip(file.path, label, source.maxUnpackedBytes)
  const zones: FloodZone[] = []
  const counts = noCounts()
  try {
    const members = zip.members.filter(({ name }) => isZoneMember(name, layer.folder))
    if (members.length === 0) return null
    for (const member of members.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      signal.throwIfAborted()
      await readZoneMember(member, `${label}/${member.name}`, layer.attribute, bounds, zones, counts, signal)
    }
  } finally {
    zip.close()
  }
  return { zones, counts }
}

const isZoneMember = (name: string, folder: string): boolean =>
  name.toLowerCase().endsWith('.geojson') && name.split('/').slice(0, -1).includes(folder)

async function readZoneMember(
  member: ZipMember,
  label: string,
  attribute: string,
  bounds: Bounds,
  zones: FloodZone[],
  counts: Counts,
  signal: AbortSignal,
): Promise<void> {
  const splitter = new FeatureSplitter(label, (feature, number) => {
    counts.in += 1
    const where = `${label}: feature ${number}`
    const rank = rankOf(feature, attribute, where)
    const checked = checkGeometry((feature as { geometry?: unknown }).geometry, where)
    for (const repair of checked.repairs) counts.repaired[repair] += 1
    const near = checked.polygons.filter((polygon) => {
      const box = boundsOf([polygon])
      return box !== null && boundsMeet(box, bounds)
    })
    if (near.length > 0) counts.kept += 1
    else counts.refused[checked.refused ?? 'outsideArea'] += 1
    for (const polygon of near) zones.push({ rank, polygon })
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
  checkCrs(splitter.end(), label)
}

/** The depth rank of a feature: a whole number 1…6, or the same as text. */
function rankOf(feature: unknown, attribute: string, where: string): DepthRank {
  const properties = (feature as { properties?: Record<string, unknown> | null }).properties ?? {}
  const value: unknown = Object.hasOwn(properties, attribute) ? properties[attribute] : undefined
  if (value === undefined) throw new Refusal(`${where}: the attribute ${attribute} is missing`)
  const rank = typeof value === 'string' && /^[1-6]$/.test(value) ? Number(value) : value
  if (isDepthRank(rank)) return rank
  throw new Refusal(`${where}: ${attribute} is ${JSON.stringify(value)}, expected a depth rank 1 to 6`)
}
