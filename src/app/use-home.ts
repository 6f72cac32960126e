import { useStore } from 'zustand'
import type { Home } from '#domain/stay/home.ts'
import type { Parts } from './parts.ts'
import { usePlannedHome } from './use-planned-home.ts'

/** The building that this device knows: the one of the family's plan, else the one that was told for an answer. */
export function useHome(parts: Parts): Home | null {
  const told = useStore(parts.settings.store, ({ chosen }) => chosen.home)
  return usePlannedHome(parts)?.home ?? told
}
