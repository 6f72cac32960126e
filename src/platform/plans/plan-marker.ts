import { createMarker, type Marker } from '../device/marker.ts'

/**
 * Remembers outside the database that plans were saved, so that an empty database tells whether the system emptied it. Where it
 * remembers nothing, nothing is claimed.
 */
export type PlanMarker = Marker

export const createPlanMarker = (storage?: () => Storage | undefined): PlanMarker =>
  createMarker('mhm-had-plans', storage)
