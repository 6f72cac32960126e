import { useEffect } from 'react'
import { useStore } from 'zustand'
import { DrillPart, type DrillScreen } from '#features/drills/index.ts'
import { AreaNotices } from '#features/offline-areas/index.ts'
import { CodeFailed } from './CodeFailed.tsx'
import type { DrillHouse } from './drill-house.ts'
import { WithLaterWords } from './LaterWords.tsx'
import type { Parts } from './parts.ts'
import { useDrillTools } from './use-drill-tools.ts'

type Props = { readonly screen: DrillScreen; readonly parts: Parts }

const InHouse = ({ screen, parts, house }: Props & { readonly house: DrillHouse }) => {
  const tools = useDrillTools(parts, house)
  return (
    <>
      {screen === 'drillPaper' ? null : (
        <AreaNotices store={parts.areas.store} commands={parts.areas.commands} />
      )}
      <DrillPart screen={screen} tools={tools} />
    </>
  )
}

/** The screens of drills: a chunk of its own, with the words that come later. */
export const DrillScreens = ({ screen, parts }: Props) => {
  const { house, status } = useStore(parts.drill.store)
  useEffect(() => {
    void parts.drill.open()
  }, [parts])
  if (status === 'failed') return <CodeFailed says="app:crash.drills" again={() => void parts.drill.open()} />
  if (house === null) return null
  return (
    <WithLaterWords>
      <InHouse screen={screen} parts={parts} house={house} />
    </WithLaterWords>
  )
}
