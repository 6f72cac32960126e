import type { Spot } from './town.ts'

/** What a way is, in the words of OpenMapTiles (`transportation`); empty = the property is not there. */
export type Way = {
  readonly class: string
  readonly subclass: string
  readonly service: string
  readonly ref: string
  readonly name: string
  readonly romaji: string
}

/** One piece of a way, as OpenStreetMap would hold it between two junctions: metres of the town. */
export type RoadPiece = Way & {
  readonly brunnel: '' | 'bridge' | 'tunnel'
  readonly points: readonly Spot[]
}

/** A way as it was drawn, before it was cut at water and joined to others. */
export type Line = {
  readonly way: Way
  readonly points: readonly Spot[]
  /** True = it goes over water on a bridge; false = it ends there. */
  readonly bridges: boolean
}

export const plain = (kind: string, subclass = '', name = '', romaji = ''): Way => ({
  class: kind,
  subclass,
  service: '',
  ref: '',
  name,
  romaji,
})

export const midOf = (a: Spot, b: Spot): Spot => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

export const metresBetween = (a: Spot, b: Spot): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Metres of a line. */
export const lengthOf = (points: readonly Spot[]): number =>
  points.slice(1).reduce((sum, spot, i) => sum + metresBetween(points[i] as Spot, spot), 0)

/** The place of a spot to the decimetre: two ends with one key are one junction. */
export const nodeKey = ([x, y]: Spot): string => `${Math.round(x * 10)} ${Math.round(y * 10)}`
