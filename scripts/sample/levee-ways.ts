import { smooth } from './curve.ts'
import type { RiverBed, Terrain } from './terrain.ts'
import type { LeveeWay, Spot, Town } from './town.ts'
import { plain } from './way.ts'
import type { Line } from './way.ts'

/** The middle of a levee's crest lies so far from the water, metres. */
const CREST = 9
/** A point of the way that ends up farther than this from the crest is left out, metres. */
const OFF = 3.5
/** Metres between the points of the way before it is smoothed. */
const STEP = 60
/** The way ends so far from the sea, metres. */
const FROM_SEA = 45

/** The spot on the crest beside a point of the river: first by the direction of the river, then by the water itself. */
function onCrest(terrain: Terrain, start: Spot, away: Spot): Spot | null {
  let out = start
  for (let round = 0; round < 12; round++) {
    const short = CREST - terrain.fromRiver(out)
    out = [out[0] + away[0] * short * 0.8, out[1] + away[1] * short * 0.8]
  }
  return Math.abs(terrain.fromRiver(out) - CREST) < OFF && terrain.at(out).coast > FROM_SEA ? out : null
}

/** The crest on one side of a river between two shares of its length. */
function crestLine(terrain: Terrain, bed: RiverBed, { from, to, side }: LeveeWay): Spot[] {
  const out: Spot[] = []
  let last = -Infinity
  bed.line.forEach((spot, i) => {
    const along = bed.along[i] as number
    const share = along / bed.length
    if (share < from || share > to || along - last < STEP) return
    last = along
    const [a, b] = [
      bed.line[Math.max(0, i - 2)] as Spot,
      bed.line[Math.min(bed.line.length - 1, i + 2)] as Spot,
    ]
    const size = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const sign = side === 'left' ? 1 : -1
    const away: Spot = [(-(b[1] - a[1]) / size) * sign, ((b[0] - a[0]) / size) * sign]
    const crest = onCrest(terrain, [spot[0] + away[0] * 30, spot[1] + away[1] * 30], away)
    if (crest !== null) out.push(crest)
  })
  return out
}

/** The ways on top of the levees; left and right as one looks down the river. */
export function layLeveeWays(town: Town, terrain: Terrain): Line[] {
  return town.leveeWays.flatMap((levee) => {
    const bed = terrain.rivers.find(({ river }) => river.id === levee.river)
    const points = bed === undefined ? [] : crestLine(terrain, bed, levee)
    if (points.length < 2) return []
    const way = plain(levee.class, levee.subclass, levee.name, levee.romaji)
    return [{ way, points: smooth(points, 30), bridges: false }]
  })
}
