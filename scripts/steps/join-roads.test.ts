import { describe, expect, it } from 'vitest'
import { BRIDGE, STEPS, TUNNEL } from '#domain/routes/graph.ts'
import { decodeMvt, encodeMvt, EXTENT, LINE, type Properties, type TileFeature } from '../lib/tiles/mvt.ts'
import { collectRoads, mergeRoads, type Roads } from './collect-roads.ts'
import { countEnds, joinRoads, pathLength, type RoadNetwork } from './join-roads.ts'
import { mergeChains } from './merge-chains.ts'
import { nameEdges } from './name-edges.ts'

const line = (path: number[], properties: Properties = {}): TileFeature => ({
  type: LINE,
  paths: [path],
  properties: { class: 'minor', ...properties },
})

type Tile = {
  readonly x?: number
  readonly y?: number
  readonly roads: TileFeature[]
  readonly names?: TileFeature[]
}

/** Tiles beside each other, through the bytes of a tile; x and y count from a tile in the middle of nowhere. */
function roadsOf(...tiles: Tile[]): Roads {
  const all = tiles.map(({ x = 0, y = 0, roads, names = [] }) => {
    const bytes = encodeMvt(new Map([['transportation', roads], ['transportation_name', names]])) // prettier-ignore
    return collectRoads(decodeMvt(bytes), { z: 14, x: 8000 + x, y: 6000 + y })
  })
  return mergeRoads(all, 14)
}

const join = (...tiles: Tile[]): RoadNetwork => joinRoads(roadsOf(...tiles).roads)

/** The edges as ways between the places of their ends, in units of the first tile, sorted. */
const waysOf = ({ edges }: RoadNetwork): string[] =>
  edges
    .map(({ path }) => {
      const at = (i: number): string =>
        `${(path[i] as number) - 8000 * EXTENT},${(path[i + 1] as number) - 6000 * EXTENT}`
      return [at(0), at(path.length - 2)].sort().join(' ')
    })
    .sort()

/** Number of nodes with each number of ways that end there, e.g. `{1: 4, 4: 1}` for a cross. */
function degreesOf({ edges, nodeCount }: RoadNetwork): Record<number, number> {
  const out: Record<number, number> = {}
  for (const ends of countEnds(edges, nodeCount)) if (ends > 0) out[ends] = (out[ends] ?? 0) + 1
  return out
}

describe('the roads of a tile', () => {
  it('are those that feet may use, with what they are', () => {
    const { roads, left } = roadsOf({
      roads: [
        line([0, 0, 100, 0], { class: 'path', subclass: 'steps' }),
        line([0, 10, 100, 10], { class: 'trunk', brunnel: 'bridge' }),
        line([0, 20, 100, 20], { class: 'track', brunnel: 'tunnel' }),
        line([0, 30, 100, 30], { class: 'service' }),
        line([0, 40, 100, 40], { class: 'motorway' }),
        line([0, 50, 100, 50], { class: 'motorway', ramp: 1 }),
        line([0, 60, 100, 60], { class: 'trunk', expressway: 1 }),
        line([0, 70, 100, 70], { class: 'rail' }),
        line([0, 80, 100, 80], { class: 'trunk_construction' }),
        line([0, 90, 100, 90], { access: 'no' }),
      ],
    })
    expect(roads.map(({ class: kind, flags, level }) => [kind, flags, level])).toEqual([
      ['path', STEPS, 0],
      ['trunk', BRIDGE, 1],
      ['service', TUNNEL, -1],
      ['service', 0, 0],
    ])
    expect(left).toEqual({ motorway: 3, 'no access': 1, rail: 1, trunk_construction: 1 })
  })

  it('find their steps in the layer of names, where only that tells', () => {
    const { roads } = roadsOf({
      roads: [line([0, 0, 100, 0], { class: 'path' })],
      names: [line([0, 0, 100, 0], { class: 'path', subclass: 'steps' })],
    })
    expect(roads.map(({ flags }) => flags)).toEqual([STEPS])
  })
})

describe('joinRoads', () => {
  it('cuts ways where they share a point, and only there', () => {
    const network = join({
      roads: [
        line([0, 500, 500, 500, 1000, 500]),
        line([500, 0, 500, 500, 500, 1000]),
        line([700, 0, 700, 1000]),
      ],
    })
    // The third way crosses the first without a common point.
    expect(degreesOf(network)).toEqual({ 1: 6, 4: 1 })
    expect(network.edges).toHaveLength(5)
  })

  it('lets a bridge and a tunnel cross what they share a point with, and join it at their ends', () => {
    for (const [brunnel, layer] of [
      ['bridge', 1],
      ['tunnel', -1],
      ['bridge', undefined],
      ['tunnel', undefined],
    ] as const) {
      // prettier-ignore
      const over = line([500, 0, 500, 500, 500, 1000], { brunnel, ...(layer === undefined ? {} : { layer }) })
      const network = join({
        roads: [line([0, 500, 500, 500, 1000, 500]), over, line([500, 1000, 500, 1500])],
      })
      expect(degreesOf(network)).toEqual({ 1: 4, 2: 1 })
      expect(waysOf(network)).toEqual(['0,500 1000,500', '500,0 500,1000', '500,1000 500,1500'])
    }
  })

  it('joins a bridge to the mouth of a tunnel, and not to a tunnel that goes on below its end', () => {
    const bridge = line([0, 0, 500, 500], { brunnel: 'bridge' })
    expect(degreesOf(join({ roads: [bridge, line([500, 500, 900, 900], { brunnel: 'tunnel' })] }))).toEqual({
      1: 2,
      2: 1,
    })
    const below = line([0, 500, 500, 500, 1000, 500], { brunnel: 'tunnel' })
    expect(degreesOf(join({ roads: [bridge, below] }))).toEqual({ 1: 4 })
  })

  it('joins what two tiles cut, though both repeat it in their buffers and round apart', () => {
    const network = join(
      { roads: [line([3000, 1000, 4160, 1003])] },
      { x: 1, roads: [line([-64, 1002, 800, 1005])] },
      { y: 1, roads: [line([2000, -64, 2000, 700])] },
      { roads: [line([2000, 3000, 2000, 4160])] },
    )
    expect(degreesOf(network)).toEqual({ 1: 4, 2: 2 })
    const merged = mergeChains(nameEdges(network.edges, []), network.nodeCount)
    expect(merged).toHaveLength(2)
    expect(new Set(merged.map(({ path }) => Math.round(pathLength(path))))).toEqual(new Set([1796, 1896]))
  })

  it('has a way once that runs along the border of two tiles', () => {
    const network = join({ roads: [line([4096, 100, 4096, 900])] }, { x: 1, roads: [line([0, 100, 0, 900])] })
    expect(waysOf(network)).toEqual(['4096,100 4096,900'])
  })

  it('joins an end that falls half a metre short, to a point or to the middle of a way, and no farther one', () => {
    const long = line([0, 1000, 2000, 1000])
    expect(degreesOf(join({ roads: [long, line([2001, 1000, 2500, 1200])] }))).toEqual({ 1: 2, 2: 1 })
    expect(degreesOf(join({ roads: [long, line([700, 1001, 700, 1500])] }))).toEqual({ 1: 3, 3: 1 })
    expect(degreesOf(join({ roads: [long, line([700, 1003, 700, 1500])] }))).toEqual({ 1: 4 })
    const bridge = line([0, 1000, 2000, 1000], { brunnel: 'bridge' })
    expect(degreesOf(join({ roads: [bridge, line([700, 1001, 700, 1500])] }))).toEqual({ 1: 4 })
  })

  it('puts several ends into one straight way in their order', () => {
    const ends = [1500, 300, 900].map((x) => line([x, 1001, x, 1500]))
    const network = join({ roads: [line([0, 1000, 2000, 1000]), ...ends] })
    expect(degreesOf(network)).toEqual({ 1: 5, 3: 3 })
    expect(
      waysOf(network).filter((way) => !way.includes('1500,1500') && !way.includes(',1500')),
    ).toHaveLength(4)
  })

  it('takes away the tiny dead ends that the cutting left, and leaves other short ways', () => {
    const stub = line([4093, 1000, 4096, 1000])
    const road = line([4093, 500, 4093, 1000, 4093, 2000])
    expect(degreesOf(join({ roads: [road, stub] }))).toEqual({ 1: 2, 2: 1 })
    const step = line([2000, 1000, 2002, 1000])
    expect(degreesOf(join({ roads: [line([2000, 500, 2000, 1000, 2000, 2000]), step] }))).toEqual({
      1: 3,
      3: 1,
    })
  })

  it('cuts a way that meets itself, and keeps a ring', () => {
    const eight = line([0, 0, 500, 500, 1000, 500, 1000, 0, 500, 500, 0, 1000])
    expect(degreesOf(join({ roads: [eight] }))).toEqual({ 1: 2, 4: 1 })
    const ring = join({ roads: [line([0, 0, 500, 0, 500, 500, 0, 0])] })
    expect(ring.edges).toHaveLength(1)
    expect(ring.edges[0]?.from).toBe(ring.edges[0]?.till)
  })
})

describe('mergeChains', () => {
  it('joins what is alike and has no junction between, and nothing else', () => {
    const network = join({
      roads: [
        line([0, 0, 100, 0]),
        line([200, 0, 100, 0]),
        line([200, 0, 300, 0], { class: 'service' }),
        line([300, 0, 400, 0], { class: 'service' }),
        line([400, 0, 500, 0], { class: 'service', brunnel: 'bridge' }),
        line([300, 0, 300, 90]),
      ],
    })
    const merged = mergeChains(nameEdges(network.edges, []), network.nodeCount)
    expect(waysOf({ edges: merged, nodeCount: network.nodeCount })).toEqual([
      '0,0 200,0',
      '200,0 300,0',
      '300,0 300,90',
      '300,0 400,0',
      '400,0 500,0',
    ])
  })

  it('keeps every metre, from whichever piece it starts', () => {
    const pieces = [3, 0, 2, 4, 1].map((i) =>
      line(i % 2 === 0 ? [i * 50, 0, i * 50 + 50, 0] : [i * 50 + 50, 0, i * 50, 0]),
    )
    const network = join({ roads: pieces })
    const merged = mergeChains(nameEdges(network.edges, []), network.nodeCount)
    expect(merged).toHaveLength(1)
    expect(pathLength(merged[0]?.path ?? [])).toBe(250)
    const ring = join({ roads: [line([0, 0, 100, 0, 100, 100]), line([100, 100, 0, 100, 0, 0])] })
    expect(
      mergeChains(nameEdges(ring.edges, []), ring.nodeCount).map(({ path }) => pathLength(path)),
    ).toEqual([400])
  })
})

describe('nameEdges', () => {
  it('gives a way the name that runs along it, and not that of a way which it crosses', () => {
    const { roads, names } = roadsOf({
      roads: [
        line([0, 500, 500, 500, 1000, 500]),
        line([500, 0, 500, 500, 500, 1000]),
        line([750, 0, 750, 1002]),
      ],
      names: [line([0, 501, 1000, 501], { name: '本町通り', ref: '207' })],
    })
    const named = nameEdges(joinRoads(roads).edges, names)
    const nameOf = (isAcross: boolean) =>
      new Set(
        named
          .filter(({ path }) => (path[1] === path.at(-1)) === isAcross)
          .map(({ name }) => name?.ja ?? null),
      )
    expect([...nameOf(true)]).toEqual(['本町通り'])
    expect([...nameOf(false)]).toEqual([null])
    expect(named.find(({ name }) => name !== null)?.name).toEqual({ ja: '本町通り', ref: '207' })
  })
})
