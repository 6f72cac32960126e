import { NIGHT_SHARE, PACES } from '../plan/walking.ts'
import { SLOPE_UNKNOWN } from './graph.ts'

/** Who walks. The speeds are those of `PACES`, with their sources. */
export const PROFILES = ['adult', 'older', 'impaired', 'stroller', 'group', 'wheelchair'] as const
export type Profile = (typeof PROFILES)[number]

/** All that the reckoning needs to know of somebody who walks. */
export type Walker = {
  /** On level ground, whole millimetres per second. */
  readonly speed: number
  /** False: steps are no way at all. A pram is carried over steps, a wheelchair is not. */
  readonly climbs: boolean
  /** False: the speed holds with slopes, so that they are not counted twice. */
  readonly slowedBySlopes: boolean
}

export type WalkerOptions = {
  readonly night?: boolean
  /** What a drill measured, metres per second by day; it takes the place of the table's number. */
  readonly measured?: number | null
}

/**
 * Somebody who walks by a profile. Throws for a measured speed that is none.
 * The speed is rounded down and never below one millimetre per second.
 */
export function walkerOf(profile: Profile, { night = false, measured = null }: WalkerOptions = {}): Walker {
  if (measured !== null && !(Number.isFinite(measured) && measured > 0))
    throw new RangeError(`no speed: ${measured}`)
  const byDay = Math.round((measured ?? PACES[profile]) * 1000)
  const speed = night ? Math.floor((byDay * Math.round(NIGHT_SHARE * 1000)) / 1000) : byDay
  return {
    speed: Math.max(1, speed),
    climbs: profile !== 'wheelchair',
    // 43 m/min of 逃げ地図 is told with slopes.
    slowedBySlopes: measured !== null || profile !== 'older',
  }
}

/** What an edge takes beside level ground, in thousandths. */
export const LEVEL = 1000

/** On steps people walk at half the speed: 1.0 and 0.5, 0.8 and 0.4 m/s (消防庁 津波避難対策推進マニュアル). */
export const ON_STEPS = 2000

/**
 * Thousandths by 5 % of rise, rounded up: e^(3.5 s), Tobler's hiking function (1993) beside its own value on level ground. As a
 * table, because engines differ in the last bit of powers; between two entries in proportion, which is never too fast.
 */
const BY_RISE = [1000, 1192, 1420, 1691, 2014, 2399, 2858, 3405, 4056] as const
const RISE_STEP = 5
/** Tobler's walkers are as fast on 10 % down as on level ground; from there on they slow as they do upwards. */
const FREE_FALL = 10

/**
 * How much longer a slope takes than level ground, thousandths, never less than 1000: nobody is counted on to be faster
 * downhill. Beyond 40 % it stays at that of 40 %.
 * @param percent rising in the direction of walking, or `SLOPE_UNKNOWN`, which counts as level.
 */
export function slopeFactor(percent: number): number {
  if (percent === SLOPE_UNKNOWN) return LEVEL
  const steep = percent >= 0 ? percent : Math.max(0, -percent - FREE_FALL)
  const last = BY_RISE.length - 1
  const step = Math.min(last, Math.floor(steep / RISE_STEP))
  const [low, high] = [BY_RISE[step] ?? LEVEL, BY_RISE[Math.min(last, step + 1)] ?? LEVEL]
  return low + Math.ceil(((high - low) * (steep - step * RISE_STEP)) / RISE_STEP)
}

/** Whole deciseconds for a piece of a way, rounded up. `factor` in thousandths. */
export const decisecondsFor = (decimetres: number, factor: number, { speed }: Walker): number =>
  Math.ceil((decimetres * factor) / speed)
