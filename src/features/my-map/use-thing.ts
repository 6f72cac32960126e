import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { changeEntry, removeEntry, type ListName, type Lists } from '#domain/plan/edits/edit-lists.ts'
import type { EditRefusal } from '#domain/plan/edits/change-plan.ts'
import { activePlan, type PlanTools, type Thing } from '../plan/index.ts'
import type { Plan } from '#domain/plan/plan.ts'
import {
  addDraft,
  begunStore,
  draftOf,
  emptyDraft,
  faultOf,
  isBegun,
  planWith,
  type Draft,
  type DraftFault,
  type Drafts,
  type ThingList,
} from './thing-draft.ts'

/** Something that was typed and cannot be taken. */
export type TypedFault = 'phone' | 'minutes'
export type Fault = DraftFault | EditRefusal | TypedFault

/** One thing in the hand: a new one, or one of the plan. */
export type Editing<L extends ThingList = ThingList> = {
  readonly plan: Plan
  /** null = a new one. */
  readonly id: string | null
  readonly draft: Draft<L>
  /** Changes fields: of a new thing in the draft, of one of the plan at once. */
  readonly change: (change: Partial<Drafts[L]>) => void
  readonly refuse: (fault: Fault | null) => void
  readonly fault: Fault | null
  /** The plan with the thing in it, for its facts; null while it cannot be added. */
  readonly whole: { readonly plan: Plan; readonly id: string } | null
  readonly save: () => boolean
  readonly cancel: () => void
  readonly remove: () => void
}

/** The thing that the editor was opened for; null = it is no longer in the plan, or nothing was chosen. */
export function useThing(tools: PlanTools): Editing | null {
  const plan = useStore(tools.plans.store, activePlan)
  const { thing } = tools
  const [fault, setFault] = useState<Fault | null>(null)
  const begun = useStore(begunStore(tools.plans), (state) => state.begun)
  const [openedAt] = useState(tools.now)
  // What a field hands over while it goes away comes too late once the person has ended.
  const ended = useRef(false)
  if (plan === null || thing === null) return null
  const draft = currentDraft(plan, thing, begun, openedAt)
  if (draft === null) return null
  const now = tools.now()
  const { commands, store } = tools.plans
  const edit = (how: Parameters<typeof commands.edit>[0]): boolean => {
    const done = commands.edit(how)
    setFault(done ? null : (store.getState().refused ?? 'badValue'))
    return done
  }
  const forget = () => {
    ended.current = true
    begunStore(tools.plans).setState({ begun: null })
  }
  return {
    plan,
    id: thing.id,
    draft,
    fault,
    refuse: setFault,
    whole: thing.id === null ? planWith(plan, draft, now) : { plan, id: thing.id },
    change: (change) => {
      if (ended.current) return
      if (thing.id !== null)
        return void edit(changeEntry(thing.list as ListName, thing.id, withoutGroup(change)))
      setFault(null)
      // What is in the store counts, not what was drawn last: two fields may be handed over at once.
      const latest = currentDraft(plan, thing, begunStore(tools.plans).getState().begun, openedAt) ?? draft
      const changed = { ...latest, value: { ...latest.value, ...change } } as Draft
      begunStore(tools.plans).setState({ begun: { plan: plan.id, thing, draft: changed } })
    },
    save: () => {
      const latest = currentDraft(plan, thing, begunStore(tools.plans).getState().begun, openedAt) ?? draft
      const missing = faultOf(latest)
      setFault(missing)
      if (missing !== null || !edit(addDraft(latest))) return false
      forget()
      return true
    },
    cancel: forget,
    remove: () => {
      if (thing.id !== null && edit(removeEntry(thing.list, thing.id))) ended.current = true
    },
  }
}

function currentDraft(
  plan: Plan,
  thing: Thing,
  begun: ReturnType<ReturnType<typeof begunStore>['getState']>['begun'],
  now: number,
): Draft | null {
  if (thing.id !== null) return draftOf(thing.list, plan, thing.id)
  return isBegun(begun, plan.id, thing) ? begun.draft : emptyDraft(thing, plan, now)
}

/** The group of a mark follows from its kind: the plan does not hold it. */
const withoutGroup = (change: Partial<Drafts[ThingList]>): Partial<Lists[ThingList]> =>
  Object.fromEntries(Object.entries(change).filter(([field]) => field !== 'group'))
