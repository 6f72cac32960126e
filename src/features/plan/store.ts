import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlansState } from './state.ts'

export const createPlansStore = (): StoreApi<PlansState> =>
  createStore<PlansState>(() => ({
    status: 'closed',
    trouble: null,
    removedBySystem: false,
    quarantined: [],
    plans: [],
    active: null,
    past: [],
    future: [],
    refused: null,
    changedElsewhere: false,
    removed: null,
  }))

/** True when closing the page now would lose something: a plan that does not lie on the device as it is shown. */
export const hasUnsaved = ({ plans }: PlansState): boolean => plans.some(({ saved }) => saved !== 'saved')
