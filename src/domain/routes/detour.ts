import { walkingTime, type Route } from './route.ts'

/** So many minutes more than half as long again are a very long detour. Own choice. */
const DETOUR_MINUTES = 10

/**
 * True when a way that keeps out of zones takes so much longer than the quickest one that people must know of both. A metre in a zone
 * is never bought back with time, so that a few metres less of deep water can cost hours on foot.
 */
export const isLongDetour = (told: Route, quickest: Route): boolean =>
  walkingTime(told) > walkingTime(quickest) * 1.5 + DETOUR_MINUTES * 600
