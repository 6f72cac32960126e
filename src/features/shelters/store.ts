import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SiteHazard } from '#domain/hazards/hazard-kind.ts'

export type SheltersState = {
  /** The hazard for which sites are looked at: it decides designation, zone, order and symbols. */
  readonly hazard: SiteHazard
  /** The site that is shown by itself, by its id. */
  readonly picked: string | null
}

export type SheltersStore = StoreApi<SheltersState>

export const createSheltersStore = (): SheltersStore =>
  createStore<SheltersState>(() => ({ hazard: 'flood', picked: null }))
