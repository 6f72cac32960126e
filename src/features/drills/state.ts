import type { StoreApi } from 'zustand/vanilla'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Counterfactual, DrillNow, DrillResult } from '#domain/drills/drill-run.ts'
import type { Drill, Joining } from '#domain/drills/drill.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import type { DrillHistory, DrillRecord } from '#domain/drills/history.ts'
import type { InvitationRefusal } from '#domain/drills/invitation.ts'
import type { JoinCodeRefusal } from '#domain/drills/join-code.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import type { Rating } from '#domain/drills/self-rating.ts'
import type { Result } from '#domain/result.ts'

/** A drill that is being done, with what follows from it at this moment. */
export type Running = {
  readonly drill: Drill
  /** null until what the area knows is put together; `failed` = it could not be. */
  readonly world: DrillWorld | null
  readonly minute: number
  /** What the participant is told; null as long as the world is. */
  readonly told: DrillNow | null
  /** It was found again after the page was gone, and waits until the person goes on or leaves. */
  readonly isInterrupted: boolean
  /** Another page of this device does it. */
  readonly isElsewhere: boolean
}

/** A drill that is over and is being looked back at. */
export type Finished = {
  readonly drill: Drill
  readonly world: DrillWorld
  readonly told: DrillNow['injects']
  /** null in a class: nobody walked. */
  readonly result: DrillResult | null
  readonly others: readonly Counterfactual[]
  readonly wentWrong: LngLat | null
  readonly after: Rating | null
}

export type InvitedRefusal = InvitationRefusal | JoinCodeRefusal | 'otherArea' | 'notInArea'

export type DrillsState = {
  readonly status: 'closed' | 'opening' | 'open'
  readonly running: Running | null
  readonly finished: Finished | null
  /** What a link, a picture or a typed code asks to join; null = nothing was asked. */
  readonly invited: Result<DrillInvitation, InvitedRefusal> | null
  /** The text of a report or an arrival that was opened as a link, for the organiser's screens. */
  readonly handedIn: string | null
  readonly history: DrillHistory
  /** False = what is done now will be gone with the page. */
  readonly isKept: boolean
  /** What was kept of a drill could not be read; it was left aside. */
  readonly lostDrill: boolean
}

export type DrillsCommands = {
  /** Reads history and a drill that was being done. Does nothing when they are open. */
  open(): Promise<void>
  /** Reads what was typed, scanned or opened as a link: an invitation, or a report for the organiser's screens. */
  receive(text: string): 'invitation' | 'report' | 'refused'
  /** An invitation that was made here: a scenario chosen from the list. */
  invite(invitation: DrillInvitation): void
  /** Begins a drill. What was being done or looked at before ends. */
  join(joining: Omit<Joining, 'nonce' | 'token' | 'number'>): void
  /**
   * Changes the drill by what the participant did; it is kept at once. Nothing happens when none runs. `change` is told the
   * minute and what was told until now; null = it was refused.
   */
  act(change: (drill: Drill, now: Running) => Drill | null): boolean
  /** Takes up a drill that was interrupted. */
  takeUp(): void
  /** Ends the drill and judges it: what was done stands in `finished`. */
  finish(): void
  /** Gives up a drill without a trace: nothing is judged and nothing stands in the history. */
  leave(): void
  /** How sure they are after the replay; kept with the history. */
  rateAfter(rating: Rating | null): void
  /** Notes how many changes of the plan were offered and taken. */
  noteChanges(proposed: number, accepted: number): void
  forget(nonce: DrillRecord['nonce']): void
  /** Puts a record that was forgotten back into its place. */
  bringBack(record: DrillRecord): void
  /** Puts away what is looked back at. */
  close(): void
}

export type Drills = { readonly store: StoreApi<DrillsState>; readonly commands: DrillsCommands }
