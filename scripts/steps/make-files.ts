import { simplify } from '@turf/turf'
import type { Bounds } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS, SCENARIOS, type HazardKind, type Scenario } from '#domain/hazards/hazard-kind.ts'
import type { PackCoverage } from '#domain/packs/area-pack.ts'
import type { Polygon } from '../lib/check-geometry.ts'
import { encodeRankLayer } from '../lib/encode-rank-layer.ts'
import { Refusal } from '../lib/refusal.ts'
import type { CoverageFact } from '../sources/read-area-facts.ts'
import { packFile, type PackedFile } from './write-pack.ts'
import { zoneGroups } from './zone-groups.ts'
import type { ZoneSet } from './zone-set.ts'
import { buildZoneTiles, type ZoneTiles } from './zone-tiles.ts'

/** The drawn boundary may lie this far from the published one, degrees (about 5 m); answers use the exact one. */
const OUTLINE_TOLERANCE = 0.00005
/** The rank layer holds four bits. */
const MAX_COVERAGE = 15

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** The list of a pack (sites or places) as a file. */
export const listFile = (role: 'sites' | 'places', items: readonly unknown[]): PackedFile =>
  packFile(role, 1, `${role}.json`, json(items))

/** The boundary twice: exact for the answer, simplified for drawing. */
export function boundaryFiles(
  polygons: readonly Polygon[],
  bounds: Bounds,
): { readonly ranks: PackedFile; readonly outline: PackedFile } {
  const zones = polygons.map((polygon) => ({ rank: 1, polygon }))
  const geometry = {
    type: 'MultiPolygon' as const,
    coordinates: polygons as unknown as GeoJSON.Position[][][],
  }
  const drawn = simplify(geometry, { tolerance: OUTLINE_TOLERANCE, highQuality: true })
  const coordinates = drawn.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => [rounded(lng), rounded(lat)])),
  )
  const feature = { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } }
  return {
    ranks: packFile('ranks', 1, 'boundary.bin', encodeRankLayer(zones, bounds)),
    outline: packFile('outline', 1, 'outline.json', json({ type: 'FeatureCollection', features: [feature] })),
  }
}

/** Five decimals are about a metre: enough for a line on a map. */
const rounded = (degrees: number): number => Number(degrees.toFixed(5))

/**
 * What is known of where a hazard was studied, as one rank layer for each hazard and scenario. The entries are numbered so
 * that `notAssessed` has the higher numbers: where two overlap, "not studied" is told.
 */
export function coverageFiles(
  facts: readonly CoverageFact[],
  bounds: Bounds,
): { readonly files: PackedFile[]; readonly entries: PackCoverage[] } {
  const files: PackedFile[] = []
  const entries: PackCoverage[] = []
  for (const [kind, scenario] of HAZARD_KINDS.flatMap((kind) =>
    SCENARIOS.map((one) => [kind, one] as const),
  )) {
    const mine = orderedCoverage(facts, kind, scenario)
    if (mine.length === 0) continue
    const zones = mine.map(({ polygon }, index) => ({ rank: index + 1, polygon }))
    const base = scenario === 'max' ? `${kind}-coverage.bin` : `${kind}-${scenario}-coverage.bin`
    const file = packFile('ranks', 1, base, encodeRankLayer(zones, bounds))
    files.push(file)
    for (const [index, { id, state, note, source, asOf }] of mine.entries()) {
      entries.push({ id, kind, scenario, state, rank: index + 1, file: file.entry.name, note, source, asOf })
    }
  }
  return { files, entries }
}

function orderedCoverage(
  facts: readonly CoverageFact[],
  kind: HazardKind,
  scenario: Scenario,
): CoverageFact[] {
  const mine = facts.filter((fact) => fact.kind === kind && fact.scenario === scenario)
  if (mine.length > MAX_COVERAGE) {
    throw new Refusal(`coverage.json: ${mine.length} entries of ${kind} ${scenario}, at most ${MAX_COVERAGE}`)
  }
  return [
    ...mine.filter(({ state }) => state === 'studied'),
    ...mine.filter(({ state }) => state === 'notAssessed'),
  ]
}

/** The tiles that the map draws, and how large each layer is in them; null when there is nothing to draw. */
export function zonesFile(
  sets: readonly ZoneSet[],
  coverage: readonly CoverageFact[],
  bounds: Bounds,
  signal: AbortSignal,
): { readonly file: PackedFile; readonly sizes: ZoneTiles['sizes'] } | null {
  const groups = zoneGroups(sets)
  if (groups.length === 0 && coverage.length === 0) return null
  const { bytes, sizes } = buildZoneTiles({ groups, coverage, bounds, signal })
  return { file: packFile('zones', 2, 'zones.pmtiles', bytes), sizes }
}
