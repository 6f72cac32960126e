import { ok, refuse, type Result } from '../result.ts'

/**
 * Why a household needs more time to leave: it goes at 警戒レベル3. Source: 避難情報に関するガイドライン (内閣府), the people
 * meant by 高齢者等避難 ("the elderly, and others who need time, and those who support them"); `noCar` is our own addition.
 */
export const NEEDS_TIME = [
  'elderly',
  'disability',
  'infant',
  'pregnant',
  'medicalDevice',
  'carer',
  'noCar',
] as const
export type NeedsTime = (typeof NEEDS_TIME)[number]

/** `reinforced` = reinforced concrete or steel. */
export const STRUCTURES = ['wood', 'reinforced', 'unknown'] as const
export type Structure = (typeof STRUCTURES)[number]

/** The highest building of Japan has 64 storeys; more than this is a slip of the finger. */
export const MOST_STOREYS = 70

/** A year: more than this is a slip of the finger. Hours. */
export const MOST_STOCK_HOURS = 366 * 24

/** The building a household lives in, and who lives there. */
export type Home = {
  /** Storeys above the ground, from 1. */
  readonly storeys: number
  /** The highest floor on which the household can stay for days: 1…storeys; a flat on the fifth floor = 5. */
  readonly floor: number
  readonly structure: Structure
  /** Hours for which water, food and toilet last without help; null = not told. */
  readonly stockHours: number | null
  /** Who needs time; empty = nobody does. */
  readonly household: readonly NeedsTime[]
}

export type HomeRefusal =
  'notAHome' | 'storeys' | 'floor' | 'floorAboveRoof' | 'structure' | 'stock' | 'household'

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most

const isOneOf = <T extends string>(all: readonly T[], value: unknown): value is T =>
  (all as readonly unknown[]).includes(value)

/**
 * Reads a home from a form, a file or the device. Refuses it whole and names what is wrong: `storeys` and `floor` are whole
 * numbers from 1 to `MOST_STOREYS`, `floorAboveRoof` = the floor lies above the last storey, `stock` is null or hours from 0
 * to `MOST_STOCK_HOURS`, `household` is a list of `NEEDS_TIME`. Repeated entries of the household are told once.
 */
export function parseHome(value: unknown): Result<Home, HomeRefusal> {
  if (value === null || typeof value !== 'object') return refuse('notAHome')
  const { storeys, floor, structure, stockHours, household } = value as Record<string, unknown>
  if (!isWhole(storeys, MOST_STOREYS)) return refuse('storeys')
  if (!isWhole(floor, MOST_STOREYS)) return refuse('floor')
  if (floor > storeys) return refuse('floorAboveRoof')
  if (!isOneOf(STRUCTURES, structure)) return refuse('structure')
  if (!isStock(stockHours)) return refuse('stock')
  if (!Array.isArray(household) || !household.every((one) => isOneOf(NEEDS_TIME, one)))
    return refuse('household')
  return ok({ storeys, floor, structure, stockHours, household: [...new Set(household)] })
}

const isStock = (value: unknown): value is number | null =>
  value === null ||
  (Number.isFinite(value) && (value as number) >= 0 && (value as number) <= MOST_STOCK_HOURS)

/** The 警戒レベル by which the household leaves at the latest: 3 where somebody needs time, else 4. */
export const levelFor = (home: Home): 3 | 4 => (home.household.length > 0 ? 3 : 4)
