import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Interview, TimelinePanel, WhatNowPanel } from '#features/my-timeline/index.ts'
import { MyMapPanel, ThingPanel } from '#features/my-map/index.ts'
import { KitPanel } from '#features/kit/index.ts'
import { PlanNotices, PlanPanel } from '#features/plan/index.ts'
import { ExportReminder } from '#features/share/index.ts'
import { Panel } from '#ui/Panel.tsx'
import { CodeFailed } from './CodeFailed.tsx'
import { DrawSheet } from './DrawSheet.tsx'
import { PaperScreen } from './PaperScreen.tsx'
import type { PlanHouse } from './plan-house.ts'
import type { Parts } from './parts.ts'
import type { Screen } from './routes.ts'
import { ReceivedScreen, ShareScreen } from './ShareScreens.tsx'
import { usePlanTools } from './use-plan-tools.ts'

export type PlanScreenName = Extract<
  Screen,
  'plan' | 'myMap' | 'myThing' | 'interview' | 'timeline' | 'whatNow' | 'kit' | 'share' | 'received' | 'paper'
>
type Props = { readonly screen: PlanScreenName; readonly parts: Parts }

const InHouse = ({ screen, parts, house }: Props & { readonly house: PlanHouse }) => {
  const tools = usePlanTools(parts, house)
  const status = useStore(house.plans.store, (state) => state.status)
  if (status !== 'open') return null
  switch (screen) {
    case 'plan':
      return (
        <Panel>
          <PlanNotices tools={tools} />
          <ExportReminder tools={tools} />
          <PlanPanel tools={tools} />
        </Panel>
      )
    case 'myMap':
      return <MyMapPanel tools={tools} />
    case 'myThing':
      return <ThingPanel tools={tools} />
    case 'interview':
      return <Interview tools={tools} />
    case 'timeline':
      return <TimelinePanel tools={tools} />
    case 'whatNow':
      return <WhatNowPanel tools={tools} />
    case 'kit':
      return <KitPanel tools={tools} />
    case 'share':
      return (
        <Panel>
          <PlanNotices tools={tools} />
          <ShareScreen tools={tools} house={house} parts={parts} />
        </Panel>
      )
    case 'received':
      return (
        <Panel>
          <PlanNotices tools={tools} />
          <ReceivedScreen tools={tools} house={house} parts={parts} />
        </Panel>
      )
    case 'paper':
      return <PaperScreen tools={tools} parts={parts} />
  }
}

/** The screens of the plan. While something is drawn on the map they wait behind it, as they were. */
export const PlanScreens = ({ screen, parts }: Props) => {
  const { house, status } = useStore(parts.plan.store)
  const isDrawing = useStore(parts.routes.store, ({ dialog }) => dialog === 'draw')
  useEffect(() => {
    void parts.plan.open()
  }, [parts])
  if (status === 'failed') return <CodeFailed says="app:plan.failed" again={() => void parts.plan.open()} />
  if (house === null) return null
  return (
    <>
      {isDrawing ? <DrawSheet parts={parts} /> : null}
      <div hidden={isDrawing}>
        <InHouse screen={screen} parts={parts} house={house} />
      </div>
    </>
  )
}
