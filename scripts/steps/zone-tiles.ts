import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import type { HazardKind, Scenario } from '#domain/hazards/hazard-kind.ts'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { writePmtiles } from '../lib/pmtiles-writer.ts'
import type { TileToWrite, VectorLayer } from '../lib/pmtiles-writer.ts'
import { clipRings } from '../lib/tiles/clip-paths.ts'
import { encodeMvt, EXTENT, POLYGON, twiceArea } from '../lib/tiles/mvt.ts'
import type { Path, TileFeature } from '../lib/tiles/mvt.ts'
import { drawZone, emptyGrid } from '../lib/tiles/rank-grid.ts'
import type { Fill, RankGrid } from '../lib/tiles/rank-grid.ts'
import { boxInTile, tilesOf, toUnitSquare } from '../lib/tiles/tile-grid.ts'
import type { TileAddress } from '../lib/tiles/tile-grid.ts'
import { traceGrid } from '../lib/tiles/trace-grid.ts'
import type { ZoneGroup } from './zone-groups.ts'

/** Rings of `[lng, lat]`, outer ring first, each closed by its first position. */
export type Rings = readonly (readonly (readonly number[])[])[]

export type CoverageToDraw = {
  readonly kind: HazardKind
  readonly scenario: Scenario
  readonly state: 'studied' | 'notAssessed'
  readonly polygon: Rings
}

export type ZoneTilesInput = {
  readonly groups: readonly ZoneGroup[]
  readonly coverage: Iterable<CoverageToDraw>
  readonly bounds: Bounds
  readonly signal: AbortSignal
}

export const ZONES_MIN_ZOOM = 8
export const ZONES_MAX_ZOOM = 14

/**
 * How each zoom is drawn: cells along the edge of a tile (512 = one pixel of the screen), which cells a zone fills, and how
 * far in cells an outline may move. From far, every cell that a zone touches is coloured, so that no small zone is lost;
 * near, a cell is about 2 m and shows the outline as it was published (5 m mesh).
 */
const DRAWN: Readonly<
  Record<number, { readonly cells: number; readonly fill: Fill; readonly tolerance: number }>
> = {
  8: { cells: 512, fill: 'touch', tolerance: 0.75 },
  9: { cells: 512, fill: 'touch', tolerance: 0.75 },
  10: { cells: 512, fill: 'touch', tolerance: 0.75 },
  11: { cells: 512, fill: 'touch', tolerance: 0.75 },
  12: { cells: 512, fill: 'touch', tolerance: 0.75 },
  13: { cells: 512, fill: 'centre', tolerance: 0.75 },
  14: { cells: 1024, fill: 'centre', tolerance: 1.1 },
}
/** Beyond the edge of the tile, in tile units (4 pixels): outlines at the edge are drawn by the neighbour. */
const BUFFER = 32

/** A polygon on the unit square, with its box for finding it quickly. */
type Flat = {
  readonly rings: readonly Path[]
  readonly box: readonly [number, number, number, number]
}

function flatten(polygon: Rings): Flat {
  const rings = polygon.map((ring) => {
    const flat = ring.flatMap(([lng, lat]) => toUnitSquare([lng, lat] as LngLat))
    const end = flat.length - 2
    return flat[0] === flat[end] && flat[1] === flat[end + 1] ? flat.slice(0, end) : flat
  })
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  const outer = rings[0] ?? []
  for (let i = 0; i < outer.length; i += 2) {
    minX = Math.min(minX, outer[i] as number)
    maxX = Math.max(maxX, outer[i] as number)
    minY = Math.min(minY, outer[i + 1] as number)
    maxY = Math.max(maxY, outer[i + 1] as number)
  }
  return { rings, box: [minX, minY, maxX, maxY] }
}

type FlatZone = { readonly rank: number; readonly flat: Flat }
type FlatGroup = Omit<ZoneGroup, 'zones'> & { readonly zones: readonly FlatZone[] }

/** A polygon that is drawn in two groups (of its river and of all rivers) is flattened once. */
function flattenGroups(groups: readonly ZoneGroup[]): FlatGroup[] {
  const known = new Map<Rings, Flat>()
  return groups.map((group) => ({
    ...group,
    zones: group.zones.map(({ rank, polygon }) => {
      const flat = known.get(polygon) ?? flatten(polygon)
      known.set(polygon, flat)
      return { rank, flat }
    }),
  }))
}

/** The cells outside the bounds of the pack say nothing: they are emptied. */
function clearOutside(
  grid: RankGrid,
  bounds: Bounds,
  tile: TileAddress,
  margin: number,
  unitsPerCell: number,
): void {
  const [minX, minY, maxX, maxY] = boxInTile(bounds, tile).map((units) => units / unitsPerCell + margin) as [
    number,
    number,
    number,
    number,
  ]
  for (let row = 0; row < grid.side; row++) {
    const from = row + 1 <= minY || row >= maxY ? 0 : Math.max(0, Math.min(grid.side, Math.floor(minX)))
    const to = row + 1 <= minY || row >= maxY ? 0 : Math.max(0, Math.min(grid.side, Math.ceil(maxX)))
    grid.cells.fill(0, row * grid.side, row * grid.side + from)
    grid.cells.fill(0, row * grid.side + Math.max(from, to), (row + 1) * grid.side)
  }
}

/** The zones of one hazard in one tile: drawn into a grid, so that the highest rank wins, and traced again. */
function zoneFeatures(group: FlatGroup, tile: TileAddress, bounds: Bounds): TileFeature[] {
  const drawn = DRAWN[tile.z]
  if (drawn === undefined) throw new RangeError(`zones are not drawn at zoom ${tile.z}`)
  const unitsPerCell = EXTENT / drawn.cells
  const margin = BUFFER / unitsPerCell
  const grid = emptyGrid(drawn.cells + 2 * margin)
  const scale = 2 ** tile.z
  const cells = (value: number, from: number): number => (value * scale - from) * drawn.cells + margin
  let isEmpty = true
  for (const { rank, flat } of group.zones) {
    const { rings, box } = flat
    if (cells(box[0], tile.x) > grid.side || cells(box[2], tile.x) < 0) continue
    if (cells(box[1], tile.y) > grid.side || cells(box[3], tile.y) < 0) continue
    const inCells = rings.map((ring) => ring.map((value, i) => cells(value, i % 2 === 0 ? tile.x : tile.y)))
    drawZone(grid, inCells, rank, drawn.fill)
    isEmpty = false
  }
  if (isEmpty) return []
  clearOutside(grid, bounds, tile, margin, unitsPerCell)
  const traced = traceGrid(grid, { tolerance: drawn.tolerance, fixedAt: [margin, margin + drawn.cells] })
  return [...traced].map(([rank, rings]) => ({
    type: POLYGON,
    paths: rings.map((ring) => ring.map((cell) => Math.round((cell - margin) * unitsPerCell))),
    properties: { ...group.properties, ...group.ranks[rank - 1] },
  }))
}

type FlatCoverage = { readonly flat: Flat; readonly properties: TileFeature['properties'] }

function coverageFeatures(
  coverage: readonly FlatCoverage[],
  tile: TileAddress,
  bounds: Bounds,
): TileFeature[] {
  const scale = 2 ** tile.z * EXTENT
  const [minX, minY, maxX, maxY] = boxInTile(bounds, tile)
  const frame = [
    Math.max(-BUFFER, minX),
    Math.max(-BUFFER, minY),
    Math.min(EXTENT + BUFFER, maxX),
    Math.min(EXTENT + BUFFER, maxY),
  ] as const
  const out: TileFeature[] = []
  for (const { flat, properties } of coverage) {
    const rings = flat.rings.map((ring, i) => {
      const units = ring.map((value, k) =>
        Math.round(value * scale - (k % 2 === 0 ? tile.x : tile.y) * EXTENT),
      )
      const isOuter = twiceArea(units) > 0
      return isOuter === (i === 0) ? units : turned(units)
    })
    const paths = clipRings(rings, frame)
    if (paths.length > 0) out.push({ type: POLYGON, paths, properties })
  }
  return out
}

const turned = (ring: Path): Path => {
  const out: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) out.push(ring[i] as number, ring[i + 1] as number)
  return out
}

const LAYERS: readonly VectorLayer[] = [
  {
    id: 'zone',
    fields: {
      layer: 'String',
      kind: 'String',
      scenario: 'String',
      river: 'String',
      rank: 'Number',
      min: 'Number',
      max: 'Number',
    },
    minzoom: ZONES_MIN_ZOOM,
    maxzoom: ZONES_MAX_ZOOM,
  },
  {
    id: 'coverage',
    fields: { kind: 'String', scenario: 'String', state: 'String' },
    minzoom: ZONES_MIN_ZOOM,
    maxzoom: ZONES_MAX_ZOOM,
  },
]

/** The archive, and how many bytes the tiles of each layer of zones are before packing. */
export type ZoneTiles = { readonly bytes: Uint8Array; readonly sizes: ReadonlyMap<ZoneLayerId, number> }

/**
 * The hazard zones and the coverage for display, as one PMTiles archive (layers `zone` and `coverage`). Never to be asked
 * for an answer: outlines are off by up to a few metres near and by a pixel from far, on the side of more hazard.
 * @throws the signal's reason when aborted.
 */
export function buildZoneTiles({ groups, coverage, bounds, signal }: ZoneTilesInput): ZoneTiles {
  const flat = flattenGroups(groups)
  const covered = [...coverage].map(({ polygon, kind, scenario, state }) => ({
    flat: flatten(polygon),
    properties: { kind, scenario, state },
  }))
  const sizes = new Map<ZoneLayerId, number>()
  const tiles: TileToWrite[] = []
  for (let z = ZONES_MIN_ZOOM; z <= ZONES_MAX_ZOOM; z++) {
    for (const tile of tilesOf(bounds, z)) {
      signal.throwIfAborted()
      const zone = flat.flatMap((group) => {
        const features = zoneFeatures(group, tile, bounds)
        const size = features.length === 0 ? 0 : encodeMvt(new Map([['zone', features]])).length
        sizes.set(group.layer, (sizes.get(group.layer) ?? 0) + size)
        return features
      })
      const data = encodeMvt(
        new Map([
          ['zone', zone],
          ['coverage', coverageFeatures(covered, tile, bounds)],
        ]),
      )
      if (data.length > 0) tiles.push({ ...tile, data })
    }
  }
  const bytes = writePmtiles({
    tiles,
    bounds,
    minZoom: ZONES_MIN_ZOOM,
    maxZoom: ZONES_MAX_ZOOM,
    name: 'hazard zones',
    description: 'Hazard zones for display, not for answers',
    attribution: '',
    vectorLayers: LAYERS,
  })
  return { bytes, sizes }
}
