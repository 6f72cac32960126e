import { rowOf } from '#domain/kit/kit-table.ts'
import type { KitItem } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'

/** A thing of the kit in words, and how many of its unit where both are known. Empty for what stands in a person's own words. */
export function kitPhrases({ what, where, amount }: KitItem): readonly Phrase[] {
  if (what.type === 'own') return []
  const row = rowOf(what.code, where)
  const many = amount === null || row === null ? [] : [{ key: `kit:unit.${row.unit}`, params: { amount } }]
  return [{ key: `kit:item.${what.code}` }, ...many]
}
