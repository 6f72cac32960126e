import { createStore } from 'zustand/vanilla'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { EscapeTools } from '#features/escape-map/index.ts'
import { createSheltersStore } from '#features/shelters/index.ts'
import { createWaysStore } from '#features/ways/index.ts'
import type { CityFeedState } from '#platform/ports.ts'
import { aGraph } from './a-graph.ts'
import { anArea, aSite } from './an-area.ts'
import { aWayFinder } from './a-way-finder.ts'

/** Noon of a day in July in Japan. */
export const NOON = Date.parse('2026-07-01T12:00:00+09:00')

/** A street eastward from a site: 100 m, 900 m, and 500 m in a zone of the flood. */
export const ESCAPE_GRAPH = aGraph({
  nodes: [0.04, 0.041, 0.05, 0.055].map((lng): LngLat => [135 + lng, 30.04]),
  edges: [
    { from: 0, till: 1, decimetres: 1000, ranks: { flood: 0 } },
    { from: 1, till: 2, decimetres: 9000, ranks: { flood: 0 } },
    { from: 2, till: 3, decimetres: 5000, ranks: { flood: 3 } },
  ],
})
export const ESCAPE_AREA = anArea({ sites: [aSite({ at: [135.04, 30.04] })] })
/** At the far end of the street. */
export const FAR: LngLat = [135.055, 30.04]

/** What the map of escape times is given: the street, an adult, a city that publishes nothing. */
export const someEscapeTools = (changes: Partial<EscapeTools> = {}): EscapeTools => {
  const finder = aWayFinder(ESCAPE_GRAPH)
  return {
    area: ESCAPE_AREA,
    shelters: createSheltersStore(),
    ways: createWaysStore(),
    closures: createStore<CityFeedState<ClosureFeed>>(() => ({ status: 'noKeys', reading: null })),
    finder: async () => finder,
    seriesFile: async () => null,
    now: () => NOON,
    at: null,
    theme: 'day',
    hasMap: true,
    drawMap: null,
    print: () => {},
    ...changes,
  }
}
