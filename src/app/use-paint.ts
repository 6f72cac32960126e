import { useMemo } from 'react'
import { useStore } from 'zustand'
import { lookOf, type Paint } from '#map/zone-looks.ts'
import type { Parts } from './parts.ts'

/** How zones are painted now, in the theme and the palette that were chosen. */
export function usePaint(parts: Parts): Paint {
  const theme = useStore(parts.device, (state) => state.theme)
  const palette = useStore(parts.layers, (state) => state.palette)
  return useMemo(() => (layer, rank) => lookOf(layer, rank, theme, palette), [theme, palette])
}
