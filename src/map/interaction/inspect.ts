import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapEvents, PointMark, SiteMark } from '../map-view.ts'
import { SITES_TOUCHABLE_FROM, siteSizeAt } from '../symbols/site-size.ts'
import { siteOffset } from '../view-data.ts'
import { nearestTarget, type Target } from './nearest-site.ts'
import styles from '../map.module.css'

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

/**
 * Tap, click, or Enter at the crosshair: asks about the site under the finger, else about the point,
 * else about the place. The crosshair shows
 * itself while the map has the keyboard.
 * @returns how to stop.
 */
export function startInspecting(
  map: MapLibreMap,
  marks: () => { readonly sites: readonly SiteMark[]; readonly points: readonly PointMark[] },
  events: MapEvents,
): () => void {
  const canvas = map.getCanvas()
  const crosshair = document.createElement('div')
  crosshair.className = styles['crosshair'] ?? ''
  crosshair.setAttribute('aria-hidden', 'true')
  crosshair.dir = 'ltr'
  crosshair.hidden = true
  map.getContainer().append(crosshair)

  const pick = (point: { x: number; y: number }) => {
    const isTouchable = map.getZoom() >= SITES_TOUCHABLE_FROM
    const { sites, points } = marks()
    const site = isTouchable ? nearestTarget(point, siteTargets(map, sites)) : null
    if (site !== null) return events.onPickSite(site)
    const known = isTouchable && events.onPickPoint ? nearestTarget(point, pointTargets(map, points)) : null
    if (known !== null) return events.onPickPoint?.(known)
    const { lng, lat } = map.unproject([point.x, point.y])
    events.onPick([lng, lat])
  }
  const placeCrosshair = () => {
    const { x, y } = map.project(map.getCenter())
    crosshair.style.transform = `translate(${x}px, ${y}px)`
  }
  const showCrosshair = () => {
    crosshair.hidden = !canvas.matches(':focus-visible')
    placeCrosshair()
  }
  const onKey = (event: KeyboardEvent) => {
    showCrosshair()
    if (event.key !== 'Enter' || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    pick(map.project(map.getCenter()))
  }
  const hideCrosshair = () => {
    crosshair.hidden = true
  }

  const click = map.on('click', (event) => pick(event.point))
  const move = map.on('move', placeCrosshair)
  canvas.addEventListener('keydown', onKey)
  canvas.addEventListener('focus', showCrosshair)
  canvas.addEventListener('blur', hideCrosshair)
  canvas.addEventListener('pointerdown', hideCrosshair)
  return () => {
    click.unsubscribe()
    move.unsubscribe()
    canvas.removeEventListener('keydown', onKey)
    canvas.removeEventListener('focus', showCrosshair)
    canvas.removeEventListener('blur', hideCrosshair)
    canvas.removeEventListener('pointerdown', hideCrosshair)
    crosshair.remove()
  }
}
