import { writeFeed } from '#domain/closures/write-feed.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { goalsFor } from '#domain/routes/goals.ts'
import { openGraph } from '#domain/routes/open-graph.ts'
import type { Graph } from '#domain/routes/graph.ts'
import { openPack } from '#scripts/lib/open-pack.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aRing, keyOf, ONE, ROOT, signed } from '#tests/support/a-signed-feed.ts'
import { MACHINE, type Measure } from './print-measure.ts'
import { compareRouters } from './routes/compare-routers.ts'
import { measureKernel, type KernelInput, type Timing } from './routes/measure-kernel.ts'
import { measureInPage } from './routes/measure-in-page.ts'

/** What is asked of these numbers, on a processor four times slower: the same unit as the measure; `1/s` is a least, others a most. */
const WANTED: Readonly<Record<string, number>> = {
  'field, whole city': 20,
  'last departure, whole city': 20,
  'routes a second after the field, from place to site': 1_000_000,
  'feed of 50 KB, verified and laid on the ways': 10,
}

const FEED_BYTES = 50_000
const STARTS = 2000

/**
 * The kernel of routes on the pack of an area: in this process, in a page of Chromium on a processor four times slower, and beside
 * `ngraph.path`. Prints a table to standard error. In the page the mean counts: a processor is slowed by pauses, from which a short
 * round may escape.
 */
export async function measureWays(packs: string, code: string): Promise<readonly Measure[]> {
  const opened = await openPack(packs, code)
  if (!opened.ok) throw new Error(opened.detail ?? opened.reason)
  const area = opened.value
  const graph = openGraph(area)
  if (!graph.ok) throw new Error(`there are no ways in the pack of ${code}: ${graph.reason}`)
  const input = inputOf(area, graph.value)
  const here = await measureKernel(input)
  const page = await measureInPage(input)
  const { nodeCount, edgeCount } = graph.value
  const network = `pack ${code}: ${nodeCount} corners, ${edgeCount} ways, ${input.sites.length} sites for floods`
  const ratios = compareRouters(graph.value, input).map((one) => ({
    ...one,
    on: `${one.on}; ${network}; ${MACHINE}`,
  }))
  printTable(network, here, page.timings, ratios)
  return [
    ...here.flatMap((one) => asMeasures(one, 'each', `${network}; median; ${MACHINE}`)),
    ...page.timings.flatMap((one) =>
      asMeasures(one, 'mean', `processor 4 times slower, mean, ${page.browser}; ${network}; ${MACHINE}`),
    ),
    ...ratios,
  ]
}

function asMeasures(
  { name, unit, first, ...round }: Timing,
  how: 'each' | 'mean',
  on: string,
): readonly Measure[] {
  const value = round[how]
  const measure: Measure = { name: `routes: ${name}`, value, unit, on }
  return first === null
    ? [measure]
    : [measure, { ...measure, name: `${measure.name}, the first time`, value: first }]
}

/** The same numbers in every run (Numerical Recipes). */
function dice(): () => number {
  let state = 41207
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function inputOf(area: Area, graph: Graph): KernelInput {
  const roll = dice()
  const edge = (): number => Math.floor(roll() * graph.edgeCount)
  // Within some steps of a way, because people ask from where people are.
  const starts = Array.from({ length: STARTS }, (): LngLat => {
    const shape = graph.shapeOf(edge())
    const [lng, lat] = shape[Math.floor(roll() * shape.length)] as LngLat
    return [lng + (roll() - 0.5) / 2000, lat + (roll() - 0.5) / 2000]
  })
  return {
    graph: new Uint8Array(area.graph as Uint8Array),
    sites: goalsFor(area, 'flood').goals,
    starts,
    feed: feedOn(area, graph, edge),
  }
}

/** A signed feed of about 50 KB: flooded roads where there are ways. */
function feedOn(area: Area, graph: Graph, edge: () => number): KernelInput['feed'] {
  const { code } = area.manifest.area
  let bytes = new Uint8Array()
  for (const closures = []; bytes.length < FEED_BYTES;) {
    const lines = [graph.shapeOf(edge())]
    closures.push(aClosure({ id: `2026-${closures.length + 1}`, shape: { kind: 'line', lines } }))
    if (closures.length % 5 !== 0) continue
    const written = writeFeed(aFeed({ area: code, closures }))
    // A way without length is no line: that one is left out.
    if (written.ok) bytes = new Uint8Array(written.value)
    else closures.length -= 5
  }
  const times = { from: FEED_ISSUED - 1e9, till: FEED_ISSUED + 1e9 }
  const ring = aRing([keyOf(ROOT, 'root', times), keyOf(ONE, 'feed', times)], { area: code })
  return { bytes, signatures: signed(bytes, ONE), ring, area: code, now: FEED_ISSUED }
}

function printTable(
  network: string,
  here: readonly Timing[],
  page: readonly Timing[],
  ratios: readonly Measure[],
): void {
  const row = (...cells: readonly string[]): void =>
    void process.stderr.write(
      `${(cells[0] ?? '').padEnd(54)}${cells
        .slice(1)
        .map((cell) => cell.padStart(15))
        .join('')}\n`,
    )
  process.stderr.write(`\n${network}\n`)
  row('', 'here', 'best', 'first', 'page 4x, mean', 'first', 'wanted 4x')
  for (const [index, { name, unit, first, each, best }] of here.entries()) {
    const slow = page[index]
    const wanted = WANTED[name]
    const told = (value: number | null | undefined): string =>
      value == null ? '' : `${short(value)} ${unit}`
    const limit = wanted === undefined ? '' : `${unit === '1/s' ? '>=' : '<='} ${short(wanted)}`
    row(name, ...[each, best, first, slow?.mean, slow?.first].map(told), limit)
  }
  for (const { name, value, unit } of ratios) row(name, `${short(value)} ${unit}`)
}

const short = (value: number): string =>
  value >= 100_000 ? `${(value / 1e6).toPrecision(3)} M` : Number(value.toPrecision(3)).toString()
