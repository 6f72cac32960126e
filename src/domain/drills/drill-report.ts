import type { Outcome } from './drill-run.ts'
import type { DrillMode } from './scenario.ts'

/** What a phone hands to the organiser's board: coarse on purpose, signed by nobody, without a person in it. */
export type DrillReport = {
  readonly v: 1
  readonly area: string
  /** Short hash of invitation and scenario: reports of another drill are refused. */
  readonly drill: string
  /** Drawn anew for each run: the same report counts once. */
  readonly nonce: string
  readonly language: string
  readonly mode: DrillMode
  readonly outcome: Outcome
  /** Whole minutes, −60…60; null = not known. */
  readonly margin: number | null
  /** Where it went wrong: a cell of 250 m of the area's grid; null = nowhere, or not told. */
  readonly cell: { readonly x: number; readonly y: number } | null
  readonly needsHelp: boolean
  readonly group: string | null
}

/** Fewer than so many reports of a cell are never shown apart. */
export const LEAST_IN_CELL = 5

export type Board = {
  readonly drill: string
  /** Code of the area: cells of another one are other cells. */
  readonly area: string
  readonly reports: readonly DrillReport[]
  readonly byOutcome: Readonly<Record<Outcome, number>>
  readonly byLanguage: readonly { readonly language: string; readonly count: number }[]
  /** By five minutes; null = not known. */
  readonly margins: readonly { readonly from: number | null; readonly count: number }[]
  readonly cells: readonly { readonly x: number; readonly y: number; readonly count: number }[]
  /** Reports of cells with fewer than `LEAST_IN_CELL`: told as one number. */
  readonly elsewhere: number
  readonly needHelp: number
}
