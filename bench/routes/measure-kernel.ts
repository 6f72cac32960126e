import { CLOSED, closedEdges } from '#domain/closures/closed-edges.ts'
import { closuresToReckon, feedState } from '#domain/closures/feed-state.ts'
import { checkFeed } from '#domain/feeds/check-feed.ts'
import { newTrust } from '#domain/feeds/feed-trust.ts'
import type { KeyRing } from '#domain/feeds/key-ring.ts'
import { CLOSURES_KIND } from '#domain/feeds/reopened-roads.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Result } from '#domain/result.ts'
import { bandsOf } from '#domain/routes/bands.ts'
import { reckonCosts, type Costs } from '#domain/routes/cost.ts'
import { buildField, type Field, type SiteOnGraph } from '#domain/routes/field.ts'
import { routeFrom } from '#domain/routes/follow-field.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import { readGraph } from '#domain/routes/graph-file.ts'
import type { Graph, Snapped } from '#domain/routes/graph.ts'
import { closeZonesAt, findLastDepartures } from '#domain/routes/last-departure.ts'
import { walkerOf } from '#domain/routes/profiles.ts'
import { indexEdges, snap, type EdgeIndex } from '#domain/routes/snap.ts'
import { findVerifier } from '#platform/feeds/ed25519.ts'
import { sha256 } from '#platform/packs/hash.ts'

/** Plain data, so that the same is measured in this process and in a page. */
export type KernelInput = {
  /** The graph file as it stands in the pack, unpacked. */
  readonly graph: Uint8Array<ArrayBuffer>
  readonly sites: readonly { readonly id: string; readonly at: LngLat }[]
  /** Places from which ways are asked for. */
  readonly starts: readonly LngLat[]
  readonly feed: {
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly signatures: Uint8Array<ArrayBuffer>
    readonly ring: KeyRing
    readonly area: string
    readonly now: number
  }
}

/** `first` = before the engine knew the code, `each` = the middle of what follows. */
export type Timing = {
  readonly name: string
  readonly unit: 'ms' | 'us' | '1/s' | 'count'
  readonly first: number | null
  readonly each: number
}

const ROUNDS = 15

/** Measures the kernel of routes from reading the file to a route with all that is told of it. */
export async function measureKernel(input: KernelInput): Promise<readonly Timing[]> {
  const timings: Timing[] = []
  const graph = time(timings, 'graph file, read', () => worth(readGraph(input.graph)))
  const index = time(timings, 'ways, indexed for snapping', () => indexEdges(graph))
  const sites = input.sites.map(({ id, at }): SiteOnGraph => ({ id, on: onGraph(index, at) }))
  const question = {
    walker: walkerOf('adult'),
    hazards: zonesFor('flood'),
    zones: 'least',
    closed: null,
  } as const
  const costs = time(timings, 'costs of all edges', () => reckonCosts(graph, question))
  const field = time(timings, 'field, whole city', () => worth(buildField(costs, sites)))
  time(timings, 'costs and field', () => worth(buildField(reckonCosts(graph, question), sites)))
  time(timings, 'field, three sites for each place', () => worth(buildField(costs, sites, { labels: 3 })))
  const front = { edges: closeZonesAt(graph, zonesFor('flood'), 36_000), sites: null, margin: 0 }
  time(timings, 'last departure, whole city', () => worth(findLastDepartures(costs, sites, front)))
  time(timings, 'bands of three minutes, whole city', () => bandsOf(field))
  timings.push(...measureRoutes(field, index, input.starts))
  timings.push(...(await measureFeed(graph, costs, sites, input)))
  return timings
}

function worth<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

function onGraph(index: EdgeIndex, at: LngLat): Snapped | null {
  const found = snap(index, at)
  return found.ok ? found.value : null
}

function time<T>(timings: Timing[], name: string, run: () => T): T {
  const spent: number[] = []
  let result: T | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    result = run()
    spent.push(performance.now() - started)
  }
  timings.push({ name, unit: 'ms', ...firstAndMiddle(spent) })
  return result as T
}

function firstAndMiddle([first, ...rest]: readonly number[]): Pick<Timing, 'first' | 'each'> {
  const sorted = [...rest].sort((a, b) => a - b)
  return { first: first ?? null, each: sorted[Math.floor(sorted.length / 2)] ?? NaN }
}

function measureRoutes(field: Field, index: EdgeIndex, starts: readonly LngLat[]): readonly Timing[] {
  const [snapped, perSnap] = perPiece(starts.length, () => starts.map((at) => onGraph(index, at)))
  const nodes = field.filled.reduce((sum, filled) => sum + Math.min(1, filled), 0)
  let hops = 0
  const [, perChase] = perPiece(nodes, () => (hops = chaseAll(field)))
  let routes = 0
  const [, perRoute] = perPiece(starts.length, () => {
    routes = 0
    for (const start of snapped) if (routeFrom(field, start).ok) routes += 1
  })
  if (routes === 0 || hops === 0) throw new Error('no way was found: nothing was measured')
  return [
    { name: 'a place, snapped to its way', unit: 'us', first: null, each: perSnap },
    {
      name: 'routes a second after the field, followed to the site',
      unit: '1/s',
      first: null,
      each: 1e6 / perChase,
    },
    { name: 'pieces of a route, on average', unit: 'count', first: null, each: hops / nodes },
    { name: 'a route with line, lengths and zones', unit: 'us', first: null, each: perRoute },
  ]
}

/** Follows the way from every corner to its site. @returns how many pieces were walked */
function chaseAll({ costs, labels, filled, next }: Field): number {
  let hops = 0
  for (let node = 0; node < costs.graph.nodeCount; node += 1) {
    if (filled[node] === 0) continue
    for (let label = node * labels; label !== -1; label = next[label] as number) hops += 1
  }
  return hops
}

/** Microseconds of one of many, the middle of the rounds. */
function perPiece<T>(pieces: number, run: () => T): readonly [T, number] {
  const spent: number[] = []
  let result: T | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    result = run()
    spent.push(performance.now() - started)
  }
  return [result as T, (firstAndMiddle(spent).each * 1000) / pieces]
}

async function measureFeed(
  graph: Graph,
  { question }: Costs,
  sites: readonly SiteOnGraph[],
  { feed: { bytes, signatures, ring, area, now } }: KernelInput,
): Promise<readonly Timing[]> {
  const verify = await findVerifier()
  if (verify === null) throw new Error('there is no Ed25519 here')
  const trust = newTrust('closures', area)
  const digest = (some: Uint8Array): Promise<string> => sha256(new Uint8Array(some))
  const check = {
    kind: CLOSURES_KIND,
    bytes,
    signatures,
    area,
    ring,
    trust,
    before: null,
    now,
    verify,
    digest,
  }
  const spent = {
    verified: [] as number[],
    applied: [] as number[],
    both: [] as number[],
    field: [] as number[],
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const verdict = await checkFeed(check)
    const verified = performance.now()
    if (!verdict.ok) throw new Error(`the feed is refused: ${verdict.reason}`)
    const reckoned = closuresToReckon(feedState(verdict.feed, now, now), now)
    const { states } = closedEdges(graph, reckoned.closures, 'foot', reckoned.at)
    const applied = performance.now()
    worth(buildField(reckonCosts(graph, { ...question, closed: states }), sites))
    spent.verified.push(verified - started)
    spent.applied.push(applied - verified)
    spent.both.push(applied - started)
    spent.field.push(performance.now() - applied)
    if (!states.includes(CLOSED)) throw new Error('the feed closed nothing: nothing was measured')
  }
  return [
    { name: 'feed of 50 KB, verified and read', unit: 'ms', ...firstAndMiddle(spent.verified) },
    { name: 'feed of 50 KB, laid on the ways', unit: 'ms', ...firstAndMiddle(spent.applied) },
    { name: 'feed of 50 KB, verified and laid on the ways', unit: 'ms', ...firstAndMiddle(spent.both) },
    { name: 'costs and field after it', unit: 'ms', ...firstAndMiddle(spent.field) },
  ]
}
