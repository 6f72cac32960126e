import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { DrawRequest, Thing } from '#features/plan/index.ts'
import type { Drawing } from '#map/map-view.ts'
import { openOnce, type HouseState } from './open-house.ts'
import type { Services } from './parts.ts'
import type { PlanHouse } from './plan-house.ts'

/**
 * What the rest of the app knows of the plan. Everything else – its store, its database, its screens – is a chunk that is
 * fetched when it is first wanted, so that no answer waits for it.
 */
export type PlanDoorState = HouseState<PlanHouse> & {
  /** The thing that is being edited or looked at. */
  readonly thing: Thing | null
  readonly drawing: {
    readonly request: DrawRequest
    /** What the map is told: the same object as long as the same drawing lasts. */
    readonly tool: Drawing
    readonly corners: readonly LngLat[]
    /** What was drawn, once the person is done; null until then, and for good when they give up. */
    readonly result: readonly LngLat[] | null
    /** The part that moves corners could not be had. */
    readonly failed: boolean
  } | null
  /** How often a screen of the plan led to a place on the map: each time the sheet makes way for it. */
  readonly looks: number
  /** What came from outside and was not decided on: the text of a code, or a file. */
  readonly received: { readonly text: string } | { readonly file: File } | null
}

export type PlanDoor = {
  readonly store: StoreApi<PlanDoorState>
  /** Fetches the plan's code and opens the plans of this device. Never rejects: the status tells. */
  open(): Promise<PlanHouse | null>
}

/** @param load fetches the code of the plan and makes its house */
export function createPlanDoor(
  services: Services,
  load: (services: Services) => Promise<PlanHouse>,
): PlanDoor {
  const store = createStore<PlanDoorState>(() => ({
    status: 'closed',
    house: null,
    thing: null,
    drawing: null,
    looks: 0,
    received: null,
  }))
  return { store, open: openOnce<PlanHouse>(store, () => load(services)) }
}
