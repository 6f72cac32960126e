import type { AlertFeed } from '#domain/alerts/alert.ts'
import type { ClosureFeed } from '#domain/closures/closure.ts'
import { createStore } from 'zustand/vanilla'
import { areaOf, createAreasCommands, createAreasStore } from '#features/offline-areas/index.ts'
import { createClosurePick } from '#features/closures/index.ts'
import { createLayersStore } from '#features/layers/index.ts'
import { createOnlineCommands, createOnlineStore } from '#features/online/index.ts'
import { createRiskCommands, createRiskStore } from '#features/risk/index.ts'
import { createSearchStore } from '#features/search/index.ts'
import { createSettings } from '#features/settings/index.ts'
import { createSheltersStore } from '#features/shelters/index.ts'
import { createWaysStore } from '#features/ways/store.ts'
import type { AppShell, CityFeedState } from '#platform/ports.ts'
import { makeActs } from './acts.ts'
import { createDrillDoor } from './drill-door.ts'
import { createMapStore } from './map-store.ts'
import type { DeviceState, Parts, Services } from './parts.ts'
import { createPlanDoor } from './plan-door.ts'
import { createRoutes, isCode, type HistoryLike, type Layout, type Routes } from './routes.ts'

/** Puts stores, commands and services together. Nothing is fetched or drawn yet. */
export function makeParts(
  services: Services,
  surroundings: {
    readonly history: HistoryLike
    readonly hash: string
    /** Where a start that names no screen begins. */
    readonly layout?: Layout
    readonly device: DeviceState
  },
): Parts {
  const areas = createAreasStore()
  const risk = createRiskStore()
  const settings = createSettings(services.settings)
  const routes = createRoutes(surroundings.history, surroundings.hash, surroundings.layout)
  const layers = createLayersStore(settings.store.getState().chosen)
  const device = createStore<DeviceState>(() => surroundings.device)
  const online = createOnlineStore()
  const parts = {
    services,
    routes,
    device,
    settings,
    areas: {
      store: areas,
      commands: createAreasCommands(areas, services.packs, shellFor(services.shell, routes)),
    },
    risk: {
      store: risk,
      commands: createRiskCommands(risk, () => areaOf(areas.getState()), services.locator),
    },
    shelters: createSheltersStore(),
    layers,
    search: createSearchStore(),
    online: {
      store: online,
      commands: createOnlineCommands(online, services.official, () => device.getState().offline),
    },
    closures: createStore<CityFeedState<ClosureFeed>>(() => ({ status: 'waiting', reading: null })),
    alerts: createStore<CityFeedState<AlertFeed>>(() => ({ status: 'waiting', reading: null })),
    askCity: createStore<{ readonly now: (() => Promise<void>) | null }>(() => ({ now: null })),
    closurePick: createClosurePick(),
    ways: createWaysStore(),
    map: createMapStore(),
    plan: createPlanDoor(services, async (given) => (await import('./plan-house.ts')).makePlanHouse(given)),
    drill: createDrillDoor(async (door) => (await import('./drill-house.ts')).makeDrillHouse(made, door)),
    prelude: null,
  }
  connect(parts)
  const made: Parts = { ...parts, act: makeActs(parts) }
  if (isCode(surroundings.hash)) made.act.receive(surroundings.hash)
  return made
}

/** In the text layout the map's code stays where it is, until the person goes over to the map. */
export const wantsMap = (routes: Routes): boolean => routes.store.getState().layout === 'map'

const shellFor = (shell: AppShell, routes: Routes): AppShell => ({
  ...shell,
  keepLaterCode: () => shell.keepLaterCode(wantsMap(routes)),
})

/** What follows from what: a newer area answers the same place anew, home forgets the place, layers are kept. */
function connect(parts: Omit<Parts, 'act'>): void {
  const { areas, risk, routes, layers, online, settings, services } = parts
  connectDrawing(parts)
  areas.store.subscribe((now, before) => {
    if (areaOf(now) !== areaOf(before)) risk.commands.answerAgain()
  })
  routes.store.subscribe((now, before) => {
    if (now.screen === 'home' && before.screen !== 'home') {
      risk.commands.forget()
      online.commands.forget()
      parts.ways.setState({ wanted: null })
    }
    if (now.layout === 'map' && before.layout === 'text') void services.shell.keepLaterCode(true)
  })
  layers.subscribe(({ sites, points, opacity, palette }) =>
    settings.change({ layers: { sites, points }, opacity, palette }),
  )
}

/** Done, Back, and any other way out of drawing; a step forward into a drawing that is gone leads out again. */
function connectDrawing({ routes, plan }: Omit<Parts, 'act'>): void {
  routes.store.subscribe((now, before) => {
    const { drawing } = plan.store.getState()
    if (now.dialog === 'draw' && drawing === null) routes.close()
    if (before.dialog !== 'draw' || now.dialog === 'draw' || drawing === null) return
    plan.store.setState({ drawing: null })
    // The screen behind the drawing is shown first: it puts the focus where the person left it.
    setTimeout(() => drawing.request.onDone(drawing.result))
  })
}
