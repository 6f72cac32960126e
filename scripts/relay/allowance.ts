/** So many at once, and so many more each second (a token bucket). */
export type Allowance = {
  /** Takes one if there is one. */
  take(now: number): boolean
  /** True when it is as full as at the beginning: nothing is lost when it is forgotten. */
  isFull(now: number): boolean
}

/** @param now milliseconds, of a clock that never goes back */
export function createAllowance(burst: number, perSecond: number, now: number): Allowance {
  let [left, since] = [burst, now]
  const fill = (at: number): void => {
    left = Math.min(burst, left + (Math.max(0, at - since) / 1_000) * perSecond)
    since = at
  }
  return {
    take(at) {
      fill(at)
      if (left < 1) return false
      left -= 1
      return true
    },
    isFull(at) {
      fill(at)
      return left >= burst
    },
  }
}

/** Allowances by name – an address – that are forgotten when they are full again. */
export function createAllowances(
  burst: number,
  perSecond: number,
): { take(name: string, now: number): boolean; tidy(now: number): void } {
  const all = new Map<string, Allowance>()
  return {
    take(name, now) {
      const one = all.get(name) ?? createAllowance(burst, perSecond, now)
      all.set(name, one)
      return one.take(now)
    },
    tidy(now) {
      for (const [name, one] of all) if (one.isFull(now)) all.delete(name)
    },
  }
}
