export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof SHEET_HEIGHTS)[number]

/**
 * The height at which a sheet comes to rest after a pull.
 * @param pulled how far the finger went, in CSS pixels; positive = upwards
 * @param room height of the screen in CSS pixels
 * @returns the next height up or down after a pull of 6 % of the screen, two steps after 38 %, else the same
 */
export function restingHeight(from: SheetHeight, pulled: number, room: number): SheetHeight {
  const share = Math.abs(pulled) / Math.max(1, room)
  const steps = share > 0.38 ? 2 : share > 0.06 ? 1 : 0
  const index = SHEET_HEIGHTS.indexOf(from) + (pulled > 0 ? steps : -steps)
  return SHEET_HEIGHTS[Math.max(0, Math.min(SHEET_HEIGHTS.length - 1, index))] ?? from
}

/** The height that a press on the handle leads to: one step up, and from the top back to the middle. */
export const heightAfterPress = (from: SheetHeight): SheetHeight => (from === 'half' ? 'full' : 'half')
