/** 現象の種類 (A33_001): 1 急傾斜地の崩壊 `steepSlope`, 2 土石流 `debrisFlow`, 3 地滑り `slide`. */
export const LANDSLIDE_PHENOMENA = ['steepSlope', 'debrisFlow', 'slide'] as const
export type LandslidePhenomenon = (typeof LANDSLIDE_PHENOMENA)[number]

/**
 * A published landslide zone. `warning` = 土砂災害警戒区域 (yellow), `special` = 土砂災害特別警戒区域 (red).
 * `planned` = 指定前. `specialUnsurveyed` (A33_008 = 1): where the red zone lies was not surveyed yet, so a place in this
 * yellow zone must never be told to lie outside a red one.
 */
export type LandslideZone = {
  readonly phenomenon: LandslidePhenomenon
  readonly zone: 'warning' | 'special'
  readonly planned: boolean
  readonly specialUnsurveyed: boolean
}

type LandslideClass = Omit<LandslideZone, 'phenomenon'>

/**
 * How a landslide zone is ranked in a rank layer: the more has to be feared, the higher; "not surveyed" stands above
 * "surveyed", and every red zone above every yellow one.
 */
export const LANDSLIDE_CLASSES: { readonly [rank in 1 | 2 | 3 | 4 | 5 | 6]: LandslideClass } = {
  1: { zone: 'warning', planned: true, specialUnsurveyed: false },
  2: { zone: 'warning', planned: true, specialUnsurveyed: true },
  3: { zone: 'warning', planned: false, specialUnsurveyed: false },
  4: { zone: 'warning', planned: false, specialUnsurveyed: true },
  5: { zone: 'special', planned: true, specialUnsurveyed: false },
  6: { zone: 'special', planned: false, specialUnsurveyed: false },
}
