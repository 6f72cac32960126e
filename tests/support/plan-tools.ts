import { createStore } from 'zustand/vanilla'
import type { Area } from '#domain/packs/area.ts'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { newPlan } from '#domain/plan/new-plan.ts'
import { planFactsOf } from '#domain/plan/plan-facts-of.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { closuresNow } from '#features/closures/index.ts'
import { activePlan, type PlansFeature, type PlansState, type PlanTools } from '#features/plan/index.ts'
import { lookOf } from '#map/zone-looks.ts'
import { PLAN_MADE_AT } from './a-plan.ts'
import { anArea } from './an-area.ts'

/** A plans feature that keeps one plan in memory, with undo, and whose edits are those of the domain. */
export function plansInMemory(plan: Plan | null, now: () => number = () => PLAN_MADE_AT): PlansFeature {
  const shown = (one: Plan) => ({ plan: one, exported: null, revision: 1, saved: 'saved' as const })
  const store = createStore<PlansState>(() => ({
    status: 'open',
    trouble: null,
    removedBySystem: false,
    quarantined: [],
    plans: plan === null ? [] : [shown(plan)],
    active: plan?.id ?? null,
    past: [],
    future: [],
    refused: null,
    changedElsewhere: false,
    removed: null,
  }))
  const turn = (from: 'past' | 'future', to: 'past' | 'future') => {
    const before = activePlan(store.getState())
    const next = store.getState()[from].at(-1)
    if (before === null || next === undefined) return
    store.setState((state) => ({
      plans: [shown(next)],
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], before],
    }))
  }
  const edit = (change: Edit): boolean => {
    const before = activePlan(store.getState())
    if (before === null) return false
    const changed = change(before, now())
    store.setState({ refused: changed.ok ? null : changed.reason })
    if (changed.ok && changed.value !== before)
      store.setState(({ past }) => ({ plans: [shown(changed.value)], past: [...past, before], future: [] }))
    return changed.ok
  }
  return {
    store,
    commands: {
      open: async () => undefined,
      create(name, area) {
        const made = newPlan('newplan000000001', name, area, now())
        store.setState({ plans: [shown(made)], active: made.id })
        return made.id
      },
      choose: (id) => store.setState({ active: id }),
      edit,
      undo: () => turn('past', 'future'),
      redo: () => turn('future', 'past'),
      remove: async () => store.setState({ plans: [], active: null }),
      restore: () => undefined,
      takeIn: async () => false,
      saveAgain: async () => undefined,
      noteExport: async () => undefined,
      keepPhoto: async () => false,
      photo: async () => null,
      close: () => undefined,
    },
  }
}

const never = (): never => {
  throw new Error('not part of this test')
}

/** What a screen of the plan is given, over a made-up town. `went` = the screens that it led to. */
export function planTools(
  plan: Plan | null,
  {
    area = anArea(),
    closures = closuresNow({ status: 'waiting', reading: null }, PLAN_MADE_AT),
    ...changes
  }: Partial<PlanTools> = {},
): PlanTools & { readonly went: string[]; readonly current: () => Plan } {
  const plans = plansInMemory(plan)
  const went: string[] = []
  let kept: { readonly of: Plan; readonly facts: ReturnType<typeof planFactsOf> } | null = null
  return {
    plans,
    area,
    locator: { locate: never },
    photos: { shrink: never, placeOf: never },
    sharer: {
      canShare: () => false,
      shareFile: never,
      shareLink: never,
      shareText: never,
      copy: never,
      download: never,
      print: never,
    },
    reader: { readPicture: never, watch: never },
    installer: {
      facts: () => ({ installed: false, system: 'other', canAsk: false }),
      ask: never,
      onChange: () => () => undefined,
    },
    paint: (layer, rank) => lookOf(layer, rank, 'day', 'official'),
    now: () => PLAN_MADE_AT,
    closures,
    factsOf(of) {
      if (kept?.of !== of)
        kept = { of, facts: planFactsOf(area as Area | null, of, { closures: closures.reckoned }) }
      return kept.facts
    },
    go: (screen) => void went.push(screen),
    back: () => void went.push('back'),
    edit: (thing) => void went.push(`edit ${thing.list} ${thing.id}`),
    thing: null,
    showOnMap: null,
    draw: null,
    ask: (at) => void went.push(`ask ${at.join()}`),
    ...changes,
    went,
    current() {
      const now = activePlan(plans.store.getState())
      if (now === null) throw new Error('there is no plan')
      return now
    },
  }
}
