import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import type { Building, Plan } from '#domain/plan/plan.ts'
import type { Drawing } from '#map/map-view.ts'
import type { Paint } from '#map/zone-looks.ts'
import type { Installer, Locator, Photos, QrReader, Sharer } from '#platform/ports.ts'
import type { ClosuresNow } from '../closures/index.ts'
import type { PlansFeature } from './state.ts'

/** The screens of the plan, as the app's routes name them. */
export type PlanScreen =
  'plan' | 'myMap' | 'myThing' | 'interview' | 'timeline' | 'whatNow' | 'kit' | 'share' | 'received' | 'paper'

/** One thing of the plan that is being edited on the screen `myThing`; `id: null` = a new one. */
export type Thing = {
  readonly list: 'places' | 'destinations' | 'marks' | 'routes' | 'contacts'
  readonly id: string | null
  /** For a new one: where, when that is known already (a tap on the map, a place of the answer). */
  readonly at?: LngLat
  readonly name?: string
}

/** What a person is drawing on the map, and what becomes of it. */
export type DrawRequest = {
  readonly tool: Drawing['tool']
  readonly corners: readonly LngLat[]
  /** Told once: the corners when the person is done, null when they gave up. */
  readonly onDone: (corners: readonly LngLat[] | null) => void
}

/** What every screen of the plan is given. */
export type PlanTools = {
  readonly plans: PlansFeature
  /** The area that is open; null = none: then nothing can be said of the risk. */
  readonly area: Area | null
  readonly locator: Locator
  readonly photos: Photos
  readonly sharer: Sharer
  readonly reader: QrReader
  readonly installer: Installer
  readonly paint: Paint
  /** The building that was told for an answer before there was a plan: a new home begins with it. */
  readonly knownBuilding?: Building | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** What is known of closed roads. */
  readonly closures: ClosuresNow
  /**
   * Everything that the area's pack, real ways and closures tell about a plan. Another function = it may tell something else now,
   * of the same plan too.
   */
  readonly factsOf: (plan: Plan) => PlanFacts
  readonly go: (screen: PlanScreen, how?: { readonly replace?: boolean }) => void
  readonly back: () => void
  /** Opens the editor of one thing. */
  readonly edit: (thing: Thing) => void
  readonly thing: Thing | null
  /** Shows a place on the map; null where no map is on the screen. */
  readonly showOnMap: ((at: LngLat) => void) | null
  /** Lets the person draw on the map; null where no map is on the screen (text layout, no WebGL). */
  readonly draw: ((request: DrawRequest) => void) | null
  /** The answer for a place, as if it had been searched for. */
  readonly ask: (at: LngLat, name: string) => void
}
