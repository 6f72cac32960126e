import { useEffect, useRef, type RefObject } from 'react'
import type { MapController, MapEvents, MapView } from '#map/map-view.ts'
import type { PackState } from '#platform/ports.ts'
import type { Parts } from './parts.ts'
import { tilesInPack } from './tiles-in-pack.ts'
import { whenIdle } from './when-idle.ts'

const eventsOf = ({ map, act, online, plan }: Parts): MapEvents => ({
  onPick: (at) => act.pickOnMap(at),
  onPickSite: (id) => act.pickSite(id),
  onStatus: (status) => map.setState({ status }),
  onOverlayFailed: () => online.commands.overlayFailed(),
  onPickMine: (id) => act.pickMine(id),
  onPickClosure: (id) => act.pickClosure(id),
  onDraw: (corners) =>
    plan.store.setState(({ drawing }) => ({ drawing: drawing === null ? null : { ...drawing, corners } })),
  onDrawFailed: () =>
    plan.store.setState(({ drawing }) => ({
      drawing: drawing === null ? null : { ...drawing, failed: true },
    })),
  onMove: (camera) => map.setState({ camera }),
})

/**
 * Brings the map up after the first paint and keeps it at the given view. The answer never waits for it: where its code
 * cannot be had or the device cannot draw it, the status says so and nothing else happens.
 * @param pack the pack whose tiles are drawn; null while no area is open
 */
export function useMap(
  container: RefObject<HTMLElement | null>,
  parts: Parts,
  pack: PackState | null,
  view: MapView,
): void {
  const latest = useRef({ view, pack })
  const controller = useRef<MapController | null>(null)
  const drawn = useRef<string | null>(null)
  const key = pack === null ? null : `${pack.code} ${pack.manifest.files.map(({ name }) => name).join()}`

  useEffect(() => {
    latest.current = { view, pack }
  })

  // `key` stands for the pack: the map is made anew for another area, or for another set of files of the same one.
  useEffect(() => {
    const element = container.current
    const { pack } = latest.current
    if (element === null || pack === null || key === null) return
    const { map, services } = parts
    let gone = false
    const draw = async () => {
      const { createMap } = await import('#map/index.ts')
      if (gone) return
      const before = map.getState().camera
      controller.current = createMap(
        element,
        tilesInPack(services.tilesOf(pack.code), pack.manifest),
        latest.current.view,
        [...pack.manifest.bounds],
        eventsOf(parts),
      )
      map.setState({ controller: controller.current })
      if (before !== null && drawn.current === pack.code) controller.current.goTo(before.centre, before.zoom)
      drawn.current = pack.code
    }
    const cancel = whenIdle(() => {
      draw().catch(() => {
        if (!gone) map.setState({ status: 'absent', controller: null })
      })
    })
    return () => {
      gone = true
      cancel()
      controller.current?.destroy()
      controller.current = null
      map.setState({ controller: null, status: 'starting' })
    }
  }, [container, parts, key])

  useEffect(() => {
    controller.current?.apply(view)
  }, [view])

  // The map's files have arrived while it was on the screen.
  const complete = pack?.complete ?? false
  useEffect(() => {
    if (complete) controller.current?.reload()
  }, [complete])
}
