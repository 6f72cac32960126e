import { readFileSync } from 'node:fs'
import type { Terrain } from '../terrain.ts'
import type { Spot } from '../town.ts'
import type { Mesh, Zone } from './mesh.ts'

/** What every zone is known by. */
type Named = {
  readonly number: string
  readonly name: string
  readonly address: string
  /** Date of the notice; `9999/1/1` = unknown. */
  readonly notice: string
  /** Not yet designated: codes 3 and 4 stand in place of 1 and 2. */
  readonly planned?: boolean
  /** The red zone has not been surveyed: none is drawn. */
  readonly unsurveyed?: boolean
}
type Steep = Named & { readonly at: Spot; readonly radius: number }
type Torrent = Named & { readonly apex: Spot }
type Slide = Named & { readonly at: Spot; readonly half: Spot; readonly angle: number }
type Slopes = {
  readonly steep: readonly Steep[]
  readonly torrents: readonly Torrent[]
  readonly slides: readonly Slide[]
}

/** One zone of A33: its phenomenon (1 steep slope, 2 debris flow, 3 slide), its code and its polygons. */
export type LandslideZone = {
  readonly phenomenon: 1 | 2 | 3
  readonly code: 1 | 2 | 3 | 4
  readonly named: Named
  readonly zones: readonly Zone[]
}

/**
 * The rules of 土砂災害防止法施行令 art. 2 for yellow zones: a slope of 30° and more and 5 m and higher, 10 m above its top, twice its
 * height (at most 50 m) below its foot; debris flows where the ground below the torrent's mouth falls by 2° and more. The red
 * zones of the law come from forces on houses; here they are simply the inner part.
 */
const STEEP = {
  slope: Math.tan((30 * Math.PI) / 180),
  height: 5,
  above: 10,
  timesBelow: 2,
  below: 50,
  redTimes: 1,
  red: 18,
}
const FAN = {
  slope: Math.tan((2 * Math.PI) / 180),
  reach: 420,
  half: 27,
  redReach: 0.42,
  redHalf: 16,
  step: 4,
  look: 30,
}
/** Cells by which the outlines of these zones are smoothed: they are surveyed lines, not a mesh. */
const SMOOTH = 1.1

const YELLOW = 1
const RED = 2

type Painter = { readonly cells: Uint8Array; readonly columns: number; readonly rows: number }

const painterOf = (mesh: Mesh): Painter => ({
  cells: new Uint8Array(mesh.columns * mesh.rows),
  columns: mesh.columns,
  rows: mesh.rows,
})

function paint(mesh: Mesh, painter: Painter, spot: Spot, value: number): void {
  const [column, row] = mesh.cellOf(spot)
  if (column < 0 || row < 0 || column >= painter.columns || row >= painter.rows) return
  const i = row * painter.columns + column
  if ((painter.cells[i] as number) < value) painter.cells[i] = value
}

const slopeAt = (terrain: Terrain, [x, y]: Spot): number => {
  const h = (dx: number, dy: number): number => terrain.at([x + dx, y + dy]).height
  return Math.hypot(h(6, 0) - h(-6, 0), h(0, 6) - h(0, -6)) / 12
}

/** Metres between the spots that are looked at: less than a cell of the mesh, so that no row of it is missed. */
const APART = 4

/** The spots of a window. */
function* windowOf([x, y]: Spot, radius: number): Generator<Spot> {
  for (let dy = -radius; dy <= radius; dy += APART)
    for (let dx = -radius; dx <= radius; dx += APART)
      if (dx * dx + dy * dy <= radius * radius) yield [x + dx, y + dy]
}

/** Steep spots of a window with the height of the slope above each. */
function steepSpots(
  terrain: Terrain,
  { at, radius, name }: Steep,
): { spot: Spot; height: number; over: number }[] {
  const spots = [...windowOf(at, radius)]
    .filter((spot) => terrain.at(spot).coast > 10 && slopeAt(terrain, spot) >= STEEP.slope)
    .map((spot) => ({ spot, height: terrain.at(spot).height, over: 0 }))
  for (const one of spots)
    for (const { spot, height } of spots)
      if (Math.hypot(spot[0] - one.spot[0], spot[1] - one.spot[1]) < 60)
        one.over = Math.max(one.over, height - one.height)
  if (!spots.some(({ over }) => over >= STEEP.height)) throw new Error(`${name}: no slope of 30° and 5 m`)
  return spots
}

function steepZone(mesh: Mesh, terrain: Terrain, plan: Steep): Painter {
  const painter = painterOf(mesh)
  for (const { spot, height, over } of steepSpots(terrain, plan)) {
    paint(mesh, painter, spot, RED)
    const below = Math.min(STEEP.below, STEEP.timesBelow * over)
    const red = Math.min(STEEP.red, STEEP.redTimes * over)
    for (const [x, y] of windowOf(spot, STEEP.below)) {
      const distance = Math.hypot(x - spot[0], y - spot[1])
      const isLower = terrain.at([x, y]).height < height
      if (distance <= (isLower ? below : STEEP.above)) paint(mesh, painter, [x, y], YELLOW)
      if (isLower && distance <= red) paint(mesh, painter, [x, y], RED)
    }
  }
  return painter
}

/** Which way the ground falls around a spot, radians from east. */
function downhill(terrain: Terrain, [x, y]: Spot): number {
  const h = (dx: number, dy: number): number => terrain.at([x + dx, y + dy]).height
  return Math.atan2(h(0, -40) - h(0, 40), h(-40, 0) - h(40, 0))
}

function fanZone(mesh: Mesh, terrain: Terrain, { apex }: Torrent): Painter {
  const painter = painterOf(mesh)
  const towards = downhill(terrain, apex)
  for (let turn = -FAN.half; turn <= FAN.half; turn += 0.5) {
    const angle = towards + (turn * Math.PI) / 180
    const at = (r: number): Spot => [apex[0] + Math.cos(angle) * r, apex[1] + Math.sin(angle) * r]
    for (let r = 0; r < FAN.reach; r += FAN.step) {
      const fall = terrain.at(at(r)).height - terrain.at(at(r + FAN.look)).height
      if (fall / FAN.look < FAN.slope) break
      const isRed = r < FAN.reach * FAN.redReach && Math.abs(turn) < FAN.redHalf
      paint(mesh, painter, at(r), isRed ? RED : YELLOW)
      paint(mesh, painter, at(r + FAN.step / 2), isRed ? RED : YELLOW)
    }
  }
  return painter
}

function slideZone(mesh: Mesh, { at, half, angle }: Slide): Painter {
  const painter = painterOf(mesh)
  const turn = (angle * Math.PI) / 180
  for (const [x, y] of windowOf(at, Math.max(...half))) {
    const [dx, dy] = [x - at[0], y - at[1]]
    const u = (dx * Math.cos(turn) + dy * Math.sin(turn)) / half[0]
    const v = (dy * Math.cos(turn) - dx * Math.sin(turn)) / half[1]
    if (u * u + v * v <= 1) paint(mesh, painter, [x, y], YELLOW)
  }
  return painter
}

/** The yellow zone (which holds the red one, as in the official file) and the red zone of what was painted. */
function zonesOf(mesh: Mesh, painter: Painter, phenomenon: 1 | 2 | 3, named: Named): LandslideZone[] {
  const pick = (least: number): readonly Zone[] =>
    mesh.zonesOf({ ...painter, cells: painter.cells.map((cell) => (cell >= least ? 1 : 0)) }, SMOOTH)
  const yellow = { phenomenon, code: named.planned === true ? 3 : 1, named, zones: pick(YELLOW) } as const
  if (named.unsurveyed === true || phenomenon === 3) return [yellow]
  return [yellow, { phenomenon, code: named.planned === true ? 4 : 2, named, zones: pick(RED) }]
}

const readSlopes = (): Slopes =>
  JSON.parse(readFileSync(new URL('../../../data/sample/slopes.json', import.meta.url), 'utf8')) as Slopes

/** All landslide zones of the town, from the slopes, torrents and slides of `data/sample/slopes.json` and the lie of the land. */
export function landslideZones(mesh: Mesh, terrain: Terrain): LandslideZone[] {
  const { steep, torrents, slides } = readSlopes()
  return [
    ...steep.flatMap((plan) => zonesOf(mesh, steepZone(mesh, terrain, plan), 1, plan)),
    ...torrents.flatMap((plan) => zonesOf(mesh, fanZone(mesh, terrain, plan), 2, plan)),
    ...slides.flatMap((plan) => zonesOf(mesh, slideZone(mesh, plan), 3, plan)),
  ]
}
