import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import { floorHeight } from '#domain/stay/floor-height.ts'

/** Storeys of the drawn house where the building is not known: the usual house of a family. */
const USUAL_STOREYS = 2

/** Air above what is drawn, and the least height of the picture, so that the person stays visible. Metres. */
const AIR = 0.8
const LEAST_HEIGHT = 8.6

/** Room for the number above the upper line, as a share of the depth. */
const LABEL = 1.13

export type PictureScale = {
  /** Floors of the drawn storeys in metres, from the first. */
  readonly floors: readonly number[]
  /** Height of the eaves, or where a tall building is cut off. Metres. */
  readonly eaves: number
  /** Height of the roof above the eaves: a ridge on a house, a flat roof on a block. Metres. */
  readonly roof: number
  /** True where the building goes on above the picture. */
  readonly isCut: boolean
  /** Height of the whole picture in metres. */
  readonly height: number
}

/**
 * What is drawn, in metres: the storeys up to one above the water and above the living floor, so that a tower does not make
 * a person vanish.
 */
export function pictureScale(depth: DepthBounds, storeys = USUAL_STOREYS, floor = 1): PictureScale {
  const water = depth.max ?? depth.min * 1.25 + 1
  const needed = Math.max(floor + 1, USUAL_STOREYS, storeysBelow(water) + 1)
  const drawn = Math.min(storeys, needed)
  const isCut = drawn < storeys
  const eaves = heightOf(drawn + 1)
  const roof = isCut ? 0 : drawn <= 2 ? 2 : 0.5
  const floors = Array.from({ length: drawn }, (_, index) => heightOf(index + 1))
  return {
    floors,
    eaves,
    roof,
    isCut,
    height: Math.max(LEAST_HEIGHT, eaves + roof + AIR, water * LABEL + AIR),
  }
}

/** As the rule has it, but going on above 20 m: a picture shows the building, the rule must not trust it. */
const heightOf = (storey: number): number => (storey <= 8 ? floorHeight(storey) : 19 + 3 * (storey - 8))

function storeysBelow(metres: number): number {
  let storey = 1
  while (heightOf(storey + 1) <= metres) storey += 1
  return storey
}
