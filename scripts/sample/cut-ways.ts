import type { Terrain } from './terrain.ts'
import type { Spot, Town } from './town.ts'
import { lengthOf, metresBetween, midOf } from './way.ts'
import type { Line, RoadPiece } from './way.ts'

/** A bridge stands on the levees: it begins so far from the water, metres (a levee's crest lies at 5 to 11 m). */
const ABUTMENT = 5
/** Ways keep so far from the sea, metres. */
const FROM_SEA = 4
/** Ground is looked at every so many metres along a way. */
const STEP = 8
/** So near to the place of a named bridge, a bridge has its name. Metres. */
const NAMED_WITHIN = 130

type Cover = '' | 'bridge' | 'tunnel' | 'sea'

/** Points along a line, at its own points and at most `step` metres apart. */
export function densify(points: readonly Spot[], step: number): Spot[] {
  const out: Spot[] = points.slice(0, 1)
  for (const [i, to] of points.slice(1).entries()) {
    const from = points[i] as Spot
    const pieces = Math.max(1, Math.ceil(metresBetween(from, to) / step))
    for (let k = 1; k <= pieces; k++)
      out.push(
        k === pieces
          ? to
          : [from[0] + ((to[0] - from[0]) * k) / pieces, from[1] + ((to[1] - from[1]) * k) / pieces],
      )
  }
  return out
}

function coverAt(town: Town, terrain: Terrain, road: string, spot: Spot): Cover {
  const isBelow = town.underpasses.some(
    (under) => under.road === road && metresBetween(under.at, spot) < under.half,
  )
  if (isBelow) return 'tunnel'
  if (terrain.fromRiver(spot) < ABUTMENT) return 'bridge'
  return terrain.at(spot).coast < FROM_SEA ? 'sea' : ''
}

/** Runs of points under one cover; neighbours share their point. */
function runsOf(points: readonly Spot[], coverOf: (spot: Spot) => Cover): { cover: Cover; points: Spot[] }[] {
  const runs: { cover: Cover; points: Spot[] }[] = []
  for (const [i, to] of points.slice(1).entries()) {
    const from = points[i] as Spot
    const cover = coverOf(midOf(from, to))
    const last = runs.at(-1)
    if (last !== undefined && last.cover === cover) last.points.push(to)
    else runs.push({ cover, points: [from, to] })
  }
  return runs
}

/** Drops the points that stand on the straight between their neighbours (to 2 cm): those that only {@link densify} made. */
function straighten(points: readonly Spot[]): Spot[] {
  const out: Spot[] = []
  for (const [i, spot] of points.entries()) {
    const [before, after] = [out.at(-1), points[i + 1]]
    if (before !== undefined && after !== undefined) {
      const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
      const off =
        Math.abs(dx * (spot[1] - before[1]) - dy * (spot[0] - before[0])) / (Math.hypot(dx, dy) || 1)
      if (off < 0.02) continue
    }
    out.push(spot)
  }
  return out
}

/** The name of the bridge or underpass at this place, if it has one of its own. */
function ownName(town: Town, { points, brunnel }: RoadPiece): { name: string; romaji: string } | null {
  const middle = points[Math.floor(points.length / 2)] as Spot
  const named = brunnel === 'bridge' ? town.bridges : brunnel === 'tunnel' ? town.underpasses : []
  const found = named.find(({ at }) => metresBetween(at, middle) < NAMED_WITHIN)
  return found === undefined ? null : { name: found.name, romaji: found.romaji }
}

/**
 * Cuts a way where it goes over a river or below the railway, and where it would go into the sea. A way that has no bridges
 * ends at the water.
 */
export function cutWay(town: Town, terrain: Terrain, { way, points, bridges }: Line): RoadPiece[] {
  const runs = runsOf(densify(points, STEP), (spot) => coverAt(town, terrain, way.name, spot))
  return runs.flatMap(({ cover, points: run }): RoadPiece[] => {
    if (cover === 'sea' || (cover === 'bridge' && !bridges) || lengthOf(run) < 1) return []
    const piece: RoadPiece = { ...way, brunnel: cover, points: straighten(run) }
    return [{ ...piece, ...ownName(town, { ...piece, points: run }) }]
  })
}
