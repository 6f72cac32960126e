import { basename } from 'node:path'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { DEPTH_RANKS } from '#domain/hazards/depth-band.ts'
import { DURATION_RANKS } from '#domain/hazards/duration.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { RiverName } from '#domain/risk/hazard-answer.ts'
import { noCounts, type Counts } from '../lib/counts.ts'
import { openZip } from '../lib/read-zip.ts'
import type { Had } from '../lib/upstream.ts'
import type { Zone } from '../steps/zone-set.ts'
import { codeOf, textOf } from './attributes.ts'
import { featureFiles, readFeatures, type Feature, type FeatureFile } from './feature-files.ts'
import { nearPolygons } from './near-polygons.ts'
import { rulesOf, type SourceManifest, type ZoneRule } from './source-manifest.ts'

/** The zones of one measure (layer of the map) and one river; `river` null = the file does not name it. */
export type RiverZones = {
  readonly draws: ZoneLayerId
  readonly river: RiverName | null
  readonly zones: Zone[]
  readonly counts: Counts
}

/** What a zip of A31a or A31b holds. */
export type FloodFile = {
  /** Every feature of the measures once. */
  readonly counts: Counts
  readonly parts: readonly RiverZones[]
  /**
   * The measures whose folder is in the zip, each with the keys (`riverKey`) of the rivers that have a file in it. A measure
   * without a folder is not here: then the zip says nothing about it, which is not an empty answer.
   */
  readonly folders: ReadonlyMap<ZoneLayerId, ReadonlySet<string>>
}

/** By what a river is told from others: its number, else its name; '' = not named. */
export const riverKey = (river: RiverName | null): string => river?.id ?? river?.name ?? ''

type Rule = Extract<ZoneRule, { folders: string[] }>

/**
 * Reads every measure (depth of both scenarios, duration, collapse by flow and by erosion) of an A31a or A31b zip.
 * @param bounds zones that do not reach into this box are counted as `outsideArea` and not kept.
 * @param prefecture two digits.
 * @throws Refusal for a code that the code list does not know, naming file, feature and value; and for a damaged file.
 */
export async function readFloodZones(
  file: Had,
  source: SourceManifest,
  bounds: Bounds,
  prefecture: string,
  signal: AbortSignal,
): Promise<FloodFile> {
  const label = basename(new URL(file.url).pathname)
  const rules = rulesOf(source, 'depthRank', 'durationRank', 'collapse')
  const reading = new Reading(bounds)
  const zip = await openZip(file.path, label, source.maxUnpackedBytes)
  try {
    for (const member of featureFiles(zip.members)) {
      const mine = rules.filter((rule) => isIn(member.name, rule))
      const [rule] = mine
      if (rule === undefined) continue
      reading.open(mine, member)
      await readFeatures(member, label, prefecture, signal, (feature) => reading.add(mine, rule, feature))
    }
  } finally {
    zip.close()
  }
  return reading
}

const isIn = (name: string, { folders }: Rule): boolean =>
  name
    .split('/')
    .slice(0, -1)
    .some((step) => folders.some((folder) => step.startsWith(folder)))

/** The river's number out of the name of a member of A31a: `A31a-20-25_86_8606010001_10.geojson`. */
const riverInName = (member: FeatureFile): string | null =>
  /_\d{2}_([0-9A-Za-z]+)_\d{2}\.[a-z]+$/i.exec(basename(member.name))?.[1] ?? null

class Reading implements FloodFile {
  readonly counts = noCounts()
  readonly folders = new Map<ZoneLayerId, Set<string>>()
  readonly #parts = new Map<string, RiverZones & { river: RiverName | null }>()
  readonly #bounds: Bounds

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  get parts(): readonly RiverZones[] {
    return [...this.#parts.values()]
  }

  /** Notes that a folder has a file, also when it turns out to be an honest empty one. */
  open(rules: readonly Rule[], member: FeatureFile): void {
    for (const { draws, attributes } of rules) {
      const rivers = this.#riversOf(draws)
      // Where the edition names no rivers, the file is of all of them.
      const key = attributes.riverId === undefined ? riverKey(null) : riverInName(member)
      if (key !== null) rivers.add(key)
    }
  }

  #riversOf(draws: ZoneLayerId): Set<string> {
    const rivers = this.folders.get(draws) ?? new Set()
    this.folders.set(draws, rivers)
    return rivers
  }

  /** @param rules of the folder; the first tells how its features are coded. */
  add(rules: readonly Rule[], rule: Rule, { properties, geometry, where }: Feature): void {
    const ranked = ranksOf(rule, properties, where)
    const river = riverOf(rule, properties)
    for (const { draws } of rules) this.#riversOf(draws).add(riverKey(river))
    const parts = ranked.map(([draws]) => this.#part(draws, river))
    const near = nearPolygons(geometry, where, this.#bounds, [
      this.counts,
      ...parts.map(({ counts }) => counts),
    ])
    for (const [index, [, rank]] of ranked.entries())
      for (const polygon of near) parts[index]?.zones.push({ rank, polygon })
  }

  #part(draws: ZoneLayerId, river: RiverName | null): RiverZones {
    const key = `${draws} ${riverKey(river)}`
    const part = this.#parts.get(key) ?? { draws, river, zones: [], counts: noCounts() }
    this.#parts.set(key, part)
    return part
  }
}

function riverOf({ attributes }: Rule, properties: Feature['properties']): RiverName | null {
  const id = textOf(properties, attributes.riverId)
  const name = textOf(properties, attributes.riverName)
  return id === null && name === null ? null : { id, name: name ?? id ?? '' }
}

/** 危険区域区分: 1 氾濫流, 2 河岸侵食, 3 どちらも該当 (国土数値情報 hazardous_area_classification_code). */
const COLLAPSE: { readonly [code in 1 | 2 | 3]: readonly ZoneLayerId[] } = {
  1: ['houseCollapse-flow'],
  2: ['houseCollapse-erosion'],
  3: ['houseCollapse-flow', 'houseCollapse-erosion'],
}

/** Of which layers the feature is a zone, and with which rank. */
function ranksOf(
  rule: Rule,
  properties: Feature['properties'],
  where: string,
): readonly (readonly [ZoneLayerId, number])[] {
  const names = rule.attributes.code
  if (rule.codes === 'collapse') {
    const code = codeOf(properties, names, [1, 2, 3], where, 'a collapse class 1 to 3')
    return COLLAPSE[code].map((draws) => [draws, 1])
  }
  return [
    rule.codes === 'depthRank'
      ? [rule.draws, codeOf(properties, names, DEPTH_RANKS, where, 'a depth rank 1 to 6')]
      : [rule.draws, codeOf(properties, names, DURATION_RANKS, where, 'a duration rank 1 to 7')],
  ]
}
