import { useStore } from 'zustand'
import type { Area } from '#domain/packs/area.ts'
import { sayAnswer } from '#features/risk/index.ts'
import { saySites, type WalksHere } from '#features/shelters/index.ts'
import { inTurn, ReadAloud, speakableOf, type Speech } from '#features/speech/index.ts'
import { sayStay } from '#features/stay/index.ts'
import type { Parts } from './parts.ts'
import { useHome } from './use-home.ts'
import { useOpened } from './use-opened.ts'

/** Reads the answer aloud with what stands under it: stay or leave where the home is known, and the sites nearby. */
export const ReadAnswer = ({
  parts,
  area,
  sites,
  onFoot = null,
  besides = speakableOf([]),
}: {
  readonly parts: Parts
  readonly area: Area
  /** How many sites of each kind are read. */
  readonly sites: number
  /** How far they are on foot, as it stands beside them. */
  readonly onFoot?: WalksHere | null
  /** What else the screen says of the answer. */
  readonly besides?: Speech
}) => {
  const { inspected, answered } = useStore(parts.risk.store)
  const hazard = useStore(parts.shelters, (state) => state.hazard)
  const home = useHome(parts)
  const opened = useOpened(parts)
  if (inspected === null || answered === null) return null
  const decision = home === null ? speakableOf([]) : sayStay(answered.risk, home)
  const answer = sayAnswer(inspected, answered, decision)
  return (
    <ReadAloud
      about={JSON.stringify([inspected, hazard, home, answered.report.headline])}
      says={inTurn(answer, besides, saySites(area, inspected.at, hazard, sites, { opened, onFoot }))}
    />
  )
}
