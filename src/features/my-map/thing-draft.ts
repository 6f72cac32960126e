import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { addEntry, entriesOf, type Lists } from '#domain/plan/edits/edit-lists.ts'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { nextId } from '#domain/plan/edits/next-id.ts'
import { isDanger } from '#domain/plan/mark-kinds.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import type { Contact, Destination, Mark, Plan, PlanPlace, PlanRoute } from '#domain/plan/plan.ts'
import type { PlansFeature, Thing } from '../plan/index.ts'

export type ThingList = Thing['list']

/** Whether a mark warns or helps: known before its kind is chosen. */
export type MarkGroup = 'danger' | 'help'

/** Things as they are while they are being told of: what has to be chosen and was not yet is null or too short. */
export type Drafts = {
  readonly places: Omit<PlanPlace, 'id' | 'at'> & { readonly at: LngLat | null }
  readonly destinations: Omit<Destination, 'id'>
  readonly marks: Omit<Mark, 'id' | 'kind' | 'shape'> & {
    readonly kind: Mark['kind'] | null
    readonly group: MarkGroup
    readonly shape:
      | { readonly type: 'point'; readonly at: LngLat | null }
      | { readonly type: 'area'; readonly ring: readonly LngLat[] }
  }
  readonly routes: Omit<PlanRoute, 'id' | 'line'> & { readonly line: readonly LngLat[] }
  readonly contacts: Omit<Contact, 'id'>
}
export type Draft<L extends ThingList = ThingList> = {
  readonly [K in L]: { readonly list: K; readonly value: Drafts[K] }
}[L]

/** How a new mark begins. */
export type Beginning = { readonly group?: MarkGroup; readonly shape?: 'point' | 'area' }

/** A new thing without anything told, or with what is known of it already. */
export function emptyDraft(thing: Thing, plan: Plan, now: number, beginning: Beginning = {}): Draft {
  const { list, at = null, name = '' } = thing
  const added = { note: '', by: '', addedAt: now }
  switch (list) {
    case 'places': {
      const kind = homePlaceOf(plan) === null ? 'home' : 'other'
      return { list, value: { kind, name, at, building: null, members: [], note: '' } }
    }
    case 'destinations': {
      const value = { site: null, name, hazards: [], by: 'walk', minutes: null, phone: '', note: '' } as const
      return {
        list,
        value: {
          ...value,
          kind: at === null ? 'site' : 'other',
          at: at === null ? null : [...at],
          hazards: [],
        },
      }
    }
    case 'marks': {
      const { group = 'danger', shape = 'point' } = beginning
      const whole =
        shape === 'point' ? ({ type: 'point', at } as const) : ({ type: 'area', ring: [] } as const)
      return { list, value: { ...added, kind: null, group, name, shape: whole, photo: null } }
    }
    case 'routes': {
      const home = homePlaceOf(plan)
      const line = [...(home === null ? [] : [home.at]), ...(at === null ? [] : [at])]
      return { list, value: { ...added, name, line, destination: null } }
    }
    case 'contacts':
      return { list, value: { name, phone: '', caller: null, note: '' } }
  }
}

/** An entry of the plan as a draft, so that one form serves both. */
export function draftOf(list: ThingList, plan: Plan, id: string): Draft | null {
  if (list === 'marks') {
    const mark = plan.marks.find((one) => one.id === id)
    return mark === undefined
      ? null
      : { list, value: { ...mark, group: isDanger(mark.kind) ? 'danger' : 'help' } }
  }
  const value = entriesOf(plan, list).find((one) => one.id === id)
  return value === undefined ? null : ({ list, value } as Draft)
}

/** What still has to be told before a new thing can be added. */
export type DraftFault = 'where' | 'kind' | 'site' | 'line' | 'ring' | 'who'

export function faultOf(draft: Draft): DraftFault | null {
  switch (draft.list) {
    case 'places':
      return draft.value.at === null ? 'where' : null
    case 'destinations':
      return draft.value.kind === 'site' && draft.value.site === null && draft.value.name === ''
        ? 'site'
        : null
    case 'marks': {
      const { kind, shape } = draft.value
      if (kind === null) return 'kind'
      if (shape.type === 'area') return shape.ring.length < 3 ? 'ring' : null
      return shape.at === null ? 'where' : null
    }
    case 'routes':
      return draft.value.line.length < 2 ? 'line' : null
    case 'contacts':
      return draft.value.name === '' && draft.value.phone === '' ? 'who' : null
  }
}

/** The edit that adds the thing; call it for a draft without a fault only. */
export function addDraft(draft: Draft): Edit {
  if (draft.list !== 'marks') return addEntry(draft.list, draft.value as Omit<Lists[ThingList], 'id'>)
  const { kind, name, shape, note, by, addedAt, photo } = draft.value
  return addEntry('marks', { kind, name, shape, note, by, addedAt, photo } as Omit<Mark, 'id'>)
}

/** The plan as it would be with a new thing in it, so that its facts can be told before it is added; null = not yet. */
export function planWith(
  plan: Plan,
  draft: Draft,
  now: number,
): { readonly plan: Plan; readonly id: string } | null {
  if (faultOf(draft) !== null) return null
  const added = addDraft(draft)(plan, now)
  return added.ok ? { plan: added.value, id: nextId(plan) } : null
}

type Begun = { readonly plan: string; readonly thing: Thing; readonly draft: Draft }
export type BegunStore = StoreApi<{ readonly begun: Begun | null }>

const stores = new WeakMap<PlansFeature, BegunStore>()

/**
 * The new thing that is being told of. It lives as long as the plans do and not as long as its screen: while a person draws on
 * the map, or looks something up, nothing of it is lost.
 */
export function begunStore(plans: PlansFeature): BegunStore {
  const known = stores.get(plans)
  if (known !== undefined) return known
  const made: BegunStore = createStore(() => ({ begun: null }))
  stores.set(plans, made)
  return made
}

/** True for the very same new thing of the same plan. */
export const isBegun = (begun: Begun | null, plan: string, thing: Thing): begun is Begun =>
  begun !== null && begun.plan === plan && JSON.stringify(begun.thing) === JSON.stringify(thing)

/**
 * Begins a new mark of a group and shape. What was begun of the same sort is gone on with.
 * @returns the thing to open the editor with
 */
export function beginMark(
  plans: PlansFeature,
  plan: Plan,
  now: number,
  beginning: Required<Beginning>,
): Thing {
  const thing: Thing = { list: 'marks', id: null }
  const { begun } = begunStore(plans).getState()
  const isSame =
    isBegun(begun, plan.id, thing) &&
    begun.draft.list === 'marks' &&
    begun.draft.value.group === beginning.group &&
    begun.draft.value.shape.type === beginning.shape
  if (!isSame)
    begunStore(plans).setState({
      begun: { plan: plan.id, thing, draft: emptyDraft(thing, plan, now, beginning) },
    })
  return thing
}
