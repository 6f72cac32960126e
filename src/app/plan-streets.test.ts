import { describe, expect, it, vi } from 'vitest'
import type { Reckoned } from '#domain/closures/feed-state.ts'
import type { Graph } from '#domain/routes/graph.ts'
import type { StreetAsked } from '#domain/plan/streets.ts'
import { closuresNow } from '#features/closures/index.ts'
import { aCityFeed } from '#tests/support/a-city-feed.ts'
import { aClosure, aFeed, FEED_ISSUED } from '#tests/support/a-closure.ts'
import { aGraph, aStreet } from '#tests/support/a-graph.ts'
import { anArea } from '#tests/support/an-area.ts'
import { aWayFinder } from '#tests/support/a-way-finder.ts'
import { rememberStreets } from './plan-streets.ts'

const withWays = () => ({ ...anArea(), graph: { bytes: new Uint8Array() } as never })
const asked = (changes: Partial<StreetAsked> = {}): StreetAsked => ({
  from: [135, 30],
  to: [135.003, 30],
  hazards: ['flood'],
  profile: 'adult',
  measured: null,
  ...changes,
})
const shut = aClosure({ shape: { kind: 'line', lines: [[[135.0012, 30], [135.0018, 30]]] }, end: FEED_ISSUED + 3_600_000 }) // prettier-ignore
const closed: Reckoned = { closures: [shut], at: FEED_ISSUED }

function start(graph: Graph = aStreet({}, {}, {})) {
  const finder = aWayFinder(graph)
  const streets = rememberStreets(async () => finder, queueMicrotask)
  const settle = async () => {
    const { version } = streets.store.getState()
    await vi.waitFor(() => expect(streets.store.getState().version).toBeGreaterThan(version))
  }
  return { finder, streets, settle }
}
const round = <T extends { readonly metres: number; readonly seconds: number }>(one: T | null) =>
  one === null ? null : { ...one, metres: Math.round(one.metres), seconds: Math.round(one.seconds) }

describe('real ways of a plan', () => {
  it('are not waited for: null at first, then told, and asked for once', async () => {
    const { finder, streets, settle } = start()
    const area = withWays()
    expect(streets.of(area, null)(asked())).toBeNull()
    expect(streets.of(area, null)(asked())).toBeNull()
    await settle()
    expect(round(streets.of(area, null)(asked()))).toEqual({ metres: 300, seconds: 300, isBarred: false })
    await Promise.resolve()
    expect(finder.asked).toEqual(['distances'])
  })

  it('are one question for all destinations that are alike, and another for another walker', async () => {
    const { finder, streets, settle } = start()
    const area = withWays()
    const look = streets.of(area, null)
    look(asked())
    look(asked({ to: [135.001, 30] }))
    look(asked({ profile: 'impaired' }))
    await settle()
    expect(finder.asked).toHaveLength(2)
    expect(round(look(asked({ to: [135.001, 30] })))?.metres).toBe(100)
    expect(round(look(asked({ profile: 'impaired' })))?.seconds).toBe(600)
  })

  it('around closures: the former way stands until the new one is there', async () => {
    const graph = aGraph({
      nodes: [[135, 30], [135.001, 30], [135.002, 30], [135.003, 30]], // prettier-ignore
      edges: [{ from: 0, till: 1 }, { from: 1, till: 2 }, { from: 1, till: 2, decimetres: 5000, bends: [[135.0015, 30.002]] }, { from: 2, till: 3 }], // prettier-ignore
    })
    const { streets, settle } = start(graph)
    const area = withWays()
    streets.of(area, null)(asked())
    await settle()
    expect(round(streets.of(area, closed)(asked()))?.metres).toBe(300)
    await settle()
    expect(round(streets.of(area, closed)(asked()))).toEqual({ metres: 700, seconds: 700, isBarred: false })
  })

  it('are barred where every way is closed, and stay so while the list grows old', async () => {
    const { streets, settle } = start()
    const area = withWays()
    const old = closuresNow(aCityFeed(aFeed({ closures: [shut] })), FEED_ISSUED + 90 * 3_600_000)
    expect(old.state.kind).toBe('old')
    for (const closures of [closed, old.reckoned]) {
      streets.of(area, closures)(asked())
      await settle()
      expect(round(streets.of(area, closures)(asked()))).toEqual({
        metres: 300,
        seconds: 300,
        isBarred: true,
      })
    }
  })

  it('are none where no way is near or leads there without any closure, or the area has none', async () => {
    const { finder, streets, settle } = start()
    const area = withWays()
    const look = streets.of(area, closed)
    look(asked({ to: [135.02, 30] }))
    look(asked({ from: [135.02, 30] }))
    await settle()
    expect(look(asked({ to: [135.02, 30] }))).toBeNull()
    expect(look(asked({ from: [135.02, 30] }))).toBeNull()
    const before = finder.asked.length
    expect(streets.of({ ...area, graph: null }, null)(asked())).toBeNull()
    expect(streets.of(null, null)(asked())).toBeNull()
    await Promise.resolve()
    expect(finder.asked).toHaveLength(before)
  })

  it('of another area are not those of this one', async () => {
    const { streets, settle } = start()
    const one = withWays()
    streets.of(one, null)(asked())
    await settle()
    expect(streets.of(withWays(), null)(asked())).toBeNull()
  })

  it('whose code cannot be had leave the straight lines, and are asked for with the next look', async () => {
    let fails = true
    const finder = aWayFinder(aStreet({}, {}, {}))
    const find = vi.fn(async () => {
      if (fails) throw new Error('no network')
      return finder
    })
    const streets = rememberStreets(find, queueMicrotask)
    const area = withWays()
    expect(streets.of(area, null)(asked())).toBeNull()
    await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1))
    await new Promise((done) => setTimeout(done))
    fails = false
    streets.of(area, null)(asked())
    await vi.waitFor(() => expect(streets.store.getState().version).toBe(1))
    expect(streets.of(area, null)(asked())).not.toBeNull()
  })
})
