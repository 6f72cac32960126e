import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Handles } from './draw.ts'

export type DrawModule = typeof import('./draw.ts')

/** Handles whose code is loaded when they are first wanted. */
export interface LateHandles {
  /** Makes handles with `start`, as soon as their code is there; unless they were dropped or wanted anew before. */
  want(start: (module: DrawModule) => Handles): void
  /** Lays those that are there on these corners. */
  lay(corners: readonly LngLat[]): void
  drop(): void
}

/** @param failed their code could not be had, or they could not be made. */
export function createLateHandles(load: () => Promise<DrawModule>, failed: () => void): LateHandles {
  let handles: Handles | null = null
  let wish = 0
  const drop = () => {
    wish += 1
    handles?.stop()
    handles = null
  }
  const take = async (start: (module: DrawModule) => Handles) => {
    drop()
    const mine = wish
    try {
      const module = await load()
      if (mine === wish) handles = start(module)
    } catch (error) {
      console.error(error)
      if (mine === wish) failed()
    }
  }
  return { want: (start) => void take(start), lay: (corners) => handles?.lay(corners), drop }
}
