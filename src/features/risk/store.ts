import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { RiskReport } from '#domain/risk/report.ts'
import type { LocateFailure } from '#platform/ports.ts'
import type { PlaceName } from './nearest-place.ts'

/** The place that is asked about, and how it was chosen. */
export type Inspected = {
  readonly at: LngLat
  /** Radius in metres within which the place is known; null for a place that was pointed at. */
  readonly accuracy: number | null
  readonly from: 'map' | 'position' | 'search'
  /** The name that was chosen in the search; null for a place that was pointed at. */
  readonly name: PlaceName | null
}

export type Answered = {
  readonly risk: RiskAnswer
  readonly report: RiskReport
  /** The named place nearest to it, to compare with signs; null where none is near. */
  readonly near: PlaceName | null
}

export type RiskState = {
  readonly locating: 'resting' | 'running' | LocateFailure
  readonly inspected: Inspected | null
  /** null while no area is open: the answer follows when it is. */
  readonly answered: Answered | null
}

export type RiskStore = StoreApi<RiskState>

export const createRiskStore = (): RiskStore =>
  createStore<RiskState>(() => ({ locating: 'resting', inspected: null, answered: null }))
