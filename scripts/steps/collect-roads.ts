import { BRIDGE, STEPS, TUNNEL, type RoadName, type WayClass } from '#domain/routes/graph.ts'
import { clipLine } from '../lib/tiles/clip-paths.ts'
import {
  EXTENT,
  LINE,
  type Path,
  type Properties,
  type TileFeature,
  type TileLayers,
} from '../lib/tiles/mvt.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { namesOf } from './base-map-names.ts'
import { joinSubclass } from './reduce-tile.ts'

/**
 * A line of the road layer, cut to its own tile, in tile units counted over the whole world at the zoom of the tiles (at 14:
 * 0.6 m at the equator, 0.5 m in Kyushu).
 */
export type RoadLine = {
  readonly path: Path
  readonly class: WayClass
  readonly flags: number
  /** 0 = on the ground, 1 and more = on a bridge, -1 and less = under the ground: lines of different levels only cross. */
  readonly level: number
}

/** A line of the layer of names; its shape is seldom that of one road. */
export type NameLine = { readonly path: Path; readonly name: RoadName }

export type TileRoads = {
  readonly tile: TileAddress
  readonly roads: readonly RoadLine[]
  readonly names: readonly NameLine[]
  /** Metres are not reckoned here: features, by why they are no way on foot. */
  readonly left: Readonly<Record<string, number>>
}

/** The roads of all tiles of one zoom. */
export type Roads = Omit<TileRoads, 'tile'> & { readonly zoom: number }

/** `class` of OpenMapTiles (https://openmaptiles.org/schema/#transportation) → what it is for feet. */
const CLASSES: Readonly<Record<string, WayClass>> = {
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  minor: 'residential',
  minor_road: 'residential',
  unclassified: 'residential',
  residential: 'residential',
  living_street: 'residential',
  service: 'service',
  busway: 'service',
  track: 'service',
  path: 'path',
  pedestrian: 'path',
  pier: 'path',
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** True for 1, true, 'yes' …: tile makers write flags in all of these ways. */
const isSet = (value: unknown): boolean => value === true || value === 1 || /^(1|yes|true)$/.test(text(value))
const isDenied = (value: unknown): boolean =>
  value === false || value === 0 || /^(0|no|false|private)$/.test(text(value))

/** Why nobody walks there; null = people may. An expressway (自動車専用道路) bars feet whatever class it has. */
function barOf(properties: Properties): string | null {
  const kind = text(properties['class'])
  if (kind === 'motorway' || isSet(properties['expressway'])) return 'motorway'
  if (!(kind in CLASSES)) return kind === '' ? 'no class' : kind
  if (properties['foot'] !== undefined && isDenied(properties['foot'])) return 'no feet'
  const isOpen =
    properties['access'] === undefined || !isDenied(properties['access']) || isSet(properties['foot'])
  return isOpen ? null : 'no access'
}

function levelOf(properties: Properties): number {
  const brunnel = text(properties['brunnel'])
  if (brunnel !== 'bridge' && brunnel !== 'tunnel') return 0
  const layer = Number(properties['layer'] ?? 0)
  if (brunnel === 'bridge') return Math.max(1, layer || 0)
  return Math.min(-1, layer || 0)
}

function flagsOf(properties: Properties): number {
  const brunnel = text(properties['brunnel'])
  const steps = text(properties['subclass']) === 'steps' ? STEPS : 0
  return steps | (brunnel === 'bridge' ? BRIDGE : 0) | (brunnel === 'tunnel' ? TUNNEL : 0)
}

/** Cut to the tile itself, because the buffer around it repeats what the neighbours have. */
const OWN: Parameters<typeof clipLine>[1] = [0, 0, EXTENT, EXTENT]

function ownPaths(feature: TileFeature, tile: TileAddress): Path[] {
  if (feature.type !== LINE) return []
  return feature.paths
    .flatMap((path) => clipLine(path, OWN))
    .map((path) => path.map((value, i) => value + (i % 2 === 0 ? tile.x : tile.y) * EXTENT))
}

const MAX_NAME = 100

function nameIn(properties: Properties): RoadName | null {
  const ja = namesOf(properties).name ?? ''
  const ref = text(properties['ref'])
  if (ja === '' && ref === '') return null
  return { ja: oneLine(ja), ref: ref === '' ? null : oneLine(ref) }
}

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').slice(0, MAX_NAME)

/** The ways on foot and the names of ways in one tile of the source. */
export function collectRoads(layers: TileLayers, tile: TileAddress): TileRoads {
  const roads: RoadLine[] = []
  const left: Record<string, number> = {}
  for (const feature of joinSubclass(layers)) {
    const { properties } = feature
    const bar = barOf(properties)
    if (bar !== null) left[bar] = (left[bar] ?? 0) + 1
    const kind = CLASSES[text(properties['class'])]
    if (bar !== null || kind === undefined) continue
    for (const path of ownPaths(feature, tile))
      roads.push({ path, class: kind, flags: flagsOf(properties), level: levelOf(properties) })
  }
  const names = (layers.get('transportation_name') ?? []).flatMap((feature) => {
    const name = nameIn(feature.properties)
    return name === null ? [] : ownPaths(feature, tile).map((path): NameLine => ({ path, name }))
  })
  return { tile, roads, names, left }
}

/** All tiles as one, in the order of their addresses, however they came. */
export function mergeRoads(tiles: readonly TileRoads[], zoom: number): Roads {
  const sorted = tiles.toSorted((a, b) => a.tile.x - b.tile.x || a.tile.y - b.tile.y)
  const left: Record<string, number> = {}
  for (const tile of sorted)
    for (const [why, count] of Object.entries(tile.left)) left[why] = (left[why] ?? 0) + count
  return {
    zoom,
    roads: sorted.flatMap(({ roads }) => roads),
    names: sorted.flatMap(({ names }) => names),
    left: Object.fromEntries(Object.entries(left).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
