import type { DepthBounds } from '../hazards/depth-band.ts'
import type { Phrase } from '../risk/report.ts'

/**
 * What a depth is told by, beside a body and a house: heights in metres above the ground, lowest first.
 * - `knee` 0.5, `waist` 1, `firstEaves` 2, `eaves` 5: 国土交通省, the body and the house beside the older depth legend
 *   (0.5 m 大人の膝, 1 m 大人の腰, 2 m 1階の軒下, 5 m 2階の軒下);
 * - `secondFloor` 3, `fourthEaves` 10, `fifthStorey` 20: 水害ハザードマップ作成の手引き, the legend of today;
 * - `ankle` 0.1, `shin` 0.3, `head` 1.6 (the grown person of the picture), `roof` 7.5 (ridge of a house of two storeys): our
 *   choice.
 */
export const DEPTH_MARKS = [
  { id: 'ankle', height: 0.1 },
  { id: 'shin', height: 0.3 },
  { id: 'knee', height: 0.5 },
  { id: 'waist', height: 1 },
  { id: 'head', height: 1.6 },
  { id: 'firstEaves', height: 2 },
  { id: 'secondFloor', height: 3 },
  { id: 'eaves', height: 5 },
  { id: 'roof', height: 7.5 },
  { id: 'fourthEaves', height: 10 },
  { id: 'fifthStorey', height: 20 },
] as const

/**
 * How high the water may rise: the lowest mark that the upper bound does not pass ("up to 3 m: as high as the floor of the
 * second storey"). Above the last mark, and without an upper bound, the sentence names no mark.
 */
export function depthInWords({ min, max }: DepthBounds): Phrase {
  if (max === null) return { key: 'stay:depth.open', params: { min } }
  const mark = DEPTH_MARKS.find(({ height }) => height >= max)
  return { key: mark === undefined ? 'stay:depth.above' : `stay:depth.most.${mark.id}`, params: { max } }
}

/** How high it stands at least: the highest mark that the lower bound reaches; null where it reaches none. */
export function leastDepthInWords({ min }: DepthBounds): Phrase | null {
  const mark = DEPTH_MARKS.filter(({ height }) => height <= min).at(-1)
  return mark === undefined ? null : { key: `stay:depth.least.${mark.id}`, params: { min } }
}
