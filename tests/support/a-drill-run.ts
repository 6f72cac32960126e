import type { DrillRun, TrackPoint } from '#domain/drills/drill-run.ts'
import type { Scenario } from '#domain/drills/scenario.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Metres of a degree of latitude on the sphere of the app's distances. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/** So many metres north of a corner of the sample world. */
export const northOf = (metres: number): LngLat => [135, 30 + metres / METRES_PER_DEGREE]

/** How many metres a place lies north of that corner. */
export const metresNorth = ([, lat]: LngLat): number => (lat - 30) * METRES_PER_DEGREE

/** An hour's flood whose water is told by the test. */
export const aDrill = (changes: Partial<Scenario> = {}): Scenario => ({
  v: 1,
  area: null,
  id: 'sample',
  hazard: 'flood',
  modes: ['walk', 'table'],
  groups: ['everybody'],
  title: {},
  minutes: 60,
  speed: 1,
  startsAt: null,
  signals: [],
  water: { kind: 'none' },
  injects: [],
  seed: 1,
  ...changes,
})

/** Somebody who lives at the corner and walks north: the points are minutes and metres. */
export const aDrillRun = (
  points: readonly (readonly [minute: number, metres: number])[],
  changes: Partial<DrillRun> = {},
): DrillRun => ({
  scenario: aDrill(),
  mode: 'walk',
  profile: 'adult',
  number: 7,
  home: northOf(0),
  left: points[0]?.[0] ?? null,
  goal: null,
  track: points.map(([minute, metres]): TrackPoint => ({ minute, at: northOf(metres), accuracy: 0 })),
  decisions: [],
  gaps: [],
  ended: null,
  ...changes,
})
