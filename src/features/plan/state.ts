import type { StoreApi } from 'zustand/vanilla'
import type { Edit, EditRefusal } from '#domain/plan/edits/change-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlansFailure, QuarantinedPlan, SmallPhoto, StoredPlan } from '#platform/ports.ts'

/** A plan on the screen. `unsaved` = it is newer than what lies on the device: it must be exported or saved again. */
export type OpenPlan = Omit<StoredPlan, 'revision'> & {
  /** null = never written to the device. */
  readonly revision: number | null
  readonly saved: 'saved' | 'saving' | 'unsaved'
}

export type PlansState = {
  readonly status: 'closed' | 'opening' | 'open'
  /** Why what is changed now is not kept; null = it is kept. A lasting notice with "Export" stands as long as it is not null. */
  readonly trouble: PlansFailure | null
  readonly removedBySystem: boolean
  readonly quarantined: readonly QuarantinedPlan[]
  readonly plans: readonly OpenPlan[]
  /** The id of the plan that is being looked at. */
  readonly active: string | null
  /** States of the active plan before and after, newest last; emptied when another tab changes it, so that nothing of that is undone. */
  readonly past: readonly Plan[]
  readonly future: readonly Plan[]
  /** Why the last edit was refused, until the next one. */
  readonly refused: EditRefusal | null
  /** Another tab changed the active plan a moment ago. */
  readonly changedElsewhere: boolean
  /** The plan that was removed last and can be brought back. */
  readonly removed?: Plan | null
}

export type PlansCommands = {
  /** Reads the plans of this device. Does nothing when they are open. Resolves when they are shown. */
  open(): Promise<void>
  /** Makes a plan and looks at it. @returns its id */
  create(name: string, area: string | null): string
  choose(id: string): void
  /** Changes the active plan at once and saves it behind the scenes. @returns false when it was refused */
  edit(edit: Edit): boolean
  undo(): void
  redo(): void
  /** Removes a plan. It can be brought back with `restore` until the page is closed. */
  remove(id: string): Promise<void>
  /** The plan that was removed last; brings it back. */
  restore(): void
  /** Takes in a plan from a file or a code that the person agreed to. `replace` needs a plan of the same id. */
  takeIn(plan: Plan, how: 'new' | 'replace' | 'merge', photos: ReadonlyMap<string, Blob>): Promise<boolean>
  /** Saves what is unsaved, opening the database anew. */
  saveAgain(): Promise<void>
  noteExport(id: string): Promise<void>
  /** Keeps a photo for the active plan; it still has to be put into a mark. */
  keepPhoto(photo: SmallPhoto): Promise<boolean>
  photo(id: string): Promise<Blob | null>
  /** Ends listening to other tabs. */
  close(): void
}

/** The plans of this device: what is shown, and what can be done. */
export type PlansFeature = { readonly store: StoreApi<PlansState>; readonly commands: PlansCommands }

/** The plan that is being looked at, or null. */
export const activePlan = ({ plans, active }: PlansState): Plan | null =>
  plans.find(({ plan }) => plan.id === active)?.plan ?? null
