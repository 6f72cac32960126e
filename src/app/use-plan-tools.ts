import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Building } from '#domain/plan/plan.ts'
import { inForceKey } from '#domain/closures/in-force.ts'
import type { Home } from '#domain/stay/home.ts'
import { useClosures, type ClosuresNow } from '#features/closures/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import type { PlanTools } from '#features/plan/index.ts'
import type { Area } from '#domain/packs/area.ts'
import type { MapController } from '#map/map-view.ts'
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
  const known = useStore(parts.settings.store, ({ chosen }) => chosen.home)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const controller = useStore(parts.map, (state) => state.controller)
  const isMapUsable = useStore(parts.map, ({ status }) => status === 'ready' || status === 'starting')
  const map = layout === 'map' && isMapUsable ? controller : null
  const closures = useClosures(parts.closures, parts.services.clock)
  const factsOf = useFactsOf(house, area, closures)
  return useMemo(() => {
    const { services, routes, plan } = parts
    return {
      plans: house.plans,
      area,
      locator: services.locator,
      photos: house.photos,
      sharer: house.sharer,
      reader: house.reader,
      installer: services.installer,
      paint,
      knownBuilding: known === null ? null : buildingOf(known),
      now: () => services.clock.now(),
      closures,
      factsOf,
      go: (screen, how) => routes.go(screen, how),
      back: () => routes.close(),
      edit: (next) => {
        plan.store.setState({ thing: next })
        routes.go('myThing')
      },
      thing,
      ...onMap(parts, map),
      ask: (at, name) => {
        const named = name === '' ? null : { ja: name, kana: null, romaji: null }
        parts.risk.commands.inspect({ at, accuracy: null, from: 'search', name: named })
        map?.goTo(at, HOUSE_ZOOM)
        routes.go(layout === 'text' ? 'text' : 'answer')
      },
    }
  }, [parts, house, area, paint, thing, known, layout, map, closures, factsOf])
}

/** The same function as long as it tells the same: it is another one when more ways are known, or other closures are in force. */
function useFactsOf(house: PlanHouse, area: Area | null, { reckoned }: ClosuresNow): PlanTools['factsOf'] {
  const version = useStore(house.streets.store, (state) => state.version)
  const key = inForceKey(reckoned)
  // oxlint-disable-next-line react/exhaustive-deps -- `key` stands for the closures, `version` for what the house knows of ways
  return useMemo(() => (plan) => house.factsOf(area, plan, reckoned), [house, area, key, version])
}

const buildingOf = ({ storeys, floor, structure, stockHours }: Home): Building => ({
  storeys,
  floor,
  structure,
  stockHours,
})

/** What needs a map on the screen. */
function onMap({ plan, routes }: Parts, map: MapController | null): Pick<PlanTools, 'showOnMap' | 'draw'> {
  if (map === null) return { showOnMap: null, draw: null }
  return {
    showOnMap: (at) => {
      plan.store.setState(({ looks }) => ({ looks: looks + 1 }))
      map.goTo(at, HOUSE_ZOOM)
    },
    draw: (request) => {
      drawings += 1
      const { tool, corners } = request
      const drawing = { tool, key: String(drawings), corners }
      plan.store.setState({ drawing: { request, tool: drawing, corners, result: null, failed: false } })
      const [first] = corners
      if (first !== undefined) map.goTo(first)
      routes.openDialog('draw')
    },
  }
}
