import type { KitItem } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import { rowOf } from './kit-table.ts'

/** What an item is called; null = it stands in the person's own words (`what.text`), which are text and never markup. */
export const kitPhrase = ({ what }: Pick<KitItem, 'what'>): Phrase | null =>
  what.type === 'own' ? null : { key: `kit:item.${what.code}` }

/** How much of it; null = as it comes. */
export function amountPhrase({ what, where, amount }: KitItem): Phrase | null {
  if (amount === null || what.type === 'own') return null
  const unit = rowOf(what.code, where)?.unit
  return unit === undefined ? null : { key: `kit:unit.${unit}`, params: { amount } }
}
