/** The table has a step of 1/256 m and goes up to 64 m; deeper water is reckoned as in its last entry. */
const PER_METRE = 256
const ENTRIES = 64 * PER_METRE

/** Cube root by Newton's method from basic arithmetic only: `Math.cbrt` and `**` may differ between engines. */
function cubeRoot(value: number): number {
  if (value === 0) return 0
  let root = value > 1 ? value : 1
  for (let i = 0; i < 80; i++) {
    const next = (2 * root + value / (root * root)) / 3
    if (next >= root) break
    root = next
  }
  return root
}

const ROOTS = Float64Array.from({ length: ENTRIES + 2 }, (_, i) => cubeRoot(i / PER_METRE))

/**
 * `depth` to the power 7/3 (Manning's friction), for depths in metres from 0: the square times the cube root, which is
 * interpolated in a table; within 0.1 % from 0.05 m on. Below the first entry of the table the root is that of the entry
 * scaled linearly, which makes a film rougher than it is.
 */
export function sevenThirds(depth: number): number {
  const at = depth * PER_METRE
  if (at >= ENTRIES) return depth * depth * (ROOTS[ENTRIES] as number)
  const index = at | 0
  const low = ROOTS[index] as number
  return depth * depth * (low + ((ROOTS[index + 1] as number) - low) * (at - index))
}
