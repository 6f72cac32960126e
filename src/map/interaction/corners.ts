import type { LngLat } from '#domain/geo/lng-lat.ts'
import { MOST, roundPosition } from '#domain/plan/plan.ts'
import type { Drawing } from '../map-view.ts'
import { FINGER } from './nearest-site.ts'
import type { ScreenPoint } from './pointing.ts'

type Corners = readonly LngLat[]
type Tap = {
  readonly tool: Drawing['tool']
  readonly corners: Corners
  /** Where it was, on the ground and on the screen. */
  readonly at: LngLat
  readonly point: ScreenPoint
  readonly project: (at: LngLat) => ScreenPoint
}

/** Positions as they stand in a plan: rounded to 0.1 m. */
export const roundCorners = (corners: Corners): Corners => corners.map((at) => roundPosition(at))

/**
 * The corners after a tap; null when it changes nothing. A point is moved there. A line or an area gets one more corner at its end;
 * on the dot between two corners it gets one between them. A tap on a corner does nothing: many tap the first one to close an area.
 */
export function cornersAfterTap({ tool, corners, at, point, project }: Tap): Corners | null {
  const wanted = roundPosition(at)
  if (tool === 'point') return [wanted]
  if (corners.length >= MOST.corners || cornerNear(corners, point, project) !== null) return null
  const gap = gapNear(corners, point, project)
  return gap === null ? [...corners, wanted] : corners.toSpliced(gap, 0, wanted)
}

/** Which corner is under a finger, or null. */
export function cornerNear(corners: Corners, point: ScreenPoint, project: Tap['project']): number | null {
  return nearest(corners.map(project), point)
}

/**
 * Before which corner one is to be put whose tap met the middle between two; null when none was met. Between the last and the first
 * one of an area is the end, where it is put anyway.
 */
function gapNear(corners: Corners, point: ScreenPoint, project: Tap['project']): number | null {
  const screen = corners.map(project)
  const gap = nearest(
    screen.slice(1).map((to, i) => {
      const from = screen[i] ?? to
      return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    }),
    point,
  )
  return gap === null ? null : gap + 1
}

function nearest(places: readonly ScreenPoint[], { x, y }: ScreenPoint): number | null {
  let best: { readonly index: number; readonly distance: number } | null = null
  for (const [index, place] of places.entries()) {
    const distance = Math.hypot(place.x - x, place.y - y)
    if (distance <= FINGER && (best === null || distance < best.distance)) best = { index, distance }
  }
  return best?.index ?? null
}
