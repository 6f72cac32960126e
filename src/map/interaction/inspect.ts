import type { Map as MapLibreMap } from 'maplibre-gl'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { MapEvents, MapView, PointMark, SiteMark } from '../map-view.ts'
import { SITES_TOUCHABLE_FROM, siteSizeAt } from '../symbols/site-size.ts'
import { siteOffset } from '../view-data.ts'
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

type Marks = Pick<MapView, 'sites' | 'points' | 'mine'>

/**
 * Asks about what is at a place of the screen: the nearest of one's own symbols and the sites – one's own where both are as near,
 * because it is drawn above; both can be met where a family goes to a site, because one's own symbol stands with its foot on it.
 * Then the other points, then one's own lines and areas, else the place.
 */
export function inspectAt(map: MapLibreMap, point: ScreenPoint, marks: Marks, events: MapEvents): void {
  const project = (at: LngLat) => map.project([at[0], at[1]])
  const { onPickMine, onPickPoint } = events
  const isTouchable = map.getZoom() >= SITES_TOUCHABLE_FROM
  const own = onPickMine ? mySymbolTargets(marks.mine, map.getZoom(), project) : []
  const sites = isTouchable ? siteTargets(map, marks.sites) : []
  const first = nearestTarget(point, [
    ...own.map((target) => ({ ...target, id: `mine ${target.id}` })),
    ...sites.map((target) => ({ ...target, id: `site ${target.id}` })),
  ])
  if (first !== null) return (first.startsWith('mine ') ? onPickMine : events.onPickSite)?.(first.slice(5))
  const known = isTouchable && onPickPoint ? nearestTarget(point, pointTargets(map, marks.points)) : null
  if (known !== null) return onPickPoint?.(known)
  const shape = onPickMine ? myShapeAt(point, marks.mine, project) : null
  if (shape !== null) return onPickMine?.(shape)
  const { lng, lat } = map.unproject([point.x, point.y])
  events.onPick([lng, lat])
}
