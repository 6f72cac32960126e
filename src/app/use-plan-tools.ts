import { useMemo } from 'react'
import { useStore } from 'zustand'
import { areaOf } from '#features/offline-areas/index.ts'
import type { PlanTools } from '#features/plan/index.ts'
import type { PlanHouse } from './plan-house.ts'
import type { Parts } from './parts.ts'
import { usePaint } from './use-paint.ts'

/** At this zoom single houses can be told apart. */
const HOUSE_ZOOM = 16
/** Counts drawings, so that each is a new one to the map. */
let drawings = 0

/** What every screen of the plan is given. */
export function usePlanTools(parts: Parts, house: PlanHouse): PlanTools {
  const area = useStore(parts.areas.store, areaOf)
  const paint = usePaint(parts)
  const thing = useStore(parts.plan.store, (state) => state.thing)
  const controller = useStore(parts.map, (state) => state.controller)
  const isMapUsable = useStore(parts.map, ({ status }) => status === 'ready' || status === 'starting')
  const layout = useStore(parts.routes.store, (route) => route.layout)
  return useMemo(() => {
    const { services, routes, plan } = parts
    const hasMap = layout === 'map' && isMapUsable && controller !== null
    const edit: PlanTools['edit'] = (next) => {
      plan.store.setState({ thing: next })
      routes.go('myThing')
    }
    return {
      plans: house.plans,
      area,
      locator: services.locator,
      photos: house.photos,
      sharer: house.sharer,
      reader: house.reader,
      installer: services.installer,
      paint,
      now: () => services.clock.now(),
      factsOf: (one) => house.factsOf(area, one),
      go: (screen, how) => routes.go(screen, how),
      back: () => routes.close(),
      edit,
      thing,
      showOnMap: hasMap
        ? (at) => {
            plan.store.setState(({ looks }) => ({ looks: looks + 1 }))
            controller.goTo(at, HOUSE_ZOOM)
          }
        : null,
      draw: hasMap
        ? (request) => {
            drawings += 1
            const { tool, corners } = request
            const key = String(drawings)
            plan.store.setState({
              drawing: { request, tool: { tool, key, corners }, corners, result: null, failed: false },
            })
            const [first] = corners
            if (first !== undefined) controller.goTo(first)
            routes.openDialog('draw')
          }
        : null,
      ask: (at, name) => {
        parts.risk.commands.inspect({
          at,
          accuracy: null,
          from: 'search',
          name: name === '' ? null : { ja: name, kana: null, romaji: null },
        })
        controller?.goTo(at, HOUSE_ZOOM)
        routes.go(layout === 'text' ? 'text' : 'answer')
      },
    }
  }, [parts, house, area, paint, thing, controller, isMapUsable, layout])
}
