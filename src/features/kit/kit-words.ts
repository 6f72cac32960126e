import { rowOf } from '#domain/kit/kit-table.ts'
import type { KitItem } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'

/** What an item is called: by its code, or in the person's own words. Own words are text, never markup: see `nameOf`. */
export const kitPhrase = ({ what }: Pick<KitItem, 'what'>): Phrase | string =>
  what.type === 'own' ? what.text : { key: `kit:item.${what.code}` }

/** How much of it; null = as it comes. */
export function amountPhrase({ what, where, amount }: KitItem): Phrase | null {
  if (amount === null || what.type === 'own') return null
  const unit = rowOf(what.code, where)?.unit
  return unit === undefined ? null : { key: `kit:unit.${unit}`, params: { amount } }
}
