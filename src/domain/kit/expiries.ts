import type { KitItem } from '../plan/plan.ts'

/** How long before its day an item is told: time enough to buy another and eat this one. Days; own choice. */
export const EXPIRY_NOTICE = 30

const DAY = 24 * 60 * 60 * 1000

/** The day in Japan as `YYYY-MM-DD`. @param now milliseconds since 1970 */
export const dayInJapan = (now: number): string =>
  new Date(now + 9 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Days until a day comes, negative when it is past. */
const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY)

export type Expiring = { readonly item: KitItem; /** negative = so many days past */ readonly days: number }

/** What has expired or does so within a month, the most urgent first. @param now milliseconds since 1970 */
export function expiringKit(kit: readonly KitItem[], now: number): readonly Expiring[] {
  const today = dayInJapan(now)
  return kit
    .flatMap((item) => (item.expires === null ? [] : [{ item, days: daysUntil(item.expires, today) }]))
    .filter(({ days }) => days <= EXPIRY_NOTICE)
    .sort((a, b) => a.days - b.days)
}
