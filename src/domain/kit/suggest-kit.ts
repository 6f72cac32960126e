import type { PlanFacts } from '../plan/plan-facts.ts'
import type { KitItem, Member, Plan } from '../plan/plan.ts'
import { KIT_TABLE, type KitFor } from './kit-table.ts'

/** An item before it has an id. */
export type NewKitItem = Omit<KitItem, 'id'>

/** Days for which a household keeps water and food at least, and better (首相官邸, 農林水産省). */
export const LEAST_DAYS = 3
export const BETTER_DAYS = 7

/**
 * For how many days the stock is reckoned: three at least; where the water may stay longer around a building in which the
 * household may stay, as long as that, a week at most (the list would frighten more than it helps).
 */
export function stockDays(facts: PlanFacts): number {
  const needs = (facts.home?.stay?.rain.findings ?? []).flatMap(({ fact }) =>
    'need' in fact ? [fact.need] : [],
  )
  return Math.min(BETTER_DAYS, Math.max(LEAST_DAYS, ...needs.map((hours) => Math.ceil(hours / 24))))
}

/** The kit list for this household: what to carry and what to keep, with amounts. Nothing is packed yet. */
export function suggestKit(plan: Plan, facts: PlanFacts): readonly NewKitItem[] {
  const days = stockDays(facts)
  return KIT_TABLE.flatMap((row): NewKitItem[] => {
    const count = countOf(row.for, plan.household.members)
    if (count === 0) return []
    const amount = count * row.amount * (row.perDay ? days : 1)
    return [
      { what: { type: 'code', code: row.code }, where: row.where, amount, packed: false, expires: null },
    ]
  })
}

/** The list anew, keeping what was packed, dated, added or taken out of the way by the family: only what is missing comes in. */
export function missingFromKit(plan: Plan, facts: PlanFacts): readonly NewKitItem[] {
  const has = ({ what, where }: NewKitItem) =>
    plan.kit.some(
      (item) =>
        item.where === where &&
        item.what.type === 'code' &&
        what.type === 'code' &&
        item.what.code === what.code,
    )
  return suggestKit(plan, facts).filter((item) => !has(item))
}

/** An item whose amount is no longer what the household needs, with what it needs now. */
export function changedAmounts(
  plan: Plan,
  facts: PlanFacts,
): readonly { readonly id: string; readonly amount: number }[] {
  const wanted = suggestKit(plan, facts)
  return plan.kit.flatMap(({ id, what, where, amount }) => {
    if (what.type === 'own' || amount === null) return []
    const now = wanted.find(
      (one) => one.where === where && one.what.type === 'code' && one.what.code === what.code,
    )
    return now?.amount == null || now.amount === amount ? [] : [{ id, amount: now.amount }]
  })
}

/** How many people (or pets) a row is for. With nobody told yet there is one person. */
function countOf(whom: KitFor, members: readonly Member[]): number {
  const people = members.filter(({ kind }) => kind !== 'pet')
  const withNeed = (need: Member['needs'][number]) =>
    people.filter((member) => member.needs.includes(need)).length
  switch (whom) {
    case 'household':
      return 1
    case 'person':
      return Math.max(1, people.length)
    case 'pet':
      return members.length - people.length
    case 'infant':
    case 'elderly':
    case 'disability':
    case 'language':
    case 'medicine':
      return withNeed(whom)
    case 'device':
      return withNeed('medicalDevice')
  }
}
