import { basename } from 'node:path'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import {
  LANDSLIDE_CLASSES,
  LANDSLIDE_PHENOMENA,
  type LandslidePhenomenon,
} from '#domain/hazards/landslide.ts'
import { noCounts, type Counts } from '../lib/counts.ts'
import { openZip } from '../lib/read-zip.ts'
import { Refusal } from '../lib/refusal.ts'
import type { Had } from '../lib/upstream.ts'
import type { Zone } from '../steps/zone-set.ts'
import { codeOf, textOf } from './attributes.ts'
import { featureFiles, readFeatures, type Feature } from './feature-files.ts'
import { nearPolygons } from './near-polygons.ts'
import { rulesOf, type SourceManifest, type ZoneRule } from './source-manifest.ts'

/** What a zip of A33 holds: the zones of each phenomenon by rank (`LANDSLIDE_CLASSES`). */
export type LandslideFile = {
  /** Every feature once, also those of lines and points beside the polygons. */
  readonly counts: Counts
  readonly zones: { readonly [phenomenon in LandslidePhenomenon]: Zone[] }
  readonly byPhenomenon: { readonly [phenomenon in LandslidePhenomenon]: Counts }
}

type Rule = Extract<ZoneRule, { codes: 'landslide' }>

/**
 * Reads the polygons of an A33 zip (土砂災害警戒区域): GeoJSON, or shapefile with a DBF in CP932.
 * @returns null when there is no file of polygons in it: then it says nothing, which is not an empty answer.
 * @throws Refusal for a code that the code lists do not know, naming file, feature and value.
 */
export async function readLandslideZones(
  file: Had,
  source: SourceManifest,
  bounds: Bounds,
  prefecture: string,
  signal: AbortSignal,
): Promise<LandslideFile | null> {
  const label = basename(new URL(file.url).pathname)
  const [rule] = rulesOf(source, 'landslide') as [Rule]
  const zip = await openZip(file.path, label, source.maxUnpackedBytes)
  const read: LandslideFile = {
    counts: noCounts(),
    zones: { steepSlope: [], debrisFlow: [], slide: [] },
    byPhenomenon: { steepSlope: noCounts(), debrisFlow: noCounts(), slide: noCounts() },
  }
  const add = (feature: Feature): void => addZone(read, rule, feature, bounds)
  let polygons = 0
  try {
    for (const member of featureFiles(zip.members)) {
      const isPolygons = basename(member.name).toLowerCase().includes(rule.members.toLowerCase())
      if (isPolygons) polygons += 1
      await readFeatures(member, label, prefecture, signal, isPolygons ? add : () => countOther(read.counts))
    }
  } finally {
    zip.close()
  }
  return polygons === 0 ? null : read
}

function countOther(counts: Counts): void {
  counts.in += 1
  counts.refused.notPolygon += 1
}

function addZone(
  read: LandslideFile,
  rule: Rule,
  { properties, geometry, where }: Feature,
  bounds: Bounds,
): void {
  const { attributes } = rule
  const code = codeOf(properties, attributes.phenomenon, [1, 2, 3], where, 'a phenomenon 1 to 3')
  const phenomenon = LANDSLIDE_PHENOMENA[code - 1] as LandslidePhenomenon
  const zone = codeOf(properties, attributes.zone, [1, 2, 3, 4], where, 'a zone 1 to 4')
  const rank = rankOf(zone, isUnsurveyed(properties, attributes.unsurveyed, where))
  const counts = [read.counts, read.byPhenomenon[phenomenon]]
  for (const polygon of nearPolygons(geometry, where, bounds, counts)) {
    read.zones[phenomenon].push({ rank, polygon })
  }
}

/**
 * 特別警戒区域未指定フラグ (A33_008): 1 = where the red zone lies was not surveyed. Editions without the attribute, and
 * features without a value, do not say that it was: they count as not surveyed.
 */
function isUnsurveyed(properties: Feature['properties'], names: readonly string[], where: string): boolean {
  if (textOf(properties, names) === null) return true
  return codeOf(properties, names, [0, 1], where, '0 or 1') === 1
}

/** 区域区分 (A33_002): 1 警戒, 2 特別警戒 (both designated), 3 警戒, 4 特別警戒 (both before designation). */
function rankOf(code: 1 | 2 | 3 | 4, unsurveyed: boolean): number {
  const zone = code === 2 || code === 4 ? 'special' : 'warning'
  const found = Object.entries(LANDSLIDE_CLASSES).find(
    ([, one]) =>
      one.zone === zone &&
      one.planned === code > 2 &&
      // A red zone was surveyed: the flag speaks of yellow ones only.
      one.specialUnsurveyed === (zone === 'warning' && unsurveyed),
  )
  if (found === undefined) throw new Refusal(`no landslide rank for the zone code ${code}`)
  return Number(found[0])
}
