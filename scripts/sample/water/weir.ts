import { GRAVITY } from './solver.ts'

/**
 * Water over a weir by Honma's formula (本間の越流公式), as the MLIT manual on flood zones (浸水想定区域図作成マニュアル 第4版 §3.1) uses
 * it for breaches and overflow: free 0.35·h₁·√(2g·h₁), drowned (h₂ ≥ ⅔ h₁) 0.91·h₂·√(2g·(h₁ − h₂)).
 * @param outer level of the river, @param inner level behind the weir, @param sill its crest; metres above the sea.
 * @returns m³/s for each metre of width, positive from the river; 0 when neither side reaches the sill.
 */
export function honma(outer: number, inner: number, sill: number): number {
  const sign = outer >= inner ? 1 : -1
  const high = (sign > 0 ? outer : inner) - sill
  const low = Math.max(0, (sign > 0 ? inner : outer) - sill)
  if (high <= 0) return 0
  if (low < (high * 2) / 3) return sign * 0.35 * high * Math.sqrt(2 * GRAVITY * high)
  return sign * 0.91 * low * Math.sqrt(2 * GRAVITY * (high - low))
}

/**
 * The width of a breach in metres: 1.6·(log₁₀ b)^3.8 + 62 for a river b metres wide (浸水想定区域図作成マニュアル 第4版; away from
 * confluences). Half of it opens at once, the rest within an hour. It is rounded to whole metres so that it is the same on every
 * machine. A narrow river (below 20 m) breaks at most three times as wide as it is: our own rule, the formula is not made for it.
 */
export function breachWidth(river: number): number {
  const width = Math.round(1.6 * Math.log10(Math.max(1, river)) ** 3.8 + 62)
  return Math.min(width, Math.round(river * 3))
}

/** The share of a breach that is open, seconds after it began. */
export const breachOpen = (seconds: number): number => (seconds < 0 ? 0 : Math.min(1, 0.5 + seconds / 7200))
