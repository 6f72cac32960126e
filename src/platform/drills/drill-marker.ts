import type { DrillMarker } from '../ports.ts'
import { createMarker } from '../device/marker.ts'

/** Where it remembers nothing, a drill that was cut off is found when drills are opened. */
export const createDrillMarker = (): DrillMarker => createMarker('mhm-in-drill')
