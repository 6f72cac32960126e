import { readFileSync } from 'node:fs'
import type { Spot } from '../town.ts'

/** A name in the languages of the sample. */
export type Name = { readonly ja: string; readonly en: string }

/** `[metres or minutes or share, value]`, sorted by the first; between two entries the value is interpolated. */
export type Table = readonly Spot[]

/** Where a levee is taken to break: the bank is that of the side on which `at` lies. */
export type Breach = { readonly id: string; readonly name: Name; readonly at: Spot }

/** A river's banks and floods; metres above its bed by `[share of the length from the spring, metres]`. */
export type RiverWaters = {
  readonly id: string
  /** Crest of the levees; where there is none, the bank. */
  readonly crest: Table
  /** Peak of the water in the largest conceivable flood (想定最大規模) and in the design flood (計画規模). */
  readonly max: Table
  readonly design: Table
  /** Peak discharge, m³/s: what leaves the river is never more. */
  readonly discharge: { readonly max: number; readonly design: number }
  readonly breaches: readonly Breach[]
  /** Shares of the length between which the river overflows its banks without a breach. */
  readonly overflow: Spot
}

/** A wall, a dike or an embankment along a line. */
export type WallPlan = {
  readonly name: string
  /** A line; for a sea wall its two ends, between which it follows the coast. */
  readonly points: readonly Spot[]
  readonly kind: 'seaWall' | 'ringDike' | 'embankment' | 'dam'
  /** Height of the crest above the sea; for `embankment` above the ground. Metres. */
  readonly crest: number
  /** Half of the width of the crest, metres. */
  readonly half: number
  /** Openings: `[x, y, half the width]`. */
  readonly gaps?: readonly (readonly [number, number, number])[]
}

export type Scarp = {
  readonly at: Spot
  readonly radius: number
  readonly level: number
  readonly rise: number
  readonly over: number
}

export type PondPlan = {
  readonly name: Name
  readonly at: Spot
  readonly radius: number
  /** Height of the bottom and of the full water, metres above the sea. */
  readonly bottom: number
  readonly full: number
}

/** A hollow cut into the ground: an underpass below a railway, the polder inside a ring dike. */
export type Hollow = {
  readonly name: Name
  readonly at: Spot
  readonly radius: number
  /** Height of the floor above the sea; the rim rises over `rim` metres to the ground around. */
  readonly floor: number
  readonly rim: number
}

export type Waters = {
  readonly rivers: readonly RiverWaters[]
  readonly walls: readonly WallPlan[]
  readonly scarps: readonly Scarp[]
  readonly hollows: readonly Hollow[]
  readonly pond: PondPlan
  /** Level of the sea by minute, metres above mean sea level (T.P.). */
  readonly surge: Table
  readonly tsunami: Table
  /** Where sea walls give way in the surge: `[x, y, half the width in metres, minute]`. */
  readonly seaWallBreaches: readonly (readonly [number, number, number, number])[]
  /** Rain by minute, mm/h; what the drains take; the ring in which it was studied. */
  readonly rain: { readonly falls: Table; readonly drains: Table; readonly area: readonly Spot[] }
}

/** The parameters of the town's waters. The file is our own and trusted as it is. */
export function readWaters(): Waters {
  return JSON.parse(
    readFileSync(new URL('../../../data/sample/water.json', import.meta.url), 'utf8'),
  ) as Waters
}
