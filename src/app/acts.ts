import { isLanguageTag, startI18n } from '#i18n/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import type { PlanHouse } from './plan-house.ts'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Acts, Parts } from './parts.ts'
import { screenOf } from './routes.ts'

/** At this zoom single houses can be told apart. */
const HOUSE_ZOOM = 16

/** Farther out than this a finger covers more than a block: the map comes nearer, so that the person sees what was hit. */
const BLOCK_ZOOM = 14

/** The verbs that touch more than one feature. */
export function makeActs(parts: Omit<Parts, 'act'>): Acts {
  const { routes, risk, shelters, map, settings, areas, device } = parts
  const isText = () => routes.store.getState().layout === 'text'
  const show = (at: LngLat) => map.getState().controller?.goTo(at, HOUSE_ZOOM)

  return {
    pickOnMap([lng, lat]) {
      risk.commands.inspect({ at: [lng, lat], accuracy: null, from: 'map', name: null })
      const { camera, controller } = map.getState()
      if (camera !== null && camera.zoom < BLOCK_ZOOM) controller?.goTo([lng, lat], BLOCK_ZOOM + 1)
      routes.go('answer', { moveFocus: false })
    },
    pickSite(id) {
      shelters.setState({ picked: id })
      routes.go('site', { moveFocus: false })
    },
    choosePlace({ at, kind, name, kana, romaji }) {
      const named = kind === 'position' ? null : { ja: name, kana, romaji }
      risk.commands.inspect({ at, accuracy: null, from: 'search', name: named })
      show(at)
      routes.go(isText() ? 'text' : 'answer', { replace: !isText() })
    },
    async here() {
      if (!(await risk.commands.inspectHere())) return
      const { inspected } = risk.store.getState()
      if (inspected === null) return
      show(inspected.at)
      routes.go(isText() ? 'text' : 'answer')
    },
    async chooseLanguage(tag) {
      if (!isLanguageTag(tag, true)) return
      device.setState({ languageLoading: tag, languageFailed: null })
      const started = await startI18n(tag).then(
        () => true,
        () => false,
      )
      // Whoever chose another one meanwhile does not want to hear of this one.
      if (device.getState().languageLoading !== tag) return
      device.setState({ languageLoading: null, languageFailed: started ? null : tag })
      if (!started) return
      settings.change({ language: tag })
      void parts.services.shell.readIn(tag)
    },
    report() {
      device.setState({ reportFrom: routes.store.getState().screen })
      routes.go('report')
    },
    async chooseArea(code) {
      settings.change({ area: code })
      shelters.setState({ picked: null })
      risk.commands.forget()
      routes.go(isText() ? 'text' : 'home', { replace: true })
      await areas.commands.open(code)
    },
    ...roadActs(parts),
    ...planActs(parts),
  }
}

/** The verbs that lead to closed roads and to the way on foot. */
const roadActs = ({
  routes,
  ways,
  closurePick,
}: Omit<Parts, 'act'>): Pick<Acts, 'wayTo' | 'pickClosure'> => ({
  wayTo(site) {
    ways.setState({ wanted: site })
    routes.go('ways')
  },
  pickClosure(id) {
    closurePick.setState({ id })
    routes.go('closures', { moveFocus: id === null })
  },
})

/** The verbs of the plan that begin elsewhere: at an answer, at a mark on the map, at a link. */
function planActs({
  routes,
  plan,
  drill,
  areas,
}: Omit<Parts, 'act'>): Pick<Acts, 'keepPlace' | 'receive' | 'pickMine'> {
  return {
    async keepPlace(at, name, newPlanName) {
      const house = await plan.open()
      if (house === null) return routes.go('plan')
      await house.plans.commands.open()
      if (house.plans.store.getState().active === null)
        house.plans.commands.create(newPlanName, areaOf(areas.store.getState())?.manifest.area.code ?? null)
      plan.store.setState({ thing: { list: 'places', id: null, at, name } })
      routes.go('myThing')
    },
    receive(text) {
      const screen = screenOf(text)
      if (screen === 'received') plan.store.setState({ received: { text } })
      else void drill.open().then((house) => house?.drills.commands.receive(text))
      routes.go(screen, { replace: true })
    },
    pickMine(id) {
      const { house } = plan.store.getState()
      const list = house === null ? null : listOf(house, id)
      if (list === null) return
      plan.store.setState({ thing: { list, id } })
      routes.go('myThing', { moveFocus: false })
    },
  }
}

/** The list of the plan in which a thing of the map stands; null = another tab took it out meanwhile. */
function listOf({ plans }: PlanHouse, id: string): 'places' | 'destinations' | 'marks' | 'routes' | null {
  const { active, plans: all } = plans.store.getState()
  const plan = all.find((one) => one.plan.id === active)?.plan
  const lists = ['places', 'destinations', 'marks', 'routes'] as const
  return lists.find((list) => plan?.[list].some((entry) => entry.id === id)) ?? null
}
