import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MyMap } from '../map-view.ts'
import { middleOf } from '../middle-of.ts'
import { shapeOf } from '../symbols/my-pictograms.ts'
import { MY_SIZES, SELECTED_SIZE } from '../symbols/my-size.ts'
import { sizeAt } from '../symbols/site-size.ts'
import type { Target } from './nearest-site.ts'
import type { ScreenPoint } from './pointing.ts'

export type Project = (at: LngLat) => ScreenPoint

/** Half the height of a symbol at full size, CSS pixels: those with a foot stand with it on their place. */
const FOOT = 22
/** A finger meets a line within this distance, CSS pixels: less than a symbol, because a line is long. */
const LINE_REACH = 14
/** An area that is no larger than this on the screen is met anywhere inside it. CSS pixels, three fingers. */
const SMALL = 132

/** One's own symbols as they stand on the screen, CSS pixels: those of points, and those in the middle of areas. */
export function mySymbolTargets(
  { points, areas, selected }: MyMap,
  zoom: number,
  project: Project,
): readonly Target[] {
  const middles = areas
    .filter(({ ring }) => ring.length >= 3)
    .map(({ id, icon, ring }) => ({ id, icon, at: middleOf(ring) }))
  return [...points, ...middles].map(({ id, icon, at }) => {
    const { x, y } = project(at)
    const size = sizeAt(MY_SIZES, zoom) * (id === selected ? SELECTED_SIZE : 1)
    return { id, x, y: shapeOf(icon) === 'danger' ? y : y - FOOT * size }
  })
}

/**
 * The line or area of one's own under the finger, or null. An area is met at its edge, and inside only while it is small on the
 * screen: a large one would swallow the question which hazards reach the places in it.
 */
export function myShapeAt(point: ScreenPoint, { areas, lines }: MyMap, project: Project): string | null {
  let best: { readonly id: string; readonly distance: number } | null = null
  const consider = (id: string, distance: number) => {
    if (distance <= LINE_REACH && (best === null || distance < best.distance)) best = { id, distance }
  }
  for (const { id, line } of lines) consider(id, distanceTo(point, line.map(project)))
  for (const { id, ring } of areas) {
    if (ring.length < 3) continue
    const corners = ring.map(project)
    const edge = distanceTo(point, [...corners, ...corners.slice(0, 1)])
    consider(id, isSmall(corners) && isWithin(point, corners) ? Math.min(edge, LINE_REACH) : edge)
  }
  return (best as { readonly id: string } | null)?.id ?? null
}

/** True for what is no larger on the screen than a few fingers. */
export function isSmall(corners: readonly ScreenPoint[]): boolean {
  const spread = (of: (corner: ScreenPoint) => number) =>
    Math.max(...corners.map(of)) - Math.min(...corners.map(of))
  return spread(({ x }) => x) <= SMALL && spread(({ y }) => y) <= SMALL
}

/** True inside the closed ring of corners (even-odd rule). */
export function isWithin({ x, y }: ScreenPoint, corners: readonly ScreenPoint[]): boolean {
  const crossings = corners.filter((from, i) => {
    const to = corners[(i + 1) % corners.length] ?? from
    return from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)
  })
  return crossings.length % 2 === 1
}

/** CSS pixels from a point to the nearest part of a line through the corners; infinite without corners. */
export function distanceTo({ x, y }: ScreenPoint, corners: readonly ScreenPoint[]): number {
  const [first] = corners
  if (first === undefined) return Infinity
  const parts = corners.slice(1).map((to, i) => {
    const from = corners[i] ?? to
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const share = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)
    const along = Math.min(1, Math.max(0, share))
    return Math.hypot(x - from.x - along * dx, y - from.y - along * dy)
  })
  return Math.min(Math.hypot(x - first.x, y - first.y), ...parts)
}
