import type { PlansFailure, PlanStore } from '#platform/ports.ts'
import type { StoreApi } from 'zustand/vanilla'
import { hasUnkept, type Desk } from './desk.ts'
import type { OpenPlan, PlansState } from './state.ts'

/** Which plan is looked at, kept with the settings of this device. */
export type ActivePlan = { read(): string | null; write(id: string | null): void }

/** What one run of the app works with. */
export type Work = {
  readonly store: StoreApi<PlansState>
  readonly disk: PlanStore
  readonly settings: ActivePlan
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly desks: Map<string, Desk>
  /** Photos that could not be written: they live as long as the page. */
  readonly held: Map<string, Blob>
  /** Why the device keeps nothing, as it was found last; null = it keeps, or it was not asked. */
  trouble: PlansFailure | null
}

export const activeDesk = ({ store, desks }: Work): Desk | null =>
  desks.get(store.getState().active ?? '') ?? null

/** Shows what the desks hold. */
export function publish(work: Work): void {
  const { store, desks } = work
  const failed = [...desks.values()].find(({ failure }) => failure !== null)
  const active = activeDesk(work)
  store.setState({
    plans: [...desks.values()].map(shownOf).sort((a, b) => a.plan.createdAt - b.plan.createdAt),
    trouble: failed?.failure ?? work.trouble,
    past: active?.past.map(({ plan }) => plan) ?? [],
    future: active?.future.map(({ plan }) => plan) ?? [],
  })
}

const shownOf = (desk: Desk): OpenPlan => ({
  plan: desk.shown,
  exported: desk.exported,
  revision: desk.kept?.revision ?? null,
  saved: !hasUnkept(desk) ? 'saved' : desk.failure === null ? 'saving' : 'unsaved',
})

/** Looks at another plan, or at none. */
export function look(work: Work, id: string | null): void {
  work.settings.write(id)
  work.store.setState({ active: id, refused: null, changedElsewhere: false })
  publish(work)
}

/** Takes a plan off the screen; the next one is looked at. */
export function dropDesk(work: Work, id: string): void {
  const desk = work.desks.get(id)
  if (desk === undefined) return
  desk.isRemoved = true
  work.desks.delete(id)
  if (work.store.getState().active === id) look(work, newestOf(work))
}

/** The plan that was changed last. */
export const newestOf = ({ desks }: Work): string | null =>
  [...desks.values()].reduce<Desk | null>(
    (newest, desk) => (newest === null || desk.shown.changedAt > newest.shown.changedAt ? desk : newest),
    null,
  )?.shown.id ?? null
