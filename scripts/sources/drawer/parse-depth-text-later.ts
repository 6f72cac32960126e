import type { DepthBounds } from '#domain/hazards/depth-band.ts'

/** Stands in until depths in words are read. */
export const parseDepthText = (
  _text: string,
): { readonly ok: true; readonly value: DepthBounds } | { readonly ok: false } => ({ ok: false })
