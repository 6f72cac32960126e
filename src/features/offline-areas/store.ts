import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Area } from '#domain/packs/area.ts'
import type { PackIndex } from '#domain/packs/area-pack.ts'
import type { OfflineFacts, PackFailure, PackProgress, PackState, SelfTest } from '#platform/ports.ts'

export type OpenArea =
  | { readonly status: 'opening'; readonly code: string | null }
  | { readonly status: 'open'; readonly code: string; readonly area: Area; readonly pack: PackState }
  | { readonly status: 'failed'; readonly code: string | null; readonly why: PackFailure }

/** The fetching of what is missing: the map's files, or a newer pack. */
export type Fetching =
  | { readonly status: 'resting' }
  | { readonly status: 'running'; readonly progress: PackProgress | null }
  | { readonly status: 'failed'; readonly why: PackFailure }
  | { readonly status: 'done' }

export type Testing = 'untested' | 'running' | SelfTest

export type AreasState = {
  readonly open: OpenArea
  /** The areas of this host; null until it is known. */
  readonly index: PackIndex | null
  readonly fetching: Fetching
  /** A newer pack took over while the app was open. */
  readonly updated: boolean
  readonly testing: Testing
  readonly facts: OfflineFacts | null
  /** What the browser said when it was asked to keep our storage; `undefined` = not asked yet, null = it does not tell. */
  readonly persistAnswer: boolean | null | undefined
}

const AT_THE_START: AreasState = {
  open: { status: 'opening', code: null },
  index: null,
  fetching: { status: 'resting' },
  updated: false,
  testing: 'untested',
  facts: null,
  persistAnswer: undefined,
}

export type AreasStore = StoreApi<AreasState>

export const createAreasStore = (): AreasStore => createStore<AreasState>(() => AT_THE_START)

/** The area that can answer now, or null. */
export const areaOf = (state: AreasState): Area | null =>
  state.open.status === 'open' ? state.open.area : null
