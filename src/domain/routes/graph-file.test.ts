import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeGraph, orderGraph, type GraphDraft } from '#scripts/lib/encode-graph.ts'
import { aDraftGraph } from '#tests/support/a-draft-graph.ts'
import { crc32 } from '../crc32.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { readGraph } from './graph-file.ts'
import { RANK_UNKNOWN, WAY_CLASSES, type Graph } from './graph.ts'
import { GRAPH_HEAD_BYTES } from './graph-format.ts'

const read = (bytes: Uint8Array): Graph => {
  const result = readGraph(bytes)
  if (!result.ok) throw new Error(`${result.reason} ${result.detail ?? ''}`)
  return result.value
}

const withChecksum = (bytes: Uint8Array): Uint8Array => {
  const out = bytes.slice()
  new DataView(out.buffer).setUint32(6, crc32(out.subarray(GRAPH_HEAD_BYTES)), true)
  return out
}

/** What must hold in every graph that is given back, so that no reader of it runs out of an array. */
function expectWhole(graph: Graph): void {
  const { nodeCount, edgeCount, firstArc, heads, arcEdges } = graph
  expect(firstArc).toHaveLength(nodeCount + 1)
  expect([firstArc[0], firstArc[nodeCount]]).toEqual([0, edgeCount * 2])
  expect(heads).toHaveLength(edgeCount * 2)
  const seen = new Uint8Array(edgeCount)
  for (let node = 0; node < nodeCount; node += 1) {
    expect(Math.abs(graph.lng[node] ?? NaN)).toBeLessThanOrEqual(180)
    expect(Math.abs(graph.lat[node] ?? NaN)).toBeLessThanOrEqual(90)
    for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
      const edge = arcEdges[arc] as number
      const ends = [graph.from[edge], graph.till[edge]]
      expect(ends).toContain(node)
      expect(heads[arc]).toBe(ends[0] === node ? ends[1] : ends[0])
      seen[edge] = (seen[edge] ?? 0) + 1
    }
  }
  expect(seen.every((times) => times === 2)).toBe(true)
  for (let edge = 0; edge < edgeCount; edge += 1) {
    expect(graph.decimetres[edge]).toBeGreaterThan(0)
    expect(WAY_CLASSES[graph.classes[edge] as number]).toBeDefined()
    expect(graph.flags[edge]).toBeLessThan(8)
    expect(graph.names.length).toBeGreaterThan(graph.nameOf[edge] as number)
    const shape = graph.shapeOf(edge)
    expect(shape[0]).toEqual([graph.lng[graph.from[edge] as number], graph.lat[graph.from[edge] as number]])
    expect(shape.at(-1)).toEqual([
      graph.lng[graph.till[edge] as number],
      graph.lat[graph.till[edge] as number],
    ])
  }
  for (const ranks of graph.ranks.values())
    expect(ranks.every((rank) => rank <= 15 || rank === RANK_UNKNOWN)).toBe(true)
}

/** The graph as the draft that it was written from. */
const draftOf = (graph: Graph): GraphDraft => {
  const spot = ([lng, lat]: readonly [number, number]): [number, number] => [Math.round(lng * 200_000), Math.round(lat * 200_000)] // prettier-ignore
  const hazards = [...graph.ranks.keys()]
  return {
    nodes: Array.from(graph.lng, (lng, node) => spot([lng, graph.lat[node] as number])),
    hazards,
    edges: Array.from(graph.from, (from, edge) => ({
      from,
      till: graph.till[edge] as number,
      points: graph.shapeOf(edge).slice(1, -1).map(spot),
      class: WAY_CLASSES[graph.classes[edge] as number] as (typeof WAY_CLASSES)[number],
      flags: graph.flags[edge] as number,
      slope: graph.slopes[edge] as number,
      name: graph.names[graph.nameOf[edge] as number] ?? null,
      ranks: hazards.map((kind) => graph.ranks.get(kind)?.[edge] as number),
    })),
  }
}

describe('a graph in its file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(aDraftGraph, (draft) => {
        const graph = read(encodeGraph(draft))
        expect(draftOf(graph)).toEqual(orderGraph(draft))
        expectWhole(graph)
      }),
    )
  })

  it('keeps the shape of every way, whichever end comes first in the file', () => {
    const shapes = ({ nodes, edges }: GraphDraft): Map<string, number> => {
      const times = new Map<string, number>()
      for (const { from, till, points } of edges) {
        const there = [nodes[from], ...points, nodes[till]].map(String)
        const [a, b] = [there.join(' '), there.toReversed().join(' ')]
        const key = a < b ? a : b
        times.set(key, (times.get(key) ?? 0) + 1)
      }
      return times
    }
    fc.assert(
      fc.property(aDraftGraph, (draft) => {
        expect(shapes(draftOf(read(encodeGraph(draft))))).toEqual(shapes(draft))
      }),
    )
  })

  it('has the same bytes in whatever order the nodes come, where no two lie at one place', () => {
    fc.assert(
      fc.property(aDraftGraph, fc.infiniteStream(fc.nat()), (draft, dice) => {
        fc.pre(new Set(draft.nodes.map(String)).size === draft.nodes.length)
        const order = draft.nodes.map((_, node) => ({ node, key: dice.next().value as number }))
        order.sort((a, b) => a.key - b.key)
        const numberOf = new Map(order.map(({ node }, number) => [node, number]))
        const turned = draft.edges.map((edge) => ({
          ...edge,
          from: numberOf.get(edge.from) as number,
          till: numberOf.get(edge.till) as number,
        }))
        const nodes = order.map(({ node }) => draft.nodes[node] as readonly [number, number])
        expect(encodeGraph({ ...draft, nodes, edges: turned })).toEqual(encodeGraph(draft))
      }),
    )
  })

  it('reckons lengths over the ground, to the decimetre or a tenth of a thousandth', () => {
    fc.assert(
      fc.property(aDraftGraph, (draft) => {
        const graph = read(encodeGraph(draft))
        for (let edge = 0; edge < graph.edgeCount; edge += 1) {
          const shape = graph.shapeOf(edge)
          const metres = shape.reduce((sum, at, i) => sum + metresBetween(shape[i - 1] ?? at, at), 0)
          const error = Math.abs((graph.decimetres[edge] as number) - metres * 10)
          expect(error).toBeLessThanOrEqual(1 + metres * 10 * 1e-4)
        }
      }),
    )
  })

  it('is refused when it is cut, or a bit is flipped, at any place', () => {
    fc.assert(
      fc.property(aDraftGraph, fc.nat(), fc.integer({ min: 0, max: 7 }), (draft, seed, bit) => {
        const bytes = encodeGraph(draft)
        const at = seed % bytes.length
        expect(readGraph(bytes.subarray(0, at)).ok).toBe(false)
        bytes[at] = (bytes[at] as number) ^ (1 << bit)
        expect(readGraph(bytes).ok).toBe(false)
      }),
    )
  })

  it('is refused or whole when a byte is changed or the end is cut and the checksum made to fit', () => {
    fc.assert(
      fc.property(aDraftGraph, fc.nat(), fc.nat({ max: 255 }), fc.boolean(), (draft, seed, byte, isCut) => {
        const bytes = encodeGraph(draft)
        const at = GRAPH_HEAD_BYTES + (seed % (bytes.length - GRAPH_HEAD_BYTES))
        bytes[at] = byte
        const result = readGraph(withChecksum(isCut ? bytes.slice(0, at) : bytes))
        if (result.ok) expectWhole(result.value)
      }),
      { numRuns: 2000 },
    )
  })

  it('survives every single byte of one file set to every extreme', () => {
    const [draft] = fc.sample(
      aDraftGraph.filter(({ edges }) => edges.length > 8),
      1,
    )
    const good = encodeGraph(draft as GraphDraft)
    for (let at = GRAPH_HEAD_BYTES; at < good.length; at += 1) {
      for (const byte of [0, 1, 0x7f, 0x80, 0xff]) {
        const bytes = good.slice()
        bytes[at] = byte
        const result = readGraph(withChecksum(bytes))
        if (result.ok) expectWhole(result.value)
      }
    }
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(readGraph(noise).ok).toBe(false)
        const head = encodeGraph({ nodes: [[0, 0]], edges: [], hazards: [] }).slice(0, GRAPH_HEAD_BYTES + 40)
        const result = readGraph(withChecksum(Uint8Array.from([...head, ...noise])))
        if (result.ok) expectWhole(result.value)
      }),
    )
  })

  it('says what is wrong', () => {
    const good = encodeGraph({ nodes: [[0, 0]], edges: [], hazards: [] })
    const reason = (bytes: Uint8Array): string | null => {
      const result = readGraph(bytes)
      return result.ok ? null : result.reason
    }
    expect(reason(good)).toBeNull()
    expect(reason(new Uint8Array(9))).toBe('truncated')
    expect(reason(Uint8Array.from([1, ...good.subarray(1)]))).toBe('badMagic')
    expect(reason(Uint8Array.from([...good.subarray(0, 4), 2, 0, ...good.subarray(6)]))).toBe(
      'unsupportedVersion',
    )
    expect(reason(Uint8Array.from([...good, 0]))).toBe('damaged')
  })
})
