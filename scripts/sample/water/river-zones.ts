import { lookUp, nearestOnLine } from '../curve.ts'
import type { RiverBed, Terrain } from '../terrain.ts'
import type { Spot } from '../town.ts'
import type { Envelope } from './hazards.ts'
import { Between, depthOn, withoutPuddles } from './mesh.ts'
import type { Drawing, Mesh, Zone } from './mesh.ts'
import type { Model } from './model.ts'

/** Upper bounds of the depth ranks 1…5 in metres (国土数値情報 water_depth_code). */
export const DEPTH_BOUNDS = [0.5, 3, 5, 10, 20]
/** Upper bounds of the duration ranks 1…6 in hours (国土数値情報 flood_duration_code). */
const HOUR_BOUNDS = [12, 24, 72, 168, 336, 672]
/** The depth whose duration is told, metres. */
const LASTING = 0.5

/**
 * Flow that can carry off a wooden house: speed² × depth of at least 2.5 m³/s². From the field study of the flood of 1986 by
 * Satō, Imamura & Shutō (1989), Proc. Hydraulic Engineering 33 (1.5 = damaged, 2.5 = carried off); the MLIT manual itself has a
 * curve of depth and speed for one model house, which this stands for.
 */
const CARRIES_OFF = 2.5
/** Codes of the zones in which houses collapse: flow, bank erosion, both (A31a_405). */
const FLOW = 1
const EROSION = 2
const BOTH = 3

/** Our own simple rule for bank erosion: the bank gives way over so many times its height, more where the bed is steep. */
const EROSION_RULE = { steep: 1 / 300, timesSteep: 8, timesFlat: 5, least: 10, most: 55, fromShare: 0.08 }
/** Patches of fewer cells of the mesh are left out: 2.5 ha, and 0.1 ha for collapse. */
const PUDDLE = 900
const SPECK = 40

/** The rank of a value: 1 below the first bound, and so on. */
export const rankIn = (bounds: readonly number[], value: number): number =>
  bounds.filter((bound) => value >= bound).length + 1

/** Zones of one river in the official classes. */
export type RiverZones = {
  readonly design: readonly Zone[]
  readonly max: readonly Zone[]
  readonly hours: readonly Zone[]
  readonly flow: readonly Zone[]
  readonly erosion: readonly Zone[]
}

/** How far from its water a river's bank can be washed away at a place along it, metres. */
export function erosionReach(
  { bed, length }: RiverBed,
  crest: (along: number) => number,
  along: number,
): number {
  if (along / length < EROSION_RULE.fromShare) return 0
  const [up, down] = [lookUp(bed, Math.max(0, along - 150)), lookUp(bed, Math.min(length, along + 150))]
  const times = (up - down) / 300 >= EROSION_RULE.steep ? EROSION_RULE.timesSteep : EROSION_RULE.timesFlat
  const height = crest(along) - lookUp(bed, along)
  return Math.max(EROSION_RULE.least, Math.min(EROSION_RULE.most, times * height))
}

function erosionOn(mesh: Mesh, terrain: Terrain, bed: RiverBed): Drawing {
  const waters = terrain.works.rivers.find((each) => each.bed === bed)?.waters
  const crest = (along: number): number =>
    lookUp(bed.bed, along) + (waters === undefined ? 0 : lookUp(waters.crest, along / bed.length))
  return mesh.draw(
    (spot) => terrain.fromRiver(spot) < EROSION_RULE.most,
    (column, row, spot) => {
      if (mesh.heightAt(column, row) === Infinity) return 0
      const { distance, along } = nearestOnLine(bed.track, spot)
      const [from, to] = bed.river.width
      const fromWater = distance - (from + ((to - from) * along) / bed.length) / 2
      return fromWater <= erosionReach(bed, crest, along) ? EROSION : 0
    },
  )
}

/** Depth ranks of an envelope on the mesh, without puddles. */
export function drawDepths(mesh: Mesh, model: Model, of: Envelope, bounds: readonly number[]): Drawing {
  const between = new Between(model, of.depth)
  const depth = depthOn(mesh, between, of.level)
  const drawing = mesh.draw(
    (spot) => between.isNear(spot),
    (column, row, spot) => {
      const metres = depth(column, row, spot)
      return metres > 0 ? rankIn(bounds, metres) : 0
    },
  )
  return withoutPuddles(drawing, PUDDLE)
}

function drawHours(mesh: Mesh, model: Model, of: Envelope): Drawing {
  const between = new Between(model, of.depth)
  const depth = depthOn(mesh, between, of.level)
  return mesh.draw(
    (spot) => between.isNear(spot),
    (column, row, spot) => {
      const hours = between.read(of.hours, spot)
      return hours > 0 && depth(column, row, spot) >= LASTING ? rankIn(HOUR_BOUNDS, hours) : 0
    },
  )
}

function drawFlow(mesh: Mesh, model: Model, of: Envelope): Drawing {
  const between = new Between(model, of.depth)
  const depth = depthOn(mesh, between, of.level)
  const isStrong = (column: number, row: number, spot: Spot): boolean =>
    between.read(of.force, spot) >= CARRIES_OFF && depth(column, row, spot) > 0
  return mesh.draw(
    (spot) => between.isNear(spot),
    (column, row, spot) => (isStrong(column, row, spot) ? FLOW : 0),
  )
}

/** Marks the cells of a drawing that are also drawn in another as `both`. */
const withBoth = (one: Drawing, other: Drawing): Drawing => ({
  ...one,
  cells: one.cells.map((cell, i) => (cell !== 0 && other.cells[i] !== 0 ? BOTH : cell)),
})

/** The higher rank of two drawings: at the edges of the water the reading between cells may put the smaller flood farther out. */
const higherOf = (one: Drawing, other: Drawing): Drawing => ({
  ...one,
  cells: one.cells.map((cell, i) => Math.max(cell, other.cells[i] as number)),
})

/** Draws everything that is published of one river. */
export function zonesOfRiver(
  mesh: Mesh,
  model: Model,
  { bed, max, design }: { readonly bed: RiverBed; readonly max: Envelope; readonly design: Envelope },
): RiverZones {
  const flow = withoutPuddles(drawFlow(mesh, model, max), SPECK)
  const erosion = erosionOn(mesh, model.terrain, bed)
  const planned = drawDepths(mesh, model, design, DEPTH_BOUNDS)
  const most = higherOf(drawDepths(mesh, model, max, DEPTH_BOUNDS), planned)
  return {
    design: mesh.zonesOf(planned),
    max: mesh.zonesOf(most),
    hours: mesh.zonesOf(withoutPuddles(drawHours(mesh, model, max), SPECK)),
    flow: mesh.zonesOf(withBoth(flow, erosion)),
    erosion: mesh.zonesOf(withBoth(erosion, flow)),
  }
}
