import type { RefusedReason, RepairReason } from './check-geometry.ts'

/** `notPolygon` = a feature of a file of lines or points beside the polygons: counted, never drawn. */
type CountedReason = RefusedReason | 'notPolygon'

/** Features of one file or layer: `in` = `kept` + the sum of `refused`. */
export type Counts = {
  in: number
  kept: number
  refused: Record<CountedReason, number>
  repaired: Record<RepairReason, number>
}

export const noCounts = (): Counts => ({
  in: 0,
  kept: 0,
  refused: { noGeometry: 0, degenerateRing: 0, outsideArea: 0, notPolygon: 0 },
  repaired: { ringClosed: 0, holeDropped: 0, partDropped: 0 },
})

/** Adds the second counts to the first. */
export function addCounts(sum: Counts, more: Counts): void {
  sum.in += more.in
  sum.kept += more.kept
  for (const key of Object.keys(sum.refused) as CountedReason[]) sum.refused[key] += more.refused[key]
  for (const key of Object.keys(sum.repaired) as RepairReason[]) sum.repaired[key] += more.repaired[key]
}

/** True when every feature that was read is told: kept, or refused with a reason. */
export const addUp = ({ in: all, kept, refused }: Counts): boolean =>
  all === kept + Object.values(refused).reduce((sum, count) => sum + count, 0)
