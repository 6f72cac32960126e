import type { Edit, EditRefusal } from '#domain/plan/edits/change-plan.ts'
import { idsOf, nextId, nextIds } from '#domain/plan/edits/next-id.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Result } from '#domain/result.ts'
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

/** `nextIds` counts no numbers from here on, so a thing under such a name changes no other's id. */
const ASIDE = 1e9

/**
 * Does edits again on the newest state from another tab. An edit speaks of things by the ids that they had when it was made,
 * also of what it adds itself; the other tab may have given the same ids to other things. So each edit is done in a world in
 * which what is foreign to it stands aside under other names and the next free id is that of then; in the end the foreign
 * things have their ids back, and what was added here gets new ones where that is needed. An edit that is refused is left
 * out and told.
 */
export function replay(newest: Plan, pending: readonly Pending[], now: number): Replayed {
  const [first] = pending
  if (first === undefined) return { plan: newest, pending, refused: [] }
  const aside = stepAside(newest, first.before, pending)
  const done: { readonly one: Pending; readonly before: Plan; readonly after: Plan }[] = []
  const refused: EditRefusal[] = []
  let world = swapAll(newest, aside)
  for (const one of pending) {
    const result = doAgain(world, one, now)
    if (!result.ok) {
      refused.push(result.reason)
      continue
    }
    done.push({ one, before: world, after: result.value })
    world = result.value
  }
  const fresh = freshNames(swapBack(world, aside), newest)
  const names = [...fresh.toReversed(), ...aside]
  return {
    plan: swapBack(world, names),
    pending: done.map(({ one, before, after }) => ({
      edit: one.edit,
      before: swapBack(before, names),
      after: swapBack(after, names),
      names: [...names, ...one.names],
    })),
    refused,
  }
}

/** Names for what is in the newest state and was not there when the edits were made. */
function stepAside(newest: Plan, before: Plan, pending: readonly Pending[]): readonly Swap[] {
  const known = new Set(idsOf(before))
  const used = new Set(pending.flatMap(({ names }) => names.flat()))
  const foreign = idsOf(newest).filter((id) => !known.has(id))
  let number = ASIDE
  return foreign.map((id) => {
    do number += 1
    while (used.has(`z${number}`))
    return [id, `z${number}`]
  })
}

/** Where a foreign thing took its id back from one that was added here, that one gets the next free id. */
function freshNames(plan: Plan, newest: Plan): readonly Swap[] {
  const theirs = new Set(idsOf(newest))
  const nameless = idsOf(plan).filter(
    (id) => !theirs.has(id) && Number(/^z(\d{10})$/.exec(id)?.[1] ?? 0) > ASIDE,
  )
  const free = nextIds(plan, nameless.length)
  return nameless.map((id, index) => [id, free[index] ?? id])
}

/** Does one edit in its own world: things bear the names that it knows, and the next free id is that of when it was made. */
function doAgain(world: Plan, { edit, before, names }: Pending, now: number): Result<Plan, EditRefusal> {
  const wanted = Number(nextId(swapAll(before, names)).slice(1))
  const own = swapAll(world, names)
  const isGiven = nextId(own) === `i${wanted}` || wanted < 2
  const holder = `i${wanted - 1}`
  const result = edit(isGiven ? own : withHolder(own, before, holder), now)
  if (!result.ok) return result
  if (result.value === own) return { ok: true, value: world }
  return { ok: true, value: swapBack(isGiven ? result.value : withoutHolder(result.value, holder), names) }
}

/** Holds an id that was there and is gone, as another kind of thing, so that it is neither given again nor found. */
function withHolder(plan: Plan, before: Plan, id: string): Plan {
  const wasInKit = before.kit.some((item) => item.id === id)
  if (wasInKit)
    return { ...plan, contacts: [...plan.contacts, { id, name: '', phone: '', caller: null, note: '' }] }
  const item = {
    what: { type: 'own', text: '-' },
    where: 'bag',
    amount: null,
    packed: false,
    expires: null,
  } as const
  return { ...plan, kit: [...plan.kit, { id, ...item }] }
}

const withoutHolder = (plan: Plan, holder: string): Plan => ({
  ...plan,
  contacts: plan.contacts.filter(({ id }) => id !== holder),
  kit: plan.kit.filter(({ id }) => id !== holder),
})
