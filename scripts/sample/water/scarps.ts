import { noiseAt } from '../random.ts'
import type { Spot } from '../town.ts'
import type { Waters } from './waters.ts'

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
const ease = (t: number): number => t * t * (3 - 2 * t)
/** Metres over which a scarp fades out at the edge of its circle. */
const FADE = 120

/**
 * The height of the ground with terrace scarps (崖線) and hollows: inside a scarp's circle the ground jumps by `rise` metres
 * where it passes `level`; inside a hollow it falls to its floor.
 */
export function withScarps(waters: Waters, [x, y]: Spot, height: number): number {
  let out = height
  for (const { at, radius, level, rise, over } of waters.scarps) {
    const distance = Math.hypot(x - at[0], y - at[1])
    if (distance > radius) continue
    out += rise * ease(clamp((radius - distance) / FADE, 0, 1)) * ease(clamp((height - level) / over, 0, 1))
  }
  for (const { at, radius, floor, rim } of waters.hollows) {
    const distance = Math.hypot(x - at[0], y - at[1]) + rim * 0.45 * noiseAt(x, y, 2 * rim, 5)
    if (distance > radius + rim || floor > out) continue
    out += (floor - out) * ease(clamp((radius + rim - distance) / rim, 0, 1))
  }
  const { at, radius, bottom } = waters.pond
  const fromPond = Math.hypot(x - at[0], y - at[1])
  if (fromPond > radius) return out
  const bowl = bottom + (out - bottom) * ease(clamp(fromPond / radius, 0, 1))
  return Math.min(out, bowl)
}
