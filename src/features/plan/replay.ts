import type { Edit, EditRefusal } from '#domain/plan/edits/change-plan.ts'
import { idsOf } from '#domain/plan/edits/next-id.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { swapAll, swapBack, type Swap } from './rename-ids.ts'

/** An edit that is shown already and does not lie on the device yet. */
export type Pending = {
  readonly edit: Edit
  readonly before: Plan
  readonly after: Plan
  /** From the ids of `before` to those that the edit knows things by: it was made before others took some of them. */
  readonly names: readonly Swap[]
}

export type Replayed = {
  readonly plan: Plan
  readonly pending: readonly Pending[]
  readonly refused: readonly EditRefusal[]
}

/**
 * Does edits again on the newest state from another tab. What they add gets the next free ids there, and edits that follow
 * speak of it by the ids of before; so each one is done in a world where things bear the names it knows, and what the other
 * tab added under the same names bears others. An edit that is refused there is left out and told.
 */
export function replay(newest: Plan, pending: readonly Pending[], now: number): Replayed {
  let plan = newest
  const swaps: Swap[] = []
  const done: Pending[] = []
  const refused: EditRefusal[] = []
  for (const one of pending) {
    const before = swapAll(plan, swaps)
    const result = one.edit(swapAll(before, one.names), now)
    if (!result.ok) {
      refused.push(result.reason)
      continue
    }
    const after = swapBack(result.value, one.names)
    const known = [...swaps]
    swaps.push(...swapsBetween(newIds(before, after), newIds(one.before, one.after)))
    const next = swapBack(after, known)
    done.push({ edit: one.edit, before: plan, after: next, names: [...known, ...one.names] })
    plan = next
  }
  return { plan, pending: done, refused }
}

const newIds = (before: Plan, after: Plan): readonly string[] => {
  const old = new Set(idsOf(before))
  return idsOf(after).filter((id) => !old.has(id))
}

/** What makes the ids that came into those that were expected, in turn: a swap may move what the next one means. */
function swapsBetween(came: readonly string[], expected: readonly string[]): readonly Swap[] {
  const swaps: Swap[] = []
  expected.forEach((wanted, index) => {
    const first = came[index]
    if (first === undefined) return
    const now = swaps.reduce((id, [a, b]) => (id === a ? b : id === b ? a : id), first)
    if (now !== wanted) swaps.push([now, wanted])
  })
  return swaps
}
