import { useEffect } from 'react'
import { useStore } from 'zustand'
import { DrillPart, type DrillScreen } from '#features/drills/index.ts'
import { AreaNotices } from '#features/offline-areas/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import type { DrillHouse } from './drill-house.ts'
import { Emergency } from './Emergency.tsx'
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
  if (status === 'failed')
    return (
      <Panel>
        <Notice
          tone="unknown"
          announce
          actions={
            <Button onClick={() => void parts.drill.open()}>
              <Said k="app:plan.again" />
            </Button>
          }
        >
          <p>
            <Said k="app:crash.drills" />
          </p>
        </Notice>
        <Emergency />
      </Panel>
    )
  if (house === null) return null
  return (
    <WithLaterWords>
      <InHouse screen={screen} parts={parts} house={house} />
    </WithLaterWords>
  )
}
