import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DrillPaper } from '#features/drills/index.ts'
import type { DrillOnMap } from '#map/map-view.ts'
import type { DrillHouse } from './drill-house.ts'
import { openOnce, type HouseState } from './open-house.ts'
import type { Parts } from './parts.ts'

/** What the rest of the app knows of drills. Their code, words and database are fetched when they are first wanted. */
export type DrillDoorState = HouseState<DrillHouse> & {
  /** Everything the screen is made of while a drill runs, with its clock, orders, closures and a copy of the plan; null = no drill. */
  readonly swapped: Parts | null
  readonly onMap: DrillOnMap | null
  /** What `drillPaper` prints. */
  readonly paper: DrillPaper
}

export type DrillDoor = {
  readonly store: StoreApi<DrillDoorState>
  /** Fetches the code of drills and opens what is kept. Never rejects: the status tells. */
  open(): Promise<DrillHouse | null>
}

/** @param load fetches the code of drills and makes its house */
export function createDrillDoor(load: (store: DrillDoor['store']) => Promise<DrillHouse>): DrillDoor {
  const store = createStore<DrillDoorState>(() => ({
    status: 'closed',
    house: null,
    swapped: null,
    onMap: null,
    paper: 'poster',
  }))
  return { store, open: openOnce<DrillHouse>(store, () => load(store)) }
}
