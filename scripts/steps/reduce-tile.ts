import type { Bounds } from '#domain/geo/lng-lat.ts'
import { clipLine, clipRings, isPointIn, keepRings } from '../lib/tiles/clip-paths.ts'
import type { Box } from '../lib/tiles/clip-paths.ts'
import { joinLines } from '../lib/tiles/join-lines.ts'
import { EXTENT, LINE, POINT } from '../lib/tiles/mvt.ts'
import type { Path, TileFeature, TileLayers } from '../lib/tiles/mvt.ts'
import { simplifyLine, simplifyRing } from '../lib/tiles/simplify-path.ts'
import { boxInTile, widen } from '../lib/tiles/tile-grid.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { allNamesOf, NO_NAMES } from './base-map-names.ts'
import { LAYER_RULES } from './base-map-rules.ts'
import type { LayerRule } from './base-map-rules.ts'

/** Beyond the edge of the tile, so that lines do not end visibly at it: 8 pixels of a 512-pixel tile. */
const BUFFER = 64
/** At and below this zoom one tile reaches far beyond a town; what is far away is cut off there. */
const CLIPPED_TO_ZOOM = 11
/** How far the low zooms reach beyond the bounds, in metres: what a phone shows around a town. */
const SURROUNDINGS = 6_000
/** A dropped vertex moves a line by at most so many tile units (8 = one pixel of a 512-pixel tile). */
const TOLERANCE: Readonly<Record<number, number>> = { 8: 8, 9: 8, 10: 8, 11: 7, 12: 6, 13: 6, 14: 2 }
const toleranceAt = (zoom: number): number => TOLERANCE[zoom] ?? (zoom < 8 ? 8 : 2)
/** A ring that encloses less than this many squares of the tolerance is a dot nobody sees. */
const SMALLEST_RING = 9

function frameOf(tile: TileAddress, bounds: Bounds): Box {
  const whole: Box = [-BUFFER, -BUFFER, EXTENT + BUFFER, EXTENT + BUFFER]
  if (tile.z > CLIPPED_TO_ZOOM) return whole
  const near = boxInTile(widen(bounds, SURROUNDINGS), tile)
  return [
    Math.max(whole[0], near[0]),
    Math.max(whole[1], near[1]),
    Math.min(whole[2], near[2]),
    Math.min(whole[3], near[3]),
  ]
}

/** Points in the buffer are drawn by the neighbour. */
const labelFrame = (frame: Box): Box => [
  Math.max(0, frame[0]),
  Math.max(0, frame[1]),
  Math.min(EXTENT - 1, frame[2]),
  Math.min(EXTENT - 1, frame[3]),
]

const shapeKey = (feature: TileFeature): string => feature.paths.map((path) => path.join()).join(';')

/**
 * Some tile makers write `subclass` (steps, footway …) only in `transportation_name`: found again by the same shape.
 */
export function joinSubclass(layers: TileLayers): readonly TileFeature[] {
  const roads = layers.get('transportation') ?? []
  const known = new Map<string, string>()
  for (const feature of layers.get('transportation_name') ?? []) {
    const subclass = feature.properties['subclass']
    if (feature.properties['class'] === 'path' && typeof subclass === 'string')
      known.set(shapeKey(feature), subclass)
  }
  if (known.size === 0) return roads
  return roads.map((road) => {
    const { properties } = road
    if (properties['class'] !== 'path' || properties['subclass'] !== undefined) return road
    const subclass = known.get(shapeKey(road))
    return subclass === undefined ? road : { ...road, properties: { ...properties, subclass } }
  })
}

function reduceRings(rings: readonly Path[], frame: Box, tolerance: number): Path[] {
  const inFrame = clipRings(rings, frame)
  const simple = inFrame.map((ring) => (tolerance > 0 ? simplifyRing(ring, tolerance) : ring))
  return keepRings(inFrame, simple, SMALLEST_RING * tolerance * tolerance)
}

function reducePaths(group: TileFeature, rule: LayerRule, frame: Box, zoom: number): Path[] {
  if (group.type === POINT) {
    const inside = labelFrame(frame)
    return group.paths.filter((path) => isPointIn(path, inside))
  }
  const tolerance = toleranceAt(zoom) * rule.coarseness
  if (group.type !== LINE) return reduceRings(group.paths, frame, tolerance)
  const parts = group.paths.flatMap((path) => clipLine(path, frame))
  return joinLines(parts, rule.directed === true).map((line) => simplifyLine(line, tolerance))
}

/** Features with equal properties become one: one set of tags for all, and lines that can be joined. */
function group(features: readonly TileFeature[], rule: LayerRule, zoom: number): TileFeature[] {
  const groups = new Map<
    string,
    { type: TileFeature['type']; paths: Path[]; properties: TileFeature['properties'] }
  >()
  for (const feature of features) {
    const named = { ...feature.properties, ...NO_NAMES, ...allNamesOf(feature.properties) }
    const properties = rule.keep(named, zoom)
    if (properties === null) continue
    const key = `${feature.type} ${JSON.stringify(properties)}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { type: feature.type, paths: [...feature.paths], properties })
    else known.paths.push(...feature.paths)
  }
  return [...groups.values()]
}

/**
 * One tile of the base map out of one tile of the source: the layers and properties of {@link LAYER_RULES}, cut to the
 * tile (far below, to the surroundings of the bounds), equal features joined, shapes simplified by less than a pixel.
 */
export function reduceTile(layers: TileLayers, tile: TileAddress, bounds: Bounds): TileLayers {
  const frame = frameOf(tile, bounds)
  const out = new Map<string, TileFeature[]>()
  for (const [name, rule] of LAYER_RULES) {
    const features = name === 'transportation' ? joinSubclass(layers) : (layers.get(name) ?? [])
    const kept: TileFeature[] = []
    for (const feature of group(features, rule, tile.z)) {
      const paths = reducePaths(feature, rule, frame, tile.z)
      if (paths.length > 0) kept.push({ ...feature, paths })
    }
    if (kept.length > 0) out.set(name, kept)
  }
  return out
}
