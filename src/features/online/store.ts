import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { OnlineReport } from '#domain/official-tiles/describe-online.ts'
import type { OfficialLayerId } from '#domain/official-tiles/official-layer.ts'

/**
 * The question for one place: `running` with the layers that have been read, `answered`, `stopped` by the person, or
 * `offline` when the browser is sure that there is no network, so that nothing was asked.
 */
export type OnlineQuestion = { readonly at: LngLat } & (
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'answered'; readonly report: OnlineReport }
  | { readonly state: 'stopped' | 'offline' }
)

export type OnlineState = {
  /** The person has agreed that the official server is asked. Kept nowhere: it ends with the page. */
  readonly agreed: boolean
  readonly question: OnlineQuestion | null
  /** The official layer that lies over the map; null = none, as at every start. */
  readonly overlay: OfficialLayerId | null
  /** Pictures of the layer over the map could not be fetched: where they are missing, nothing is known. */
  readonly overlayFailed: boolean
}

export type OnlineStore = StoreApi<OnlineState>

export const createOnlineStore = (): OnlineStore =>
  createStore<OnlineState>(() => ({ agreed: false, question: null, overlay: null, overlayFailed: false }))

const isSame = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1]

/** The question as far as it is about this place. */
export const questionAt = (state: OnlineState, at: LngLat): OnlineQuestion | null =>
  state.question !== null && isSame(state.question.at, at) ? state.question : null
