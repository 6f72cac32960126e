import { createStore, type StoreApi } from 'zustand/vanilla'

/** Which closure the person came to see; null = the whole list. */
export type ClosurePick = { readonly id: string | null }

export type ClosurePickStore = StoreApi<ClosurePick>

export const createClosurePick = (): ClosurePickStore => createStore<ClosurePick>(() => ({ id: null }))
