import { beforeAll, describe, expect, it } from 'vitest'
import { placeBuildings } from './buildings.ts'
import { isInRing } from './curve.ts'
import { layNetwork, layRoads } from './roads.ts'
import { makeTerrain } from './terrain.ts'
import type { Terrain } from './terrain.ts'
import { readTown } from './town.ts'
import type { Spot } from './town.ts'
import { lengthOf } from './way.ts'
import type { RoadPiece } from './way.ts'

const town = readTown()
let terrain: Terrain
let network: readonly RoadPiece[] = []

beforeAll(() => {
  terrain = makeTerrain(town)
  network = layNetwork(town, terrain)
}, 60_000)

/** All spots from which the first piece can be reached, found step by step; independent of the code that joined them. */
function reachable(pieces: readonly RoadPiece[]): RoadPiece[] {
  const key = ([x, y]: Spot): string => `${x.toFixed(1)},${y.toFixed(1)}`
  const atNode = new Map<string, RoadPiece[]>()
  for (const piece of pieces)
    for (const end of [piece.points[0], piece.points.at(-1)] as Spot[])
      atNode.set(key(end), [...(atNode.get(key(end)) ?? []), piece])
  const longest = [...pieces].sort((a, b) => lengthOf(b.points) - lengthOf(a.points))[0] as RoadPiece
  const seen = new Set([longest])
  const queue = [longest]
  for (let piece = queue.pop(); piece !== undefined; piece = queue.pop())
    for (const end of [piece.points[0], piece.points.at(-1)] as Spot[])
      for (const next of atNode.get(key(end)) ?? [])
        if (!seen.has(next)) {
          seen.add(next)
          queue.push(next)
        }
  return [...seen]
}

/** Metres from a spot to the nearest of the pieces, by points every metre or so: slow and simple. */
function metresTo(pieces: readonly RoadPiece[], [x, y]: Spot): number {
  let best = Infinity
  for (const { points } of pieces)
    points.slice(1).forEach((b, i) => {
      const a = points[i] as Spot
      if (Math.min(a[0], b[0]) > x + 400 || Math.max(a[0], b[0]) < x - 400) return
      const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1])) + 1
      for (let k = 0; k <= steps; k++)
        best = Math.min(
          best,
          Math.hypot(a[0] + ((b[0] - a[0]) * k) / steps - x, a[1] + ((b[1] - a[1]) * k) / steps - y),
        )
    })
  return best
}

const of = (kind: string, more: Partial<RoadPiece> = {}): RoadPiece[] =>
  network.filter(
    (piece) => piece.class === kind && Object.entries(more).every(([key, value]) => piece[key as keyof RoadPiece] === value), // prettier-ignore
  )

describe('layNetwork', () => {
  it('is one network: every way can be walked to from every other', () => {
    expect(reachable(network)).toHaveLength(network.length)
  })

  it('comes within 60 m of every district and every site', () => {
    const far = [
      ...town.places.map((place) => ({ name: place[0], at: [place[5], place[6]] as Spot })),
      ...town.sites.flatMap(({ name, at }) => (at === null ? [] : [{ name, at }])),
    ].filter(({ at }) => metresTo(network, at) > 60)
    expect(far).toEqual([])
  }, 60_000)

  it('crosses both large rivers on bridges that have names, and no water without one', () => {
    const bridges = new Set(network.filter(({ brunnel }) => brunnel === 'bridge').map(({ name }) => name))
    for (const { name } of town.bridges) expect(bridges, name).toContain(name)
    for (const { points, brunnel } of network)
      if (brunnel === '')
        for (const spot of points) expect(terrain.fromRiver(spot), spot.join()).toBeGreaterThan(0)
  })

  it('goes below the railway in one underpass, on the road that it belongs to', () => {
    const [under] = town.underpasses
    const tunnels = network.filter(({ brunnel }) => brunnel === 'tunnel')
    expect(new Set(tunnels.map(({ name }) => name))).toEqual(new Set([under?.name]))
    expect(new Set(tunnels.map(({ ref }) => ref))).toEqual(new Set(['999']))
    expect(tunnels.reduce((sum, { points }) => sum + lengthOf(points), 0)).toBeCloseTo(84, -1.2)
  })

  it('has stairs, footpaths, tracks, lanes, ways on the levees and dead ends', () => {
    expect(of('path', { subclass: 'steps' }).length).toBeGreaterThan(8)
    expect(of('path', { subclass: 'footway' }).length).toBeGreaterThan(20)
    expect(of('track').length).toBeGreaterThan(50)
    expect(of('service', { service: 'alley' }).length).toBeGreaterThan(40)
    for (const { name, river } of town.leveeWays) {
      const crest = network.filter((piece) => piece.name === name && piece.brunnel === '')
      expect(
        crest.reduce((sum, { points }) => sum + lengthOf(points), 0),
        river,
      ).toBeGreaterThan(400)
      const off = crest.flatMap(({ points }) => points).map((spot) => terrain.fromRiver(spot))
      // The last metres may lead down to the next road.
      expect(off.filter((metres) => metres > 4 && metres < 14).length / off.length, river).toBeGreaterThan(
        0.8,
      )
    }
    const ends = new Map<string, number>()
    for (const { points } of network)
      for (const end of [points[0], points.at(-1)] as Spot[])
        ends.set(end.join(), (ends.get(end.join()) ?? 0) + 1)
    expect([...ends.values()].filter((count) => count === 1).length).toBeGreaterThan(20)
  })

  it('is the same each time', () => {
    expect(layNetwork(town, terrain)).toEqual(network)
  })
})

describe('placeBuildings', () => {
  it('builds thousands, none of them in a street, in the water or in another', () => {
    const roads = layRoads(town, terrain)
    const buildings = placeBuildings(town, terrain, roads)
    expect(buildings.length).toBeGreaterThan(4000)
    const squares = new Map<string, (readonly Spot[])[]>()
    const key = (x: number, y: number): string => `${Math.floor(x / 100)} ${Math.floor(y / 100)}`
    for (const ring of buildings) {
      for (const spot of ring) expect(terrain.fromRiver(spot)).toBeGreaterThan(10)
      const [x, y] = ring[0] as Spot
      squares.set(key(x, y), [...(squares.get(key(x, y)) ?? []), ring])
    }
    const near = ([x, y]: Spot): (readonly Spot[])[] =>
      [-100, 0, 100].flatMap((dx) => [-100, 0, 100].flatMap((dy) => squares.get(key(x + dx, y + dy)) ?? []))
    const isBuiltOn = (spot: Spot): boolean => near(spot).some((ring) => isInRing(ring, spot))
    const onGround = roads.filter(({ brunnel, class: kind }) => brunnel === '' && kind !== 'ferry')
    expect(onGround.flatMap(({ points }) => points).filter(isBuiltOn)).toEqual([])
    const corners = buildings.flatMap((ring) => ring.filter((spot) => near(spot).some((other) => other !== ring && isInRing(other, spot)))) // prettier-ignore
    expect(corners).toEqual([])
  }, 60_000)
})
