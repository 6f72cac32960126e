import { lookUp } from './curve.ts'
import { groundAt } from './grounds.ts'
import { noiseAt } from './random.ts'
import { isInQuarter } from './street-grid.ts'
import type { RiverBed, Terrain } from './terrain.ts'
import type { Spot, Town } from './town.ts'
import { traceGrid } from '../lib/tiles/trace-grid.ts'
import { twiceArea } from '../lib/tiles/mvt.ts'

/** What covers the ground, as OpenMapTiles names it. Rings in metres of the town, outer first, not closed. */
export type Cover = {
  readonly layer: 'landcover' | 'landuse'
  readonly class: string
  readonly subclass: string
  readonly rings: readonly (readonly Spot[])[]
}

/** Metres of a cell of the land cover. */
const CELL = 25
const KINDS: readonly (readonly [layer: Cover['layer'], kind: string, subclass: string])[] = [
  ['landcover', 'wood', 'wood'],
  ['landcover', 'farmland', 'farmland'],
  ['landuse', 'residential', ''],
  ['landuse', 'industrial', ''],
  ['landcover', 'grass', 'park'],
  ['landcover', 'sand', 'beach'],
  ['landuse', 'school', ''],
  ['landuse', 'hospital', ''],
]
const numberOf = (kind: string): number => KINDS.findIndex(([, name]) => name === kind) + 1

function kindAt(town: Town, terrain: Terrain, spot: Spot): number {
  const [x, y] = spot
  const { height, coast } = terrain.at(spot)
  if (coast < 6) return 0
  if (coast < 55 && height < 5 && town.beaches.some(([bx, by]) => Math.hypot(x - bx, y - by) < 620))
    return numberOf('sand')
  const ground = groundAt(town, spot)
  if (ground !== null) return numberOf(ground[3] === 'park' ? 'grass' : ground[3])
  if (terrain.fromRiver(spot) < 24 && height < 40) return numberOf('grass')
  const quarter = town.quarters.find((each) => isInQuarter(each, spot))
  const treeLine = 40 + 14 * noiseAt(x, y, 230, town.seed + 41)
  if (quarter !== undefined && height < (quarter.highest ?? 80)) return numberOf(quarter.use)
  if (height > treeLine) return numberOf('wood')
  return noiseAt(x, y, 310, town.seed + 42) > 0.42 ? 0 : numberOf('farmland')
}

/** Woods, fields, quarters and grounds, as areas that fit together without gaps. */
export function coverLand(town: Town, terrain: Terrain): Cover[] {
  const side = Math.ceil(Math.max(...town.size) / CELL)
  const cells = new Uint8Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      cells[row * side + column] = kindAt(town, terrain, [
        (column + 0.5) * CELL,
        town.size[1] - (row + 0.5) * CELL,
      ])
  const out: Cover[] = []
  for (const [number, rings] of traceGrid({ side, cells }, { tolerance: 1, fixedAt: [] })) {
    const [layer, kind, subclass] = KINDS[number - 1] as (typeof KINDS)[number]
    let current: Spot[][] = []
    for (const ring of rings) {
      if (twiceArea(ring) > 0) out.push({ layer, class: kind, subclass, rings: (current = []) })
      const spots: Spot[] = []
      for (let i = 0; i < ring.length; i += 2)
        spots.push([(ring[i] as number) * CELL, town.size[1] - (ring[i + 1] as number) * CELL])
      current.push(spots)
    }
  }
  return out
}

/** The water of a river as a ring around its line, as wide as the river is there. */
export function riverRing({ river, line, along, length }: RiverBed): Spot[] {
  const side = (sign: number): Spot[] =>
    line.map((spot, i): Spot => {
      const [a, b] = [line[Math.max(0, i - 1)] as Spot, line[Math.min(line.length - 1, i + 1)] as Spot]
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const share = (along[i] as number) / length
      const half =
        (lookUp(
          [
            [0, river.width[0]],
            [1, river.width[1]],
          ],
          share,
        ) /
          2) *
        sign
      const size = Math.hypot(dx, dy) || 1
      return [spot[0] - (dy / size) * half, spot[1] + (dx / size) * half]
    })
  return [...side(1), ...side(-1).reverse()]
}
