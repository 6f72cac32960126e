import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Path } from '../lib/tiles/mvt.ts'
import { twiceArea } from '../lib/tiles/mvt.ts'
import type { RankGrid } from '../lib/tiles/rank-grid.ts'
import { traceGrid } from '../lib/tiles/trace-grid.ts'
import { noiseAt } from './random.ts'
import type { RiverBed, Terrain } from './terrain.ts'
import { toSpot } from './town.ts'
import type { Town } from './town.ts'

/** A zone as the official file holds it: one depth rank, rings of `[lng, lat]`, outer first, closed. */
export type FloodZone = { readonly rank: number; readonly rings: readonly (readonly LngLat[])[] }

/** The official mesh of 5 m: 0.225″ by 0.15″ (A31a), in degrees. */
const MESH: LngLat = [0.225 / 3600, 0.15 / 3600]
/** Upper bounds of the depth ranks 1…5 in metres (國土数値情報 water_depth_code). */
const RANK_BOUNDS = [0.5, 3, 5, 10, 20]
/** The mesh is laid out so far around the line of a river, in metres. */
const REACH = 1500
/** Cells of the mesh; about 2.5 hectares. */
const PUDDLE = 900

const rankOf = (depth: number): number =>
  depth <= 0 ? 0 : RANK_BOUNDS.filter((bound) => depth >= bound).length + 1

/** Small rises and hollows that no height model shows: banks of roads, paddies, ponds. */
const unevenness = (town: Town, x: number, y: number): number =>
  noiseAt(x, y, 95, town.seed + 31) * 0.55 + noiseAt(x, y, 34, town.seed + 32) * 0.3

function depthAt(town: Town, terrain: Terrain, bed: RiverBed, x: number, y: number): number {
  const depth = terrain.depthAt(bed, [x, y])
  if (depth < -1 || terrain.at([x, y]).coast < 6 || terrain.fromRiver([x, y]) < 3) return 0
  return depth - unevenness(town, x, y)
}

/** Columns and rows of the mesh that a river can reach. */
function reachOf(town: Town, bed: RiverBed): { west: number; north: number; side: number } {
  const xs = bed.line.map(([x]) => x)
  const ys = bed.line.map(([, y]) => y)
  const perColumn = toSpot(town, [town.origin[0] + MESH[0], town.origin[1]])[0]
  const perRow = toSpot(town, [town.origin[0], town.origin[1] + MESH[1]])[1]
  const west = Math.floor((Math.min(...xs) - REACH) / perColumn)
  const north = Math.ceil((Math.max(...ys) + REACH) / perRow)
  const east = Math.ceil((Math.max(...xs) + REACH) / perColumn)
  const south = Math.floor((Math.min(...ys) - REACH) / perRow)
  return { west, north, side: Math.max(east - west, north - south) }
}

function drawRanks(
  town: Town,
  terrain: Terrain,
  bed: RiverBed,
): { grid: RankGrid; west: number; north: number } {
  const { west, north, side } = reachOf(town, bed)
  const cells = new Uint8Array(side * side)
  for (let row = 0; row < side; row++) {
    const lat = town.origin[1] + (north - row - 0.5) * MESH[1]
    for (let column = 0; column < side; column++) {
      const lng = town.origin[0] + (west + column + 0.5) * MESH[0]
      const [x, y] = toSpot(town, [lng, lat])
      cells[row * side + column] = rankOf(depthAt(town, terrain, bed, x, y))
    }
  }
  return { grid: { side, cells: withoutPuddles({ side, cells }) }, west, north }
}

/** The cells beside a cell that lie in the grid. */
const beside = (side: number, at: number): number[] =>
  [at % side > 0 ? at - 1 : -1, at % side < side - 1 ? at + 1 : -1, at - side, at + side].filter(
    (next) => next >= 0 && next < side * side,
  )

/** Numbers all cells of the wet area around `start`; returns how many they are. */
function floodFill({ side, cells }: RankGrid, start: number, area: Int32Array, id: number): number {
  const stack = [start]
  let size = 0
  area[start] = id
  for (let at = stack.pop(); at !== undefined; at = stack.pop(), size++) {
    const next = beside(side, at).filter((cell) => cells[cell] !== 0 && area[cell] === 0)
    for (const cell of next) area[cell] = id
    stack.push(...next)
  }
  return size
}

/** Puddles stay out: keeps the wet areas of at least {@link PUDDLE} cells. */
function withoutPuddles(grid: RankGrid): Uint8Array {
  const area = new Int32Array(grid.cells.length)
  const sizes = [0]
  grid.cells.forEach((cell, start) => {
    if (cell !== 0 && area[start] === 0) sizes.push(floodFill(grid, start, area, sizes.length))
  })
  return grid.cells.map((cell, i) => ((sizes[area[i] as number] as number) >= PUDDLE ? cell : 0))
}

/**
 * The flood zones of one river in the largest conceivable flood: depth ranks on the official 5 m mesh, one polygon for each
 * patch of equal rank.
 */
export function floodZones(town: Town, terrain: Terrain, bed: RiverBed): FloodZone[] {
  const { grid, west, north } = drawRanks(town, terrain, bed)
  const toDegrees = (ring: Path): LngLat[] => {
    const out: LngLat[] = []
    for (let i = 0; i <= ring.length; i += 2) {
      const k = i % ring.length
      const lng = town.origin[0] + (west + (ring[k] as number)) * MESH[0]
      const lat = town.origin[1] + (north - (ring[k + 1] as number)) * MESH[1]
      out.push([Math.round(lng * 1e8) / 1e8, Math.round(lat * 1e8) / 1e8])
    }
    return out
  }
  const zones: FloodZone[] = []
  for (const [rank, rings] of traceGrid(grid, { tolerance: 0, fixedAt: [] })) {
    let current: LngLat[][] = []
    for (const ring of rings) {
      if (twiceArea(ring) > 0) zones.push({ rank, rings: (current = []) })
      current.push(toDegrees(ring))
    }
  }
  return zones
}
