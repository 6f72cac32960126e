/** A finger hits what is within this distance, in CSS pixels: half of the 44 pixels that a target has to have. */
export const FINGER = 22

/** A symbol on the screen, in CSS pixels. */
export type Target = { readonly id: string; readonly x: number; readonly y: number }

/** The id of the target nearest to the point, or null when none is within `reach` CSS pixels. The first wins a tie. */
export function nearestTarget(
  point: { x: number; y: number },
  targets: readonly Target[],
  reach: number = FINGER,
) {
  let best: { id: string; distance: number } | null = null
  for (const { id, x, y } of targets) {
    const distance = Math.hypot(x - point.x, y - point.y)
    if (distance <= reach && (best === null || distance < best.distance)) best = { id, distance }
  }
  return best?.id ?? null
}
