import type { LngLat } from '#domain/geo/lng-lat.ts'
import { twiceArea } from '#scripts/lib/tiles/mvt.ts'
import type { Path } from '#scripts/lib/tiles/mvt.ts'
import type { RankGrid } from '#scripts/lib/tiles/rank-grid.ts'
import { traceGrid } from '#scripts/lib/tiles/trace-grid.ts'
import { noiseAt } from '../random.ts'
import type { Terrain } from '../terrain.ts'
import { toSpot } from '../town.ts'
import type { Spot, Town } from '../town.ts'
import { CELL } from './model.ts'
import type { Model } from './model.ts'

/** A zone as the official file holds it: one rank or class, rings of `[lng, lat]`, outer first, closed. */
export type Zone = { readonly rank: number; readonly rings: readonly (readonly LngLat[])[] }

/** The official mesh of 5 m: 0.225″ by 0.15″ (A31a), in degrees. */
export const MESH: LngLat = [0.225 / 3600, 0.15 / 3600]
/** Water of less than this is not drawn, metres. */
const DRY = 0.03
/** Land within this distance of the shore or of a river's water is not drawn, metres. */
const FROM_SEA = 4
const FROM_WATER = 3

/** The ground in the official mesh of 5 m, and what is drawn onto it. Rows from the north, columns from the west. */
export class Mesh {
  readonly columns: number
  readonly rows: number
  private readonly perCell: Spot
  /** Height of the ground, worked out when it is first asked for. */
  private readonly heights: Float32Array
  private readonly town: Town
  private readonly terrain: Terrain

  constructor(town: Town, terrain: Terrain) {
    this.town = town
    this.terrain = terrain
    this.perCell = toSpot(town, [town.origin[0] + MESH[0], town.origin[1] + MESH[1]])
    this.columns = Math.ceil(town.size[0] / this.perCell[0])
    this.rows = Math.ceil(town.size[1] / this.perCell[1])
    this.heights = new Float32Array(this.columns * this.rows).fill(NaN)
  }

  /** The middle of a cell, in metres of the town. */
  spotOf(column: number, row: number): Spot {
    return [(column + 0.5) * this.perCell[0], (this.rows - row - 0.5) * this.perCell[1]]
  }

  /** Column and row of the cell in which a spot lies. */
  cellOf([x, y]: Spot): [column: number, row: number] {
    return [Math.floor(x / this.perCell[0]), this.rows - 1 - Math.floor(y / this.perCell[1])]
  }

  /** Height of the ground with its small unevenness (banks of roads, paddies), metres above the sea; +∞ on water. */
  heightAt(column: number, row: number): number {
    const index = row * this.columns + column
    const known = this.heights[index] as number
    if (!Number.isNaN(known)) return known
    const spot = this.spotOf(column, row)
    const height = this.reckonHeight(spot)
    this.heights[index] = height
    return height
  }

  private reckonHeight(spot: Spot): number {
    const { terrain, town } = this
    if (terrain.at(spot).coast < FROM_SEA || terrain.fromRiver(spot) < FROM_WATER) return Infinity
    const [x, y] = spot
    const uneven = noiseAt(x, y, 95, town.seed + 31) * 0.18 + noiseAt(x, y, 34, town.seed + 32) * 0.12
    return terrain.height(spot) + uneven
  }

  /**
   * Fills a grid of ranks by asking each cell; 0 = nothing there.
   * @param near only cells for which this says true about their spot are asked (a cheap first look).
   */
  draw(near: (spot: Spot) => boolean, rankAt: (column: number, row: number, spot: Spot) => number): Drawing {
    const cells = new Uint8Array(this.columns * this.rows)
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        const spot = this.spotOf(column, row)
        if (near(spot)) cells[row * this.columns + column] = rankAt(column, row, spot)
      }
    }
    return { columns: this.columns, rows: this.rows, cells }
  }

  /** The drawing as zones in degrees, one polygon for each patch of equal rank. `tolerance` in cells: 0 keeps the staircase. */
  zonesOf(drawing: Drawing, tolerance = 0): Zone[] {
    const { grid, west, north } = cropped(drawing)
    if (grid.side === 0) return []
    const zones: Zone[] = []
    for (const [rank, rings] of traceGrid(grid, { tolerance, fixedAt: [] })) {
      let current: LngLat[][] = []
      for (const ring of rings) {
        if (twiceArea(ring) > 0) zones.push({ rank, rings: (current = []) })
        current.push(this.toDegrees(ring, west, north))
      }
    }
    return zones
  }

  private toDegrees(ring: Path, west: number, north: number): LngLat[] {
    const { origin } = this.town
    const out: LngLat[] = []
    for (let i = 0; i <= ring.length; i += 2) {
      const k = i % ring.length
      const lng = origin[0] + (west + (ring[k] as number)) * MESH[0]
      const lat = origin[1] + (this.rows - north - (ring[k + 1] as number)) * MESH[1]
      out.push([Math.round(lng * 1e8) / 1e8, Math.round(lat * 1e8) / 1e8])
    }
    return out
  }
}

/** Ranks or classes by cell of the mesh; 0 = nothing. */
export type Drawing = { readonly columns: number; readonly rows: number; readonly cells: Uint8Array }

/** The smallest square that holds all that is drawn. */
function cropped({ columns, rows, cells }: Drawing): { grid: RankGrid; west: number; north: number } {
  let [west, east, north, south] = [columns, -1, rows, -1]
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === 0) continue
    const [column, row] = [i % columns, Math.floor(i / columns)]
    west = Math.min(west, column)
    east = Math.max(east, column)
    north = Math.min(north, row)
    south = Math.max(south, row)
  }
  const side = Math.max(0, east - west + 1, south - north + 1)
  const out = new Uint8Array(side * side)
  for (let row = north; row <= south; row++)
    for (let column = west; column <= east; column++)
      out[(row - north) * side + (column - west)] = cells[row * columns + column] as number
  return { grid: { side, cells: out }, west, north }
}

/** The cells of the mesh beside a cell. */
function beside({ columns, cells }: Drawing, at: number): number[] {
  const out = [at - columns, at + columns]
  if (at % columns > 0) out.push(at - 1)
  if (at % columns < columns - 1) out.push(at + 1)
  return out.filter((next) => next >= 0 && next < cells.length)
}

/** Numbers all cells of the drawn patch around `start`; returns how many they are. */
function floodFill(drawing: Drawing, start: number, patch: Int32Array, id: number): number {
  const stack = [start]
  let size = 0
  patch[start] = id
  for (let at = stack.pop(); at !== undefined; at = stack.pop(), size++) {
    for (const next of beside(drawing, at)) {
      if (drawing.cells[next] === 0 || patch[next] !== 0) continue
      patch[next] = id
      stack.push(next)
    }
  }
  return size
}

/** Puddles stay out: keeps the patches of at least so many cells (a cell is about 28 m²). */
export function withoutPuddles(drawing: Drawing, least: number): Drawing {
  const patch = new Int32Array(drawing.cells.length)
  const sizes = [0]
  drawing.cells.forEach((cell, start) => {
    if (cell !== 0 && patch[start] === 0) sizes.push(floodFill(drawing, start, patch, sizes.length))
  })
  const cells = drawing.cells.map((cell, i) => ((sizes[patch[i] as number] as number) >= least ? cell : 0))
  return { ...drawing, cells }
}

/** Values of the solver's cells read between their middles; only cells with water count. */
export class Between {
  private readonly model: Model
  private readonly depth: Float32Array

  constructor(model: Model, depth: Float32Array) {
    this.model = model
    this.depth = depth
  }

  /** True when one of the four cells around a spot is wet. */
  isNear([x, y]: Spot): boolean {
    const { columns, rows } = this.model.grid
    const column = Math.floor(x / CELL - 0.5)
    const row = Math.floor(y / CELL - 0.5)
    if (column < 0 || row < 0 || column >= columns - 1 || row >= rows - 1) return false
    const i = row * columns + column
    return (
      (this.depth[i] as number) > DRY ||
      (this.depth[i + 1] as number) > DRY ||
      (this.depth[i + columns] as number) > DRY ||
      (this.depth[i + columns + 1] as number) > DRY
    )
  }

  /** The mean of a field over the wet cells around a spot, the nearer the heavier; NaN when none is wet. */
  read(field: Float32Array, [x, y]: Spot): number {
    const { columns } = this.model.grid
    const u = x / CELL - 0.5
    const v = y / CELL - 0.5
    const i = Math.floor(v) * columns + Math.floor(u)
    const [fu, fv] = [u - Math.floor(u), v - Math.floor(v)]
    let [sum, weights] = [0, 0]
    for (let k = 0; k < 4; k++) {
      const at = i + (k & 1) + (k >> 1) * columns
      if ((this.depth[at] as number) <= DRY) continue
      const weight = ((k & 1) === 1 ? fu : 1 - fu) * (k >> 1 === 1 ? fv : 1 - fv)
      sum += (field[at] as number) * weight
      weights += weight
    }
    return weights > 1e-9 ? sum / weights : NaN
  }
}

/** Depth in metres on the mesh: the level of the water, read between the solver's cells, less the ground of the mesh; 0 = dry. */
export function depthOn(
  mesh: Mesh,
  between: Between,
  level: Float32Array,
): (column: number, row: number, spot: Spot) => number {
  return (column, row, spot) => {
    const depth = between.read(level, spot) - mesh.heightAt(column, row)
    return depth > DRY ? depth : 0
  }
}
