/** Draws numbers from 0 up to, not including, 1; the same seed gives the same numbers on every machine. */
export type Random = () => number

/** Mulberry32, a generator of 32 bits by Tommy Ettinger (public domain). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function latticeValue(ix: number, iy: number, seed: number): number {
  let h = Math.imul(ix, 374761393) ^ Math.imul(iy, 668265263) ^ Math.imul(seed, 1274126177)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

const ease = (t: number): number => t * t * (3 - 2 * t)

/**
 * Smooth noise between -1 and 1 that changes over `scale` metres.
 * @param x metres east.
 * @param y metres north.
 */
export function noiseAt(x: number, y: number, scale: number, seed: number): number {
  const [u, v] = [x / scale, y / scale]
  const [ix, iy] = [Math.floor(u), Math.floor(v)]
  const [fx, fy] = [ease(u - ix), ease(v - iy)]
  const top = latticeValue(ix, iy, seed) * (1 - fx) + latticeValue(ix + 1, iy, seed) * fx
  const bottom = latticeValue(ix, iy + 1, seed) * (1 - fx) + latticeValue(ix + 1, iy + 1, seed) * fx
  return (top * (1 - fy) + bottom * fy) * 2 - 1
}
