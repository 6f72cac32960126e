import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { drillTokenOf } from '#domain/drills/drill-token.ts'
import { keepHosted, parseHosted, type HostedDrill } from '#domain/drills/hosted-drill.ts'
import { linkOfInvitation, roomForInvitation, writeInvitation } from '#domain/drills/invitation.ts'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import type { DrillShelf } from '#platform/ports.ts'
import type { DrillTools } from '../tools.ts'

/** Key of the shelf. */
const HOSTED = 'hosted'

/** The drill that is held on this device. */
export type Hosted = HostedDrill & {
  /** That of its reports. */
  readonly token: string
  /** null = its scenario is too long for a link: then only its file carries it. */
  readonly link: string | null
}

type HostedState = {
  readonly status: 'opening' | 'open'
  readonly hosted: HostedDrill | null
  /** False = it will be gone with the page. */
  readonly isKept: boolean
}

const stores = new WeakMap<DrillShelf, StoreApi<HostedState>>()

/** One store for each shelf, read when it is first asked for. */
function storeOf(shelf: DrillShelf): StoreApi<HostedState> {
  const known = stores.get(shelf)
  if (known !== undefined) return known
  const store = createStore<HostedState>(() => ({ status: 'opening', hosted: null, isKept: true }))
  stores.set(shelf, store)
  void read(shelf, store)
  return store
}

/** What was chosen while it was read counts more than what lay there. What cannot be read stays until another drill is held. */
async function read(shelf: DrillShelf, store: StoreApi<HostedState>): Promise<void> {
  const kept = await shelf.read(HOSTED)
  if (store.getState().status === 'open') return
  const parsed = kept.ok && kept.value !== null ? parseHosted(kept.value) : null
  store.setState({ status: 'open', hosted: parsed?.ok === true ? parsed.value : null, isKept: kept.ok })
}

/** Holds a drill: board, reception and poster are of it from now on. */
export async function holdDrill({ shelf }: Pick<DrillTools, 'shelf'>, hosted: HostedDrill): Promise<void> {
  const store = storeOf(shelf)
  store.setState({ status: 'open', hosted })
  const isKept = await shelf.write(HOSTED, keepHosted(hosted))
  if (store.getState().hosted === hosted) store.setState({ isKept })
}

/** The link to a drill; null = its scenario is too long for one. */
function linkOfDrill(address: string, invitation: DrillInvitation): string | null {
  const written = writeInvitation(invitation, roomForInvitation(address))
  return written.ok ? linkOfInvitation(address, written.value) : null
}

/** The drill that is held on this device; null = none, or it is still being read (`useHostedStatus`). */
export function useHosted({ shelf, address }: Pick<DrillTools, 'shelf' | 'address'>): Hosted | null {
  const hosted = useStore(storeOf(shelf), (state) => state.hosted)
  return useMemo(
    () =>
      hosted === null
        ? null
        : {
            ...hosted,
            token: drillTokenOf(hosted.invitation),
            link: linkOfDrill(address, hosted.invitation),
          },
    [hosted, address],
  )
}

/** `opening` until the device was asked; `isKept` false = what is held will be gone with the page. */
export function useHostedStatus({
  shelf,
}: Pick<DrillTools, 'shelf'>): Pick<HostedState, 'status' | 'isKept'> {
  const status = useStore(storeOf(shelf), (state) => state.status)
  const isKept = useStore(storeOf(shelf), (state) => state.isKept)
  return useMemo(() => ({ status, isKept }), [status, isKept])
}
