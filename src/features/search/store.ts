import { createStore, type StoreApi } from 'zustand/vanilla'

export type SearchState = {
  readonly text: string
  /** Index of the hit that the arrow keys stand on; -1 = none. */
  readonly active: number
}

export type SearchStore = StoreApi<SearchState>

export const createSearchStore = (): SearchStore => createStore<SearchState>(() => ({ text: '', active: -1 }))
