import { basename } from 'node:path'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import { noCounts, type Counts } from '../lib/counts.ts'
import { openZip } from '../lib/read-zip.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had } from '../lib/upstream.ts'
import { attributeOf, textOf } from './attributes.ts'
import { featureFiles, readFeatures, type Feature } from './feature-files.ts'
import { nearPolygons } from './near-polygons.ts'
import { parseDepthText } from './parse-depth-text.ts'
import { rulesOf, type SourceManifest, type ZoneRule } from './source-manifest.ts'

/** A zone with the publisher's own class of depth, in metres. */
export type DepthZone = { readonly depth: DepthBounds; readonly polygon: Polygon }

/** What a zip of A40, A49 or A51 holds. */
export type DepthFile = {
  readonly counts: Counts
  readonly zones: readonly DepthZone[]
  /** The codes of the municipalities that the file speaks of (five digits); null where it does not tell. */
  readonly municipalities: ReadonlySet<string> | null
}

type Rule = Extract<ZoneRule, { codes: 'depthText' }>

/**
 * Reads the zones of an A40, A49 or A51 zip, in any folder: GeoJSON, or shapefile with a DBF in CP932 or UTF-8.
 * @returns null when there is no file of features in it: then it says nothing, which is not an empty answer.
 * @throws Refusal for a depth that is not understood, naming file, feature and text; and for a missing attribute.
 */
export async function readDepthZones(
  file: Had,
  source: SourceManifest,
  bounds: Bounds,
  prefecture: string,
  signal: AbortSignal,
): Promise<DepthFile | null> {
  const label = basename(new URL(file.url).pathname)
  const [rule] = rulesOf(source, 'depthText') as [Rule]
  const zip = await openZip(file.path, label, source.maxUnpackedBytes)
  const counts = noCounts()
  const zones: DepthZone[] = []
  const municipalities = rule.attributes.municipality === undefined ? null : new Set<string>()
  const known = new Map<string, DepthBounds>()
  const add = ({ properties, geometry, where }: Feature): void => {
    const depth = depthOf(rule, properties, where, known)
    municipalities?.add(municipalityOf(rule, properties, where))
    for (const polygon of nearPolygons(geometry, where, bounds, [counts])) zones.push({ depth, polygon })
  }
  try {
    const files = featureFiles(zip.members)
    if (files.length === 0) return null
    for (const member of files) await readFeatures(member, label, prefecture, signal, add)
  } finally {
    zip.close()
  }
  return { counts, zones, municipalities }
}

/** Equal texts share one pair of bounds: a prefecture has few classes and very many zones. */
function depthOf(
  { attributes }: Rule,
  properties: Feature['properties'],
  where: string,
  known: Map<string, DepthBounds>,
): DepthBounds {
  const { name, value } = attributeOf(properties, attributes.depth, where)
  const before = typeof value === 'string' ? known.get(value) : undefined
  if (before !== undefined) return before
  const parsed = typeof value === 'string' ? parseDepthText(value) : { ok: false as const }
  if (typeof value !== 'string' || !parsed.ok) {
    throw new Refusal(
      `${where}: ${name} is ${JSON.stringify(value)}, expected a depth such as 0.5m以上3m未満`,
    )
  }
  known.set(value, parsed.value)
  return parsed.value
}

/** 団体コード: five digits, or six with the check digit. */
function municipalityOf({ attributes }: Rule, properties: Feature['properties'], where: string): string {
  const names = attributes.municipality ?? []
  const text = textOf(properties, names)
  if (text !== null && /^\d{5,6}$/.test(text)) return text.slice(0, 5)
  // A code that lost its leading zero on the way through a number: 1100 is 01100.
  if (text !== null && /^\d{4}$/.test(text)) return `0${text}`
  const { name, value } = attributeOf(properties, names, where)
  throw new Refusal(`${where}: ${name} is ${JSON.stringify(value)}, expected a municipality code of five or six digits`) // prettier-ignore
}
