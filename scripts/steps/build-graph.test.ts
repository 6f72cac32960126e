import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { HAZARD_KINDS, type HazardKind } from '#domain/hazards/hazard-kind.ts'
import { exposureOf, lengthOf } from '#domain/plan/route-exposure.ts'
import { BRIDGE, RANK_UNKNOWN, type Graph } from '#domain/routes/graph.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import { indexEdges, snap } from '#domain/routes/snap.ts'
import {
  aCollection,
  aFeature,
  aFloodZip,
  meshPath,
  ring,
  sitesPath,
  SITES_CSV,
} from '#tests/support/a-mirror.ts'
import { roadMap, roadTiles, type RoadOnMap } from '#tests/support/a-road-map.ts'
import { aCoverage, aManifest, anArea, aSite } from '#tests/support/an-area.ts'
import { buildMadeUp } from '#tests/support/build-made-up.ts'
import { decodeMvt } from '../lib/tiles/mvt.ts'
import { buildGraph, type BuiltGraph } from './build-graph.ts'
import { collectRoads, mergeRoads } from './collect-roads.ts'
import { cutLine } from './graph-draft.ts'
import { rankLine, rankReader, worseRank } from './rank-edges.ts'

const signal = new AbortController().signal
const FLOOD = HAZARD_KINDS.indexOf('flood')

const build = (roads: readonly RoadOnMap[], area = anArea(), sites = [aSite()]): BuiltGraph => {
  const tiles = roadTiles(roads).map(([tile, bytes]) => collectRoads(decodeMvt(bytes), tile))
  const built = buildGraph(mergeRoads(tiles, 14), { area, sites, signal })
  if (built === null) throw new Error('no ways')
  return built
}

const metresByRank = (graph: Graph, kind: HazardKind): Record<number, number> => {
  const out: Record<number, number> = {}
  for (const [edge, rank] of (graph.ranks.get(kind) ?? []).entries())
    out[rank] = (out[rank] ?? 0) + (graph.decimetres[edge] as number) / 10
  return out
}

describe('rankLine', () => {
  it('tells as many metres of each rank as a route does, but for corners of less than 20 m', () => {
    const spot = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
    fc.assert(
      fc.property(fc.array(spot, { minLength: 2, maxLength: 4 }), (spots) => {
        const line = spots.map(([x, y]): LngLat => [135.004 + x / 10_000, 30.004 + y / 10_000])
        const parts = rankLine(rankReader(anArea()), line)
        expect(parts.at(-1)?.till).toBeCloseTo(lengthOf(line), 3)
        const [told, found] = [new Map<number, number>(), exposureOf(anArea(), line).parts]
        parts.forEach(({ till, ranks }, i) => {
          const rank = ranks[FLOOD] as number
          told.set(rank, (told.get(rank) ?? 0) + till - (parts[i - 1]?.till ?? 0))
        })
        for (const rank of [2, 3]) {
          const metres = found.find((one) => one.kind === 'flood' && one.class === String(rank))?.metres ?? 0
          expect(Math.abs((told.get(rank) ?? 0) - metres)).toBeLessThan(20 * parts.length)
        }
        const wet = (told.get(2) ?? 0) + (told.get(3) ?? 0)
        const really = found.filter(({ kind, state }) => kind === 'flood' && state === 'hazard').reduce((sum, { metres }) => sum + metres, 0) // prettier-ignore
        expect(wet).toBeGreaterThan(really - 1e-3)
      }),
      { numRuns: 8 },
    )
  })

  it('knows nothing of a hazard that was not studied or could not be had, and never calls it none', () => {
    const manifest = aManifest({ coverage: [aCoverage()] })
    const line: LngLat[] = [[135.036, 30.01], [135.05, 30.01]] // prettier-ignore
    const parts = rankLine(rankReader(anArea({ manifest })), line)
    expect(parts.map(({ ranks }) => ranks[FLOOD])).toEqual([0, RANK_UNKNOWN])
    for (const kind of HAZARD_KINDS.filter((one) => one !== 'flood'))
      for (const { ranks } of parts) expect(ranks[HAZARD_KINDS.indexOf(kind)]).toBe(RANK_UNKNOWN)
    expect(rankLine(rankReader(anArea()), [[134.99, 30.01], [134.995, 30.01]])[0]?.ranks[FLOOD]).toBe(RANK_UNKNOWN) // prettier-ignore
  })

  it('takes a zone before what is not known, and that before none', () => {
    expect([
      worseRank(0, 3),
      worseRank(2, 3),
      worseRank(0, RANK_UNKNOWN),
      worseRank(RANK_UNKNOWN, 1),
    ]).toEqual([3, 3, RANK_UNKNOWN, 1])
  })
})

describe('cutLine', () => {
  it('keeps the way and every corner', () => {
    const line: LngLat[] = [[135, 30], [135.001, 30], [135.001, 30.001]] // prettier-ignore
    const whole = lengthOf(line)
    const pieces = cutLine(line, [10, 96, 150])
    expect(pieces.map((piece) => Math.round(lengthOf(piece)))).toEqual([10, 86, 54, Math.round(whole - 150)])
    expect(pieces.map(([start]) => start).slice(1)).toEqual(pieces.slice(0, -1).map((piece) => piece.at(-1)))
    expect(cutLine(line, [whole + 1e-9]).map((piece) => piece.length)).toEqual([3, 2])
    expect(cutLine(line, [])).toEqual([line])
  })
})

describe('buildGraph', () => {
  const street: RoadOnMap = { line: [[135.006, 30.018], [135.05, 30.018]] } // prettier-ignore

  it('cuts a way where its ranks change, through the borders of tiles', () => {
    const { graph } = build([street])
    const metres = metresByRank(graph, 'flood')
    // 0.005 degrees of the deep part, 0.015 of the other, 0.024 beside both: at 30 degrees north 96.3 m by 0.001.
    expect(metres[3]).toBeGreaterThan(481)
    expect(metres[3]).toBeLessThan(502)
    expect(metres[2]).toBeCloseTo(1444, -2)
    expect((metres[0] ?? 0) + (metres[2] ?? 0) + (metres[3] ?? 0)).toBeCloseTo(4237, -1)
    expect(graph.edgeCount).toBe(5)
    expect(metresByRank(graph, 'tsunami')).toEqual({ [RANK_UNKNOWN]: expect.closeTo(4237, -1) })
  })

  it('tells parts, dead ends, classes, and sites that no way reaches', () => {
    const roads: RoadOnMap[] = [
      street,
      { line: [[135.02, 30.018], [135.02, 30.0195]], properties: { class: 'path', subclass: 'steps' } }, // prettier-ignore
      { line: [[135.04, 30.04], [135.042, 30.04]], properties: { brunnel: 'bridge' } }, // prettier-ignore
      { line: [[135.05, 30.05], [135.0504, 30.05]] }, // prettier-ignore
      { line: [[135.2, 30.05], [135.21, 30.05]] }, // prettier-ignore
    ]
    const far = aSite({ id: 'E2', at: [135.03, 30.05], name: { ja: '山の上', kana: null, en: null } })
    const { graph, report } = build(roads, anArea(), [aSite(), far])
    // The street without its steps would run on: where they join it is a node.
    expect(report.components).toEqual([
      { nodes: expect.any(Number), metres: expect.closeTo(4237 + 167, -1), sites: 1 },
      { nodes: 2, metres: expect.closeTo(193, -1), sites: 0 },
    ])
    expect(report.deadEnds).toBe(5)
    expect(report.farSites).toEqual([{ id: 'E2', name: '山の上' }])
    expect(report.byClass).toEqual({ path: expect.closeTo(167, -1), residential: expect.closeTo(4430, -1) })
    expect(report.dropped).toEqual({ parts: 1, metres: expect.closeTo(39, -1) })
    expect(report.metres).toBe(Math.round(graph.decimetres.reduce((sum, one) => sum + one, 0) / 10))
    expect([...graph.flags].filter((flags) => flags === BRIDGE)).toHaveLength(1)
  })

  it('gives the same bytes in whatever order the tiles come', () => {
    const tiles = roadTiles([street]).map(([tile, bytes]) => collectRoads(decodeMvt(bytes), tile))
    const [there, back] = [tiles, tiles.toReversed()].map((all) =>
      buildGraph(mergeRoads(all, 14), { area: anArea(), sites: [], signal }),
    )
    expect(there?.bytes).toEqual(back?.bytes)
  })

  it('makes none where there is no way', () => {
    const rail = roadTiles([{ line: street.line, properties: { class: 'rail' } }])
    const tiles = rail.map(([tile, bytes]) => collectRoads(decodeMvt(bytes), tile))
    expect(buildGraph(mergeRoads(tiles, 14), { area: anArea(), sites: [], signal })).toBeNull()
  })
})

describe('the ways of a pack', () => {
  const zone = aFeature({ A31b_201: 2, A31a_205: 2 }, ring(130.105, 33.105, 0.005))
  const roads: RoadOnMap[] = [
    { line: [[130.102, 33.107], [130.112, 33.107], [130.118, 33.107]] }, // prettier-ignore
    { line: [[130.112, 33.107], [130.112, 33.1095]] }, // prettier-ignore
  ]
  const floods = {
    [meshPath('4930', '10')]: aFloodZip(aCollection([zone])),
    [meshPath('4930', '20')]: aFloodZip(aCollection([])),
    [sitesPath('2')]: SITES_CSV,
  }

  it('are a file of stage 1 that answers with the ranks of the pack', async () => {
    const { manifest, report, area } = await buildMadeUp({ ...floods, ...roadMap(roads) })
    expect(manifest.files.filter(({ role }) => role === 'graph')).toMatchObject([{ stage: 1 }])
    expect(report.ways).toMatchObject({ farSites: [{ name: '架空小学校' }], deadEnds: 3 })
    const graph = openGraph(area)
    if (!graph.ok) throw new Error(graph.reason)
    const index = indexEdges(graph.value)
    const rankAt = (at: LngLat): number | undefined => {
      const found = snap(index, at)
      return found.ok ? graph.value.ranks.get('flood')?.[found.value.edge] : undefined
    }
    expect([rankAt([130.1075, 33.1071]), rankAt([130.116, 33.107]), rankAt([130.1, 33.12])]).toEqual([
      2,
      0,
      undefined,
    ])
  })

  it('are missing without a base map, and the pack says so', async () => {
    const { manifest, report, area } = await buildMadeUp(floods)
    expect(manifest.files.some(({ role }) => role === 'graph')).toBe(false)
    expect(report.absent).toContain('ways on foot: none, so no route can be found')
    expect(openGraph(area)).toEqual({ ok: false, reason: 'noGraph' })
    expect(openGraph({ graph: 'missing' })).toEqual({ ok: false, reason: 'notLoaded' })
    expect(openGraph({ graph: 'damaged' })).toMatchObject({ ok: false, reason: 'damaged' })
  })
})
