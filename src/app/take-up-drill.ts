import { createDrillMarker } from '#platform/drills/drill-marker.ts'
import type { Parts } from './parts.ts'

/** Opens drills at once where one was being done when the page was gone: until it is left, every screen has to say so. */
export function takeUpDrill(parts: Parts): void {
  if (createDrillMarker().isSet()) void parts.drill.open()
}
