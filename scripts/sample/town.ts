import { readFileSync } from 'node:fs'
import type { LngLat } from '#domain/geo/lng-lat.ts'

/** Metres east and north of the town's origin. */
export type Spot = readonly [x: number, y: number]

export type River = {
  readonly id: string
  /** Kind of the official file: `10` = with flood forecasts, `20` = other river; empty = no flood zone was designated. */
  readonly kind: string
  readonly name: string
  readonly kana: string
  readonly romaji: string
  readonly class: string
  readonly points: readonly Spot[]
  /** Metres at the spring and at the mouth. */
  readonly width: readonly [number, number]
  readonly valley: readonly [number, number]
}

export type Quarter = {
  readonly name: string
  readonly use: 'residential' | 'industrial'
  readonly at: Spot
  readonly half: Spot
  /** Degrees, anticlockwise. */
  readonly angle: number
  readonly spacing: Spot
  readonly mainEvery: number
  /** Share of the places along the streets where a building stands. */
  readonly density: number
  /** Streets go no higher than this, metres above the sea; left out = as high as is usual. */
  readonly highest?: number
  /** What stands there; left out = houses, in an industrial quarter sheds. */
  readonly style?: 'houses' | 'shops' | 'apartments' | 'sheds'
  /** Share of the blocks with a lane through them; left out = none. */
  readonly lanes?: number
}

export type Road = {
  readonly class: string
  readonly ref: string
  readonly name: string
  readonly romaji: string
  readonly points: readonly Spot[]
}

/** A way on top of a levee, between two shares of the river's length; the side as one looks down the river. */
export type LeveeWay = {
  readonly river: string
  readonly side: 'left' | 'right'
  readonly from: number
  readonly to: number
  readonly class: string
  readonly subclass: string
  readonly name: string
  readonly romaji: string
}

/** A bridge or an underpass with a name of its own. */
export type NamedWork = {
  readonly name: string
  readonly kana: string
  readonly romaji: string
  readonly at: Spot
}

/** `[name, kana, romaji, class, subclass, x, y]` */
export type NamedSpot = readonly [string, string, string, string, string, number, number]

export type SampleSite = {
  readonly kind: 'emergencySite' | 'shelter'
  readonly name: string
  readonly kana: string
  readonly en: string
  readonly address: string
  /** Null = the lists do not say where it is. */
  readonly at: Spot | null
  /** Eight flags in the official order of the columns, or empty: the list does not say. Emergency sites only. */
  readonly for?: string
  readonly also: boolean
  /** Persons; null = not known. */
  readonly capacity: number | null
  /** Whom a welfare shelter receives; empty = anybody. Shelters only. */
  readonly who?: string
  readonly note?: string
}

export type Town = {
  readonly code: string
  readonly prefecture: { readonly code: string; readonly name: string }
  readonly name: string
  readonly seed: number
  readonly origin: LngLat
  readonly size: Spot
  readonly edition: { readonly n03: string; readonly a31a: string; readonly tiles: string }
  readonly coast: readonly Spot[]
  readonly islets: readonly {
    readonly name: string
    readonly kana: string
    readonly romaji: string
    readonly at: Spot
    readonly radius: number
  }[]
  /** `height` metres in the middle; `power` 2 (when left out) = a round hill, more = a flat top with steep sides. */
  readonly hills: readonly {
    readonly at: Spot
    readonly radius: number
    readonly height: number
    readonly power?: number
  }[]
  readonly rivers: readonly River[]
  readonly quarters: readonly Quarter[]
  readonly fields: {
    readonly angle: number
    readonly spacing: Spot
    readonly maxHeight: number
    readonly keep: number
  }
  readonly roads: readonly Road[]
  /** Ways for feet (`path` with its subclass) and, where `class` says so, tracks. */
  readonly paths: readonly {
    readonly class?: string
    readonly subclass: string
    readonly name: string
    readonly romaji?: string
    readonly points: readonly Spot[]
  }[]
  readonly leveeWays: readonly LeveeWay[]
  readonly bridges: readonly NamedWork[]
  /** Where the road of that name goes below the railway: `half` metres before and after the place. */
  readonly underpasses: readonly (NamedWork & { readonly road: string; readonly half: number })[]
  readonly railway: { readonly name: string; readonly romaji: string; readonly points: readonly Spot[] }
  readonly ferry: readonly Spot[]
  readonly pier: readonly Spot[]
  readonly beaches: readonly Spot[]
  /** Places for tests and documentation: `[id, what reaches it, x, y]`. */
  readonly spots: readonly (readonly [string, string, number, number])[]
  readonly places: readonly NamedSpot[]
  readonly pois: readonly NamedSpot[]
  /** Crossings with a name on their traffic lights: `[name, kana, romaji, x, y]`. */
  readonly crossings: readonly (readonly [string, string, string, number, number])[]
  readonly sites: readonly SampleSite[]
  readonly coverage: readonly {
    readonly id: string
    readonly kind: string
    readonly scenario: string
    readonly state: string
    /** Null = the whole municipality, up to its shore. */
    readonly area: readonly Spot[] | null
    readonly note: Readonly<Record<string, string>>
    readonly source: string
    readonly asOf: string
  }[]
}

/** The parts of the parameters: the land, the ways, the names, the sites, what was studied. */
const PARTS = ['town', 'ways', 'names', 'sites', 'coverage']

/** The parameters of the sample town. The files are our own and are trusted as they are: their tests build the whole town. */
export function readTown(): Town {
  const read = (name: string): object =>
    JSON.parse(readFileSync(new URL(`../../data/sample/${name}.json`, import.meta.url), 'utf8')) as object
  return Object.assign({}, ...PARTS.map(read)) as Town
}

/** One degree of latitude on a sphere of the mean radius of the earth (6,371,008.8 m), in metres. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

const roundTo = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** Metres of the town → degrees, rounded to seven digits (about a centimetre). */
export function toLngLat(town: Town, [x, y]: Spot): LngLat {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((town.origin[1] * Math.PI) / 180)
  return [roundTo(town.origin[0] + x / perDegreeEast, 7), roundTo(town.origin[1] + y / METRES_PER_DEGREE, 7)]
}

/** Degrees → metres of the town. */
export function toSpot(town: Town, [lng, lat]: LngLat): Spot {
  const perDegreeEast = METRES_PER_DEGREE * Math.cos((town.origin[1] * Math.PI) / 180)
  return [(lng - town.origin[0]) * perDegreeEast, (lat - town.origin[1]) * METRES_PER_DEGREE]
}
