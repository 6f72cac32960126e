import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { emptyBoard } from '#domain/drills/board.ts'
import type { Board } from '#domain/drills/drill-report.ts'
import { scenarioOf } from '#domain/drills/invitation.ts'
import {
  boardKey,
  keepBoard,
  keepDesk,
  keepRoll,
  mergeBoards,
  mergeRolls,
  NO_DESK,
  parseBoard,
  parseDesk,
  parseRoll,
  rollKey,
  type Desk,
  type DrillKey,
} from '#domain/drills/kept-board.ts'
import { emptyRollCall, type RollCall } from '#domain/drills/roll-call.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { useHosted, useHostedStatus } from '../host/hosted.ts'
import type { DrillTools } from '../tools.ts'
import { keptIn, type Kept, type KeptKind, type KeptState } from './kept.ts'

/** Key of the shelf. */
const DESK = 'desk'

const DESK_KIND: KeptKind<Desk> = {
  key: DESK,
  empty: NO_DESK,
  keep: keepDesk,
  parse: parseDesk,
  merge: (here) => here,
}

/** The drill whose board and reception are on this device. */
export type Organised = DrillKey & {
  /** null = only its reports were seen: then its name is not known. */
  readonly invitation: DrillInvitation | null
  readonly scenario: Scenario | null
}

const deskOf = ({ shelf }: Pick<DrillTools, 'shelf'>): Kept<Desk> => keptIn(shelf, DESK_KIND)

/** Reads a kept thing when a screen is opened, and whenever the page is looked at again: another page may have changed it. */
function useLooked<T>(kept: Kept<T>): KeptState<T> {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void kept.look()
    }
    void kept.look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [kept])
  return useStore(kept.store)
}

/** The drill that is held here, or else the one whose results were taken last; `opening` until the device was asked. */
export function useOrganised(tools: DrillTools): {
  readonly status: 'opening' | 'open'
  readonly organised: Organised | null
} {
  const hosted = useHosted(tools)
  const { status } = useHostedStatus(tools)
  const desk = useLooked(deskOf(tools))
  const { drill } = desk.value
  const organised = useMemo((): Organised | null => {
    if (hosted === null) return drill === null ? null : { ...drill, invitation: null, scenario: null }
    const { invitation, token } = hosted
    return { drill: token, area: invitation.area, invitation, scenario: scenarioOf(invitation) }
  }, [hosted, drill])
  return { status: status === 'opening' ? status : desk.status, organised }
}

/** From now on the organiser's screens are of this drill, as long as none is held here. */
export const organise = (tools: DrillTools, { drill, area }: DrillKey): Promise<unknown> =>
  deskOf(tools).change((desk) => ({ ...desk, drill: { drill, area } }))

/** The site of the reception of a drill, as it was chosen last; null = none was. */
export function useReceptionSite(tools: DrillTools, drill: string): string | null {
  const { site } = useLooked(deskOf(tools)).value
  return site?.drill === drill ? site.id : null
}

export const chooseReception = (tools: DrillTools, drill: string, id: string): Promise<unknown> =>
  deskOf(tools).change((desk) => ({ ...desk, site: { drill, id } }))

/** The board of a drill, as it lies on this device. */
export const boardIn = ({ shelf }: Pick<DrillTools, 'shelf'>, { drill, area }: DrillKey): Kept<Board> =>
  keptIn<Board>(shelf, {
    key: boardKey({ drill, area }),
    empty: emptyBoard(drill, area),
    keep: keepBoard,
    parse: (value) => parseBoard(value, { drill, area }),
    merge: mergeBoards,
  })

/** The board of a drill. */
export function useBoard(
  { shelf }: Pick<DrillTools, 'shelf'>,
  { drill, area }: DrillKey,
): KeptState<Board> & { readonly kept: Kept<Board> } {
  const kept = useMemo(() => boardIn({ shelf }, { drill, area }), [shelf, drill, area])
  return { ...useLooked(kept), kept }
}

/** The reception of a site in a drill. */
export function useRoll(
  { shelf }: Pick<DrillTools, 'shelf'>,
  { drill, area }: DrillKey,
  site: string,
): KeptState<RollCall> & { readonly kept: Kept<RollCall> } {
  const kept = useMemo(() => {
    const about = { drill, area }
    return keptIn<RollCall>(shelf, {
      key: rollKey(about, site),
      empty: emptyRollCall(drill, area, site),
      keep: keepRoll,
      parse: (value) => parseRoll(value, about, site),
      merge: mergeRolls,
    })
  }, [shelf, drill, area, site])
  return { ...useLooked(kept), kept }
}
