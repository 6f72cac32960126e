import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLOSED } from '#domain/closures/closed-edges.ts'
import { routeBetween } from '#domain/routes/between.ts'
import { reckonCosts, type Costs } from '#domain/routes/cost.ts'
import type { Graph, Snapped } from '#domain/routes/graph.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import type { Route } from '#domain/routes/route.ts'
import { openPack } from '#scripts/lib/open-pack.ts'
import { buildPack } from '#scripts/steps/build-pack.ts'
import {
  geoJsonRouter,
  metresOfEdges,
  ngraphRouter,
  placeOfNode,
  secondsOfEdges,
  type OtherRouter,
} from '../support/other-routers.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MIRROR = resolve(ROOT, process.env['MIRROR'] ?? '../shared/mirror')
const isHere = existsSync(MIRROR)
if (!isHere)
  process.stderr.write(
    `skipped: routes beside those of other programs, as there is no ${MIRROR} (variable MIRROR)\n`,
  )

const PAIRS = 200
/** Of the length: both sum many lengths, ours rounded to decimetres edge by edge. */
const APART = 0.001

/** The same pairs in every run: a linear congruential generator (Numerical Recipes). */
function pairsOf(count: number): readonly (readonly [number, number])[] {
  let state = 41207
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  return Array.from({ length: PAIRS }, () => [next(), next()] as const)
}

/** A node as a place on one of its edges. */
function atNode(graph: Graph, node: number): Snapped {
  const edge = graph.arcEdges[graph.firstArc[node] as number] as number
  const along = graph.from[edge] === node ? 0 : (graph.decimetres[edge] as number)
  return { edge, along, away: 0, at: placeOfNode(graph, node) }
}

describe.skipIf(!isHere)('the shortest ways in the network of Kashima', () => {
  let out: string
  let graph: Graph
  let costs: Costs
  let pairs: readonly (readonly [number, number])[]
  let ours: readonly (Route | null)[]

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'packs-'))
    await buildPack({ area: '41207', root: ROOT, out, mirror: MIRROR })
    const opened = await openPack(out, '41207')
    if (!opened.ok) throw new Error(opened.detail)
    const read = openGraph(opened.value)
    if (!read.ok) throw new Error(read.reason)
    graph = read.value
    const walker = { speed: 1000, climbs: true, slowedBySlopes: false }
    costs = reckonCosts(graph, { walker, hazards: ['flood'], zones: 'ignore', closed: null })
    pairs = pairsOf(graph.nodeCount)
    ours = routesWith(costs)
  }, 120_000)
  afterAll(() => rm(out, { recursive: true, force: true }))

  const routesWith = (some: Costs): readonly (Route | null)[] =>
    pairs.map(([from, till]) => {
      const route = routeBetween(some, atNode(graph, from), atNode(graph, till))
      if (route.ok) return route.value
      expect(route.reason).toBe('unreachable')
      return null
    })

  /** What differs, one line each. */
  const differences = (other: OtherRouter, routes = ours): readonly string[] =>
    pairs.flatMap(([from, till], index) => {
      const [mine, theirs] = [routes[index], other(from, till)]
      if (mine == null || theirs === null)
        return (mine == null) === (theirs === null) ? [] : [`${from} to ${till}: reached by one of two`]
      const seconds = mine.deciseconds / 10
      return Math.abs(seconds - theirs) <= Math.max(0.1, theirs * APART)
        ? []
        : [`${from} to ${till}: ${seconds} s, elsewhere ${theirs} s`]
    })

  it('looks at ways that are long, and at some that do not exist', () => {
    const found = ours.filter((route) => route !== null)
    expect(found.length).toBeGreaterThan(PAIRS / 2)
    const metres = found.map(({ decimetres }) => decimetres / 10)
    expect(Math.max(...metres)).toBeGreaterThan(5000)
    expect(found.length).toBeLessThan(PAIRS)
  })

  it('are those that ngraph.path finds', () => {
    expect(differences(ngraphRouter(graph, secondsOfEdges(graph, metresOfEdges(graph))))).toEqual([])
  })

  it('are those that geojson-path-finder finds', () => {
    expect(differences(geoJsonRouter(graph, secondsOfEdges(graph, metresOfEdges(graph))))).toEqual([])
  })

  it('go round what is closed as theirs do', () => {
    // Every twelfth way, which cuts some places off.
    const closed = Uint8Array.from({ length: graph.edgeCount }, (_, edge) => (edge % 12 === 5 ? CLOSED : 0))
    const routes = routesWith(reckonCosts(graph, { ...costs.question, closed }))
    const weights = secondsOfEdges(graph, metresOfEdges(graph)).map((seconds, edge) =>
      closed[edge] === CLOSED ? Infinity : seconds,
    )
    expect(differences(ngraphRouter(graph, weights), routes)).toEqual([])
    const none = (some: readonly (Route | null)[]): number => some.filter((route) => route === null).length
    expect(none(routes)).toBeGreaterThan(none(ours))
    expect(none(routes)).toBeLessThan(PAIRS / 2)
  })

  it('have the length of the points that are drawn', () => {
    const metres = metresOfEdges(graph)
    for (const route of ours) {
      if (route === null) continue
      const drawn = route.legs.reduce((sum, { edge }) => sum + (metres[edge] as number), 0)
      expect(Math.abs(route.decimetres / 10 - drawn)).toBeLessThanOrEqual(Math.max(0.1, drawn * APART))
    }
  })
})
