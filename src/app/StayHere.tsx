import { useStore } from 'zustand'
import { StayCard } from '#features/stay/index.ts'
import type { Parts } from './parts.ts'
import { usePlannedHome } from './use-planned-home.ts'

/** Stay or leave, for the answer on the sheet and the home that this device knows. Outside the area there is nothing to decide. */
export const StayHere = ({ parts }: { readonly parts: Parts }) => {
  const risk = useStore(parts.risk.store, ({ answered }) => answered?.risk ?? null)
  const home = useStore(parts.settings.store, ({ chosen }) => chosen.home)
  const kept = useStore(parts.settings.store, (state) => state.kept)
  const planned = usePlannedHome(parts)
  if (risk === null || risk.hazards.every(({ answer }) => answer === 'outsidePack')) return null
  return (
    <StayCard
      risk={risk}
      home={planned?.home ?? home}
      kept={kept}
      onHome={(next) => parts.settings.change({ home: next })}
      {...(planned === null ? {} : { onEdit: planned.edit })}
    />
  )
}
