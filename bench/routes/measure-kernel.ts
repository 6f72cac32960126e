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
import { chaseField, newChase } from '#domain/routes/chase-field.ts'
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

/** `first` = before the engine knew the code, `each` = the middle of what follows, `best` = the best of it, `mean` = its mean. */
export type Timing = {
  readonly name: string
  readonly unit: 'ms' | 'us' | '1/s' | 'count'
  readonly first: number | null
  readonly each: number
  readonly best: number
  readonly mean: number
}

const ROUNDS = 25

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
  timings.push({ name, unit: 'ms', ...rounds(spent) })
  return result as T
}

function rounds([first, ...rest]: readonly number[]): Pick<Timing, 'first' | 'each' | 'best' | 'mean'> {
  const sorted = [...rest].sort((a, b) => a - b)
  return {
    first: first ?? null,
    each: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    best: sorted[0] ?? NaN,
    mean: rest.reduce((sum, one) => sum + one, 0) / rest.length,
  }
}

function measureRoutes(field: Field, index: EdgeIndex, starts: readonly LngLat[]): readonly Timing[] {
  const [snapped, perSnap] = perPiece(starts.length, () => starts.map((at) => onGraph(index, at)))
  const chase = newChase(field)
  let hops = 0
  const onWays = snapped.filter((start) => start !== null)
  const [chased, perChase] = perPiece(onWays.length, () => {
    let found = 0
    hops = 0
    for (const start of onWays) {
      if (chaseField(field, start, chase)) found += 1
      hops += chase.count
    }
    return found
  })
  let routes = 0
  const [, perRoute] = perPiece(starts.length, () => {
    routes = 0
    for (const start of snapped) if (routeFrom(field, start).ok) routes += 1
  })
  if (routes === 0 || chased !== routes) throw new Error('no way was found: nothing was measured')
  const once = { first: null } as const
  const pieces = hops / chased
  return [
    { name: 'a place, snapped to its way', unit: 'us', ...once, ...perSnap },
    {
      name: 'routes a second after the field, from place to site',
      unit: '1/s',
      ...once,
      each: 1e6 / perChase.each,
      best: 1e6 / perChase.best,
      mean: 1e6 / perChase.mean,
    },
    {
      name: 'pieces of a route, on average',
      unit: 'count',
      ...once,
      each: pieces,
      best: pieces,
      mean: pieces,
    },
    { name: 'a route with line, lengths and zones', unit: 'us', ...once, ...perRoute },
  ]
}

/** Microseconds of one of many, the middle and the best of the rounds. */
function perPiece<T>(pieces: number, run: () => T): readonly [T, Pick<Timing, 'each' | 'best' | 'mean'>] {
  const spent: number[] = []
  let result: T | undefined
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    result = run()
    spent.push(performance.now() - started)
  }
  const { each, best, mean } = rounds(spent)
  const ofOne = (round: number): number => (round * 1000) / pieces
  return [result as T, { each: ofOne(each), best: ofOne(best), mean: ofOne(mean) }]
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
    { name: 'feed of 50 KB, verified and read', unit: 'ms', ...rounds(spent.verified) },
    { name: 'feed of 50 KB, laid on the ways', unit: 'ms', ...rounds(spent.applied) },
    { name: 'feed of 50 KB, verified and laid on the ways', unit: 'ms', ...rounds(spent.both) },
    { name: 'costs and field after it', unit: 'ms', ...rounds(spent.field) },
  ]
}
