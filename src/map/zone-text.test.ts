import { describe, expect, it } from 'vitest'
import type { ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import type { ZoneLabels } from './map-view.ts'
import { showsSeveral, zoneText } from './zone-text.ts'

const LABELS: ZoneLabels = {
  under: '{max} m未満',
  between: '{min}–{max} m',
  from: '{min} m以上',
  special: '{name}・特別',
  several: '{name} {text}',
  durations: ['半日', '1日'],
  names: { 'flood-max': '洪水' } as { [id in ZoneLayerId]: string },
}

describe('what is written in a zone', () => {
  it('is the depth in metres: official, own, without an upper bound', () => {
    const text = (rank: number, bounds: { min: number; max: number | null } | null) =>
      zoneText(LABELS, { layer: 'flood-max', rank, bounds }, false)
    expect(text(1, null)).toBe('0.5 m未満')
    expect(text(2, null)).toBe('0.5–3 m')
    expect(text(6, null)).toBe('20 m以上')
    expect(text(3, { min: 2, max: 5 })).toBe('2–5 m')
    expect(text(6, { min: 5, max: null })).toBe('5 m以上')
  })

  it('is the hours, of a rank that is not known the longest', () => {
    const text = (rank: number) => zoneText(LABELS, { layer: 'flood-duration', rank, bounds: null }, false)
    expect([text(1), text(2), text(7)]).toEqual(['半日', '1日', '1日'])
  })

  it('begins with the hazard where several lie over one another', () => {
    expect(zoneText(LABELS, { layer: 'flood-max', rank: 3, bounds: null }, true)).toBe('洪水 3–5 m')
    expect(showsSeveral(['flood-max', 'landslide-slide'])).toBe(false)
    expect(showsSeveral(['flood-max', 'flood-duration'])).toBe(true)
  })
})
