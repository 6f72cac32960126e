import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Settings, SettingsStore } from '#platform/ports.ts'
import { withDefaults, type Chosen } from './settings.ts'

export type SettingsState = {
  readonly chosen: Chosen
  /** False when the last change could not be kept: it holds until the page is closed. */
  readonly kept: boolean
}

export type SettingsFeature = {
  readonly store: StoreApi<SettingsState>
  /** Changes some settings and keeps them. */
  change(some: Settings): void
}

/** The settings of this device, read once at the start and written at each change. */
export function createSettings(keeper: SettingsStore): SettingsFeature {
  const store = createStore<SettingsState>(() => ({ chosen: withDefaults(keeper.read()), kept: true }))
  return {
    store,
    change(some) {
      const { kept } = keeper.write(some)
      store.setState({ chosen: withDefaults({ ...asSettings(store.getState().chosen), ...some }), kept })
    },
  }
}

/** Leaves out what was never chosen. */
const asSettings = (chosen: Chosen): Settings =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null))
