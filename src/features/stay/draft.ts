import { MOST_STOREYS, parseHome, type Home, type NeedsTime, type Structure } from '#domain/stay/home.ts'

/** The form while it is being filled in: what was not told yet is null. */
export type Draft = {
  readonly storeys: number | null
  readonly floor: number | null
  readonly structure: Structure
  readonly stockHours: number | null
  readonly household: readonly NeedsTime[]
}

/** Nothing is presumed: a building that was never told of must not decide anything. */
export const EMPTY_DRAFT: Draft = {
  storeys: null,
  floor: null,
  structure: 'unknown',
  stockHours: null,
  household: [],
}

/** Up to this storey one taps a chip, above it one writes the number. */
export const LAST_CHIP = 3

/** The days of stock that are offered: where the official bands of duration end (12 hours count as a day). */
export const STOCK_DAYS = [0, 1, 3, 7, 14, 28] as const

/** The offered days that a stock is worth; null = not told. */
export const daysOf = (stockHours: number | null): number | null =>
  stockHours === null ? null : (STOCK_DAYS.filter((days) => days * 24 <= stockHours).at(-1) ?? 0)

export type DraftFault = 'storeys' | 'floor' | 'floorAboveRoof'
export type Checked =
  { readonly ok: true; readonly home: Home } | { readonly ok: false; readonly fault: DraftFault }

/** The home that the draft tells of, or the first thing to be put right. */
export function checkDraft(draft: Draft): Checked {
  const parsed = parseHome(draft)
  if (parsed.ok) return { ok: true, home: parsed.value }
  const { reason } = parsed
  return { ok: false, fault: reason === 'storeys' || reason === 'floorAboveRoof' ? reason : 'floor' }
}

/** Reads a number of storeys as it was typed; null where it is none. */
export function readStoreys(text: string): number | null {
  const typed = text.normalize('NFKC').trim()
  return /^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_STOREYS ? Number(typed) : null
}

export const toggle = (household: readonly NeedsTime[], who: NeedsTime): readonly NeedsTime[] =>
  household.includes(who) ? household.filter((one) => one !== who) : [...household, who]
