/**
 * Height of the floor of the first four storeys above the ground, in metres. 1, 2 and 3: the depth legend of 国土交通省
 * (水害ハザードマップ作成の手引き: 0.5 m, 3 m, 5 m); 4: interpolated by us.
 */
const LOW_FLOORS = [0.5, 3, 5, 7.5] as const

/** The floor of the fifth storey in metres: the same legend (10 m = above the eaves of the fourth). */
const FIFTH_FLOOR = 10

/** Between two floors above the fifth, in metres: our choice, the usual height of a storey. */
const STOREY = 3

/** No floor counts as higher than this, in metres: above it the legend tells nothing. */
const HIGHEST = 20

/**
 * Metres from the ground to the floor of a storey.
 * @param floor 1 = the storey at the ground
 */
export function floorHeight(floor: number): number {
  const low = LOW_FLOORS[floor - 1]
  if (low !== undefined) return low
  return Math.min(HIGHEST, FIFTH_FLOOR + STOREY * Math.max(0, floor - 5))
}

/**
 * The lowest storey whose floor lies at or above a depth; null where none counts as high enough.
 * @param upper metres
 */
export function lowestFloorAbove(upper: number): number | null {
  if (upper > HIGHEST) return null
  let floor = 1
  while (floorHeight(floor) < upper) floor += 1
  return floor
}
