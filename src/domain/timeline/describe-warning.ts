import type { Plan } from '../plan/plan.ts'
import type { Phrase } from '../risk/report.ts'
import { nameIn } from './name-in.ts'
import type { PlanFix, PlanWarning } from './plan-warning.ts'

/** A warning in one sentence or two. The danger it matters in is `warning.hazard`, shown beside it (`describeDanger`). */
export function describeWarning({ type, about, amounts }: PlanWarning, plan: Plan): Phrase {
  const name = namesIn(plan, about)
  return { key: `timeline:warning.${type}`, params: { ...amounts, ...name } }
}

/** What is named: the first thing, and for a mark on a way the mark. */
function namesIn(plan: Plan, [first, second]: readonly string[]): Readonly<Record<string, string>> {
  const { household, destinations, places, routes, marks } = plan
  const find = (id: string): string | null =>
    [household.members, destinations, places, routes, marks]
      .map((list) => nameIn(list, id))
      .find((name) => name !== null) ?? null
  const name = first === undefined ? null : find(first)
  const other = second === undefined ? null : find(second)
  return { ...(name === null ? {} : { name }), ...(other === null ? {} : { other }) }
}

/** What a press on the fix does, for its button. */
export function fixOf({ fix }: { readonly fix: PlanFix }): Phrase {
  if (fix.where === 'question') return { key: `timeline:fix.question.${fix.question}` }
  if (fix.where === 'timeline') return { key: 'timeline:fix.timeline' }
  return { key: fix.id === null ? `timeline:fix.add.${fix.list}` : `timeline:fix.open.${fix.list}` }
}

/** What is said where nothing was found: never that the plan is good. */
export const describeNoWarnings = (): readonly Phrase[] => [
  { key: 'timeline:noWarnings.found' },
  { key: 'timeline:noWarnings.walk' },
]
