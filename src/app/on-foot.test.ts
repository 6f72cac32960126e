import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { createWaysStore, type WaysState } from '#features/ways/index.ts'
import type { CityFeedState } from '#platform/ports.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aStreet } from '#tests/support/a-graph.ts'
import { anArea, aSite } from '#tests/support/an-area.ts'
import { aWayFinder } from '#tests/support/a-way-finder.ts'
import { askWalks, walksAsked } from './on-foot.ts'
import type { Parts } from './parts.ts'

const HERE = [135.0015, 30] as const
const area = anArea({
  sites: [aSite({ id: 'west', at: [135, 30] }), aSite({ id: 'east', at: [135.003, 30], kind: 'shelter' })],
})
const shut = aClosure({ shape: { kind: 'line', lines: [[[135.0022, 30], [135.0028, 30]]] } }) // prettier-ignore
const never = new AbortController().signal

function parts(feed: ClosureFeed | null, now = FEED_ISSUED, change: Partial<WaysState> = {}) {
  const ways = createWaysStore()
  ways.setState({ night: false, ...change })
  const kept = feed === null ? null : { feed, fetched: feed.issued, isTrusted: true }
  const reading = {
    kept,
    trouble: null,
    isAsking: false,
    isStored: true,
    lostMemory: false,
    alarms: [],
    clocks: null,
  }
  const closures = createStore<CityFeedState<ClosureFeed>>(() => ({ status: 'open', reading }))
  return { ways, closures, services: { clock: { now: () => now } } } as unknown as Parts
}
const tell = async (of: Parts, graph = aStreet({}, {}, {})) => {
  const walks = await askWalks(aWayFinder(graph), area, HERE, walksAsked(of, area, HERE, 'flood'), never)
  return walks === null
    ? null
    : [...walks.to].map(
        ([id, way]) =>
          `${id} ${way.ok ? `${Math.round(way.value.metres)} ${way.value.zoneMetres}` : way.reason}`,
      )
}

describe('all sites on foot', () => {
  it('are asked for with the closures of now, of both kinds at once', async () => {
    expect(await tell(parts(null))).toEqual(['west 150 0', 'east 150 0'])
    expect(await tell(parts(aFeed({ closures: [shut] })))).toEqual(['west 150 0', 'east unreachable'])
  })

  it('stay around what an old list closed: age opens no road', async () => {
    const ending = { ...shut, end: FEED_ISSUED + 3_600_000 }
    const feed = aFeed({ closures: [ending] })
    const later = parts(feed, FEED_ISSUED + 80 * 3_600_000)
    expect(await tell(later)).toEqual(['west 150 0', 'east unreachable'])
    const asked = walksAsked(later, area, HERE, 'flood')
    expect(asked.make({ goals: [], unplaced: [] }).closures).toEqual({ issued: FEED_ISSUED, isOld: true })
  })

  it('are one question as long as nothing changes that counts, and another when a closure begins', () => {
    const key = (now: number) => {
      const planned = { ...shut, start: FEED_ISSUED + 60_000 }
      return walksAsked(parts(aFeed({ closures: [planned] }), now), area, HERE, 'flood').key
    }
    expect(key(FEED_ISSUED + 1000)).toBe(key(FEED_ISSUED))
    expect(key(FEED_ISSUED + 60_000)).not.toBe(key(FEED_ISSUED))
  })

  it('tell the way with the least of zones where none keeps out of them, and its metres there', async () => {
    const graph = aStreet({}, {}, { ranks: { flood: 5 } })
    expect(await tell(parts(null, FEED_ISSUED, { manner: 'avoid' }), graph)).toEqual([
      'west 150 0',
      'east 150 100',
    ])
  })

  it('are not known where no way is near', async () => {
    const asked = walksAsked(parts(null), area, HERE, 'flood')
    expect(await askWalks(aWayFinder(aStreet({})), area, [135.1, 30], asked, never)).toBeNull()
  })
})
