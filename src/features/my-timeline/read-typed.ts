import { MOST } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'

/** A name or a note as the plan keeps it. */
export const typedName = (typed: string): string => cleanText(typed.replaceAll('\n', ' '), MOST.name)

/** A telephone number as the plan keeps it: half-width, without what is in no number. */
export const typedPhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u30fc]/gu, '-')
    .replace(/[^0-9+*#(). -]/g, '')
    .trim()
    .slice(0, MOST.phone)
    .trim()

/** Minutes as they were typed, in half or full width: 0 to a day; null where it is no such number. */
export function typedMinutes(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(text) && Number(text) <= 1440 ? Number(text) : null
}
