import { createStore, type StoreApi } from 'zustand/vanilla'
import { DEFAULT_FLOOD_OPACITY } from '#map/depth-colours.ts'

/** What the map shows. */
export type LayersState = {
  readonly flood: boolean
  /** 0.4…1: never so pale that a zone looks like none. */
  readonly opacity: number
  readonly notAssessed: boolean
  readonly sites: boolean
}

/** Official fills are pale; below 0.4 they vanish on paper-like ground. */
export const OPACITY = { min: 0.4, max: 1 } as const

export type LayersStore = StoreApi<LayersState>

/**
 * The layers as they were left. The hazard layers start visible each time: a layer that was switched off weeks ago must not
 * make the map look empty today.
 */
export const createLayersStore = (kept: {
  readonly layers: Readonly<Record<string, boolean>>
  readonly opacity: number | null
}): LayersStore =>
  createStore<LayersState>(() => ({
    flood: true,
    opacity: Math.min(OPACITY.max, Math.max(OPACITY.min, kept.opacity ?? DEFAULT_FLOOD_OPACITY)),
    notAssessed: true,
    sites: kept.layers['sites'] ?? true,
  }))
