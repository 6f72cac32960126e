import { DEPTH_BANDS, type DepthRank } from '#domain/hazards/depth-band.ts'
import type { LandslideZone } from '#domain/hazards/landslide.ts'
import type { CollapseHazard, LandslideHazard, WaterHazard } from '#domain/risk/hazard-answer.ts'

const FACTS = { scenario: 'max', sources: ['a31a'], asOf: '2025' } as const

/** Water of an official rank; how long it stays is not published. */
export const someWater = (rank: DepthRank, changes: Partial<WaterHazard> = {}): WaterHazard => ({
  ...FACTS,
  kind: 'flood',
  answer: 'hazard',
  complete: true,
  rank,
  depth: DEPTH_BANDS[rank],
  duration: { answer: 'dataUnavailable', why: 'missing' },
  river: null,
  rivers: [],
  ...changes,
})

/** A designated landslide zone whose red part was surveyed. */
export const someLandslide = (
  zone: Partial<LandslideZone> = {},
  changes: Partial<LandslideHazard> = {},
): LandslideHazard => {
  const whole = {
    phenomenon: 'steepSlope',
    zone: 'warning',
    planned: false,
    specialUnsurveyed: false,
    ...zone,
  } as const
  return {
    ...FACTS,
    kind: 'landslide',
    answer: 'hazard',
    complete: true,
    zone: whole.zone,
    zones: [whole],
    ...changes,
  }
}

export const someCollapse = (zone: CollapseHazard['zone'] = 'flow'): CollapseHazard => ({
  ...FACTS,
  kind: 'houseCollapse',
  answer: 'hazard',
  complete: true,
  zone,
  rivers: [],
})
