import type { LngLat } from '../geo/lng-lat.ts'
import type { Closure } from './closure.ts'
import { isInRings, layAround, metresToLine } from './plane.ts'

/** Metres over the ground from a place to the nearest part of a closure; 0 inside an area. */
export function metresToClosure({ shape }: Pick<Closure, 'shape'>, at: LngLat): number {
  const lay = layAround(at)
  if (shape.kind === 'point') return metresToLine([0, 0], [lay(shape.at)])
  const lines = (shape.kind === 'line' ? shape.lines : shape.rings).map((line) => line.map(lay))
  if (shape.kind === 'area' && isInRings([0, 0], lines)) return 0
  return Math.min(...lines.map((line) => metresToLine([0, 0], line)))
}
