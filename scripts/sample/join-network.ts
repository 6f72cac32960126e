import type { Terrain } from './terrain.ts'
import type { Spot } from './town.ts'
import { densify } from './cut-ways.ts'
import { crossingOf, nearestOnSegment, SegmentIndex, weld } from './weld-ways.ts'
import type { Segment } from './weld-ways.ts'
import { lengthOf, nodeKey, plain } from './way.ts'
import type { RoadPiece, Way } from './way.ts'

/** A dead end that comes so near to another way is led on to it; beyond, it stays one. Metres. */
const TIE = 60
/** Parts of the network are joined over at most so many metres. */
const LINK = 320
/** A place or a site so far from any way gets one of its own. Metres. */
const FROM_WAY = 35

/** True where a way of its own can be led straight from one spot to another. */
type IsClear = (a: Spot, b: Spot) => boolean

/** Not through water, not into the sea, not over the railway. */
export function clearGround(terrain: Terrain, railway: readonly Spot[]): IsClear {
  const rails = railway.slice(1).map((b, i) => ({ a: railway[i] as Spot, b }))
  return (a, b) =>
    densify([a, b], 8).every((spot) => terrain.fromRiver(spot) > 5 && terrain.at(spot).coast > 5) &&
    rails.every((rail) => crossingOf(rail, { a, b }) === null)
}

type Found = { readonly at: Spot; readonly distance: number; readonly segment: Segment }

/** The nearest place on a way within `reach` metres to which the way is clear, or null. */
function nearestWay(
  pieces: readonly RoadPiece[],
  index: SegmentIndex,
  spot: Spot,
  reach: number,
  isWanted: (segment: Segment) => boolean,
  isClear: IsClear,
): Found | null {
  const found = [...index.near(spot, spot, reach)]
    .filter((segment) => pieces[segment.piece]?.brunnel === '' && isWanted(segment))
    .map((segment) => ({ ...nearestOnSegment(segment, spot), segment }))
    .filter(({ distance }) => distance <= reach)
    .sort((p, q) => p.distance - q.distance)
  return found.find(({ at }) => isClear(spot, at)) ?? null
}

/** Leads dead ends on to the way that they almost reach. */
function tieEnds(pieces: readonly RoadPiece[], isClear: IsClear): RoadPiece[] {
  const index = new SegmentIndex(pieces)
  const degrees = new Map<string, number>()
  for (const { points } of pieces)
    for (const end of [points[0], points.at(-1)] as Spot[])
      degrees.set(nodeKey(end), (degrees.get(nodeKey(end)) ?? 0) + 1)
  return pieces.map((piece, own) => {
    if (piece.brunnel !== '') return piece
    const onward = (end: Spot): Spot[] => {
      if ((degrees.get(nodeKey(end)) ?? 0) > 1) return []
      const found = nearestWay(pieces, index, end, TIE, (segment) => segment.piece !== own, isClear)
      return found === null || found.distance < 0.1 ? [] : [found.at]
    }
    const { points } = piece
    return { ...piece, points: [...onward(points[0] as Spot), ...points, ...onward(points.at(-1) as Spot)] }
  })
}

/** Which parts hang together: `find` tells for a node the root of its part. */
class Parts {
  readonly #parents = new Map<string, string>()

  constructor(pieces: readonly RoadPiece[]) {
    for (const { points } of pieces) this.join(nodeKey(points[0] as Spot), nodeKey(points.at(-1) as Spot))
  }

  find(node: string): string {
    let root = node
    for (;;) {
      const parent = this.#parents.get(root) ?? root
      if (parent === root) break
      root = parent
    }
    this.#parents.set(node, root)
    return root
  }

  join(a: string, b: string): void {
    this.#parents.set(this.find(a), this.find(b))
  }
}

/** The parts of a network, the longest first; each a list of numbers of pieces. */
export function partsOf(pieces: readonly RoadPiece[]): number[][] {
  const parts = new Parts(pieces)
  const found = new Map<string, { pieces: number[]; length: number }>()
  pieces.forEach(({ points }, i) => {
    const root = parts.find(nodeKey(points[0] as Spot))
    const part = found.get(root) ?? { pieces: [], length: 0 }
    part.pieces.push(i)
    part.length += lengthOf(points)
    found.set(root, part)
  })
  return [...found.values()].sort((p, q) => q.length - p.length).map((part) => part.pieces)
}

/** Links the parts of the network to the longest one, and leaves out those that cannot be reached. */
function connect(pieces: readonly RoadPiece[], isClear: IsClear): RoadPiece[] {
  const [main = [], ...others] = partsOf(pieces)
  const index = new SegmentIndex(pieces)
  const reached = new Set(main)
  const links: RoadPiece[] = []
  for (const part of others) {
    const ends = part.flatMap((i) => {
      const { points, brunnel } = pieces[i] as RoadPiece
      return brunnel === '' ? ([points[0], points.at(-1)] as Spot[]) : []
    })
    const ways = ends.flatMap((end) => {
      const found = nearestWay(pieces, index, end, LINK, ({ piece }) => reached.has(piece), isClear)
      return found === null ? [] : [{ end, ...found }]
    })
    const best = ways.sort((p, q) => p.distance - q.distance)[0]
    if (best === undefined) continue
    for (const i of part) reached.add(i)
    const isPath = part.every((i) => pieces[i]?.class === 'path')
    const way = isPath ? plain('path', 'footway') : plain('minor', 'unclassified')
    links.push({ ...way, brunnel: '', points: [best.end, best.at] })
  }
  return [...pieces.filter((_, i) => reached.has(i)), ...links]
}

/** Short ways to the spots that lie away from the network. */
function accessWays(
  pieces: readonly RoadPiece[],
  spots: readonly { readonly at: Spot; readonly way: Way }[],
  isClear: IsClear,
): RoadPiece[] {
  const index = new SegmentIndex(pieces)
  return spots.flatMap(({ at, way }): RoadPiece[] => {
    const found = nearestWay(pieces, index, at, LINK, () => true, isClear)
    if (found === null || found.distance < FROM_WAY) return []
    return [{ ...way, brunnel: '', points: [at, found.at] }]
  })
}

/**
 * Makes one network of the pieces: what crosses is joined, what almost meets is led on, what lies apart is linked or left out,
 * and every spot gets a way to it.
 */
export function joinNetwork(
  pieces: readonly RoadPiece[],
  spots: readonly { readonly at: Spot; readonly way: Way }[],
  isClear: IsClear,
): RoadPiece[] {
  const tied = weld(tieEnds(weld(pieces), isClear))
  const linked = weld(connect(tied, isClear))
  return weld(connect(weld([...linked, ...accessWays(linked, spots, isClear)]), isClear))
}
