import { useMemo } from 'react'
import { useStore } from 'zustand'
import { ReadCheck } from '#features/read-check/index.ts'
import { lookOf } from '#map/zone-looks.ts'
import type { Parts } from './parts.ts'

/** The three questions, drawn in the colours of this person's own map. */
export const ReadCheckScreen = ({ parts }: { readonly parts: Parts }) => {
  const theme = useStore(parts.device, (state) => state.theme)
  const palette = useStore(parts.layers, (state) => state.palette)
  const looks = useMemo(
    () => (layer: Parameters<typeof lookOf>[0], rank: number) => lookOf(layer, rank, theme, palette),
    [theme, palette],
  )
  return <ReadCheck looks={looks} />
}
