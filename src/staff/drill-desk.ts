import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ScenarioDraft } from '#domain/publish/draft-scenario.ts'

/** The drill that is being made. It stays while other screens are looked at, and is gone with the page. */
export type DrillDesk = {
  /** null = nothing was begun. */
  readonly draft: ScenarioDraft | null
  /** The municipality for which it is made: its places, sites and series are of no other. */
  readonly area: string
  /** Raised with every beginning, so that the fields begin anew. */
  readonly round: number
  /** The draft as it was begun or saved last. */
  readonly kept: string
  /** Milliseconds since 1970; null = at any time. */
  readonly begins: number | null
  /** What the organiser calls the group; '' = nothing. */
  readonly group: string
}

export const createDrillDesk = (): StoreApi<DrillDesk> =>
  createStore<DrillDesk>(() => ({ draft: null, area: '', round: 0, kept: '', begins: null, group: '' }))

/** Puts another draft on the desk. */
export const beginDrill = (desk: StoreApi<DrillDesk>, draft: ScenarioDraft, area: string): void =>
  desk.setState(({ round }) => ({
    draft,
    area,
    round: round + 1,
    kept: textOf(draft),
    begins: null,
    group: '',
  }))

export const changeDrill = (desk: StoreApi<DrillDesk>, draft: ScenarioDraft): void => desk.setState({ draft })

/** The draft was given out as a file. */
export const keepDrill = (desk: StoreApi<DrillDesk>): void =>
  desk.setState(({ draft }) => ({ kept: draft === null ? '' : textOf(draft) }))

/** True while something on the desk would be lost with the page. */
export const isUnsaved = ({ draft, kept }: DrillDesk): boolean => draft !== null && textOf(draft) !== kept

const textOf = (draft: ScenarioDraft): string => JSON.stringify(draft)
