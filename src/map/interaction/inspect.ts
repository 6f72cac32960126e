import type { Map as MapLibreMap } from 'maplibre-gl'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MapEvents, MapView, PointMark, SiteMark } from '../map-view.ts'
import { SITES_TOUCHABLE_FROM, siteSizeAt } from '../symbols/site-size.ts'
import { siteOffset } from '../view-data.ts'
import { closureShapeAt, closureTargets } from './closure-targets.ts'
import { myShapeAt, mySymbolTargets } from './my-targets.ts'
import { nearestTarget, type Target } from './nearest-site.ts'
import type { ScreenPoint } from './pointing.ts'

/** The symbols as they stand on the screen now, in CSS pixels. */
export function siteTargets(map: MapLibreMap, sites: readonly SiteMark[]): readonly Target[] {
  const size = siteSizeAt(map.getZoom())
  return sites.map((site) => {
    const { x, y } = map.project([site.at[0], site.at[1]])
    const [dx, dy] = siteOffset(site, sites)
    return { id: site.id, x: x + dx * size, y: y + dy * size }
  })
}

/** The points as they stand on the screen now, in CSS pixels. */
export const pointTargets = (map: MapLibreMap, points: readonly PointMark[]): readonly Target[] =>
  points.map(({ id, at }) => {
    const { x, y } = map.project([at[0], at[1]])
    return { id, x, y }
  })

type Marks = Pick<MapView, 'sites' | 'points' | 'mine' | 'closures'>

/**
 * Asks about what is at a place of the screen, what is drawn above before what lies below: the nearest of one's own symbols, the
 * signs of closures and the sites. Where two are as near, one's own comes first, which is drawn above all, then the closure; both can
 * be met beside a site, because one's own symbol stands with its foot on the place, and a closed road goes on. Then the other points,
 * which are small and stand nowhere else. Then the line or the area of a closure, before one's own: who touches a route where it is
 * closed has to learn of it; from afar, where a finger is as wide as a quarter, only signs are met. Then one's own lines and areas, else
 * the place.
 */
export function inspectAt(map: MapLibreMap, point: ScreenPoint, marks: Marks, events: MapEvents): void {
  const pick = symbolAt(map, point, marks, events) ?? shapeAt(map, point, marks, events)
  if (pick !== null) return pick()
  const { lng, lat } = map.unproject([point.x, point.y])
  events.onPick([lng, lat])
}

/** What is told when it is asked about what was found there; null = nothing was found. */
type Answer = (() => void) | null

const projectOn = (map: MapLibreMap) => (at: LngLat) => map.project([at[0], at[1]])

function symbolAt(map: MapLibreMap, point: ScreenPoint, marks: Marks, events: MapEvents): Answer {
  const { onPickMine, onPickPoint, onPickClosure, onPickSite } = events
  const [project, zoom] = [projectOn(map), map.getZoom()]
  const isTouchable = zoom >= SITES_TOUCHABLE_FROM
  const kinds = [
    { targets: onPickMine ? mySymbolTargets(marks.mine, zoom, project) : [], tell: onPickMine },
    { targets: onPickClosure ? closureTargets(marks.closures, zoom, project) : [], tell: onPickClosure },
    { targets: isTouchable ? siteTargets(map, marks.sites) : [], tell: onPickSite },
  ]
  const targets = kinds.flatMap(({ targets: some }, kind) => some.map((target) => ({ ...target, kind })))
  const first = nearestTarget(
    point,
    targets.map(({ x, y }, index) => ({ id: String(index), x, y })),
  )
  const found = first === null ? undefined : targets[Number(first)]
  if (found !== undefined) return () => kinds[found.kind]?.tell?.(found.id)
  const known = isTouchable && onPickPoint ? nearestTarget(point, pointTargets(map, marks.points)) : null
  return known === null ? null : () => onPickPoint?.(known)
}

function shapeAt(map: MapLibreMap, point: ScreenPoint, marks: Marks, events: MapEvents): Answer {
  const { onPickMine, onPickClosure } = events
  const project = projectOn(map)
  const isTouchable = map.getZoom() >= SITES_TOUCHABLE_FROM
  const closure = isTouchable && onPickClosure ? closureShapeAt(point, marks.closures, project) : null
  if (closure !== null) return () => onPickClosure?.(closure)
  const mine = onPickMine ? myShapeAt(point, marks.mine, project) : null
  return mine === null ? null : () => onPickMine?.(mine)
}
