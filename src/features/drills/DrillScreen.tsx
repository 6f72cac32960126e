import { useStore } from 'zustand'
import { Panel } from '#ui/Panel.tsx'
import { TableScreen } from './table/TableScreen.tsx'
import { WalkScreen } from './walk/WalkScreen.tsx'
import { ClassScreen } from './class/ClassScreen.tsx'
import { LivePart } from './live/LivePart.tsx'
import type { Running } from './state.ts'
import type { DrillTools } from './tools.ts'

const ByMode = ({ tools, running }: { readonly tools: DrillTools; readonly running: Running }) => {
  switch (running.drill.run.mode) {
    case 'walk':
      return <WalkScreen tools={tools} running={running} />
    case 'table':
      return <TableScreen tools={tools} running={running} />
    case 'class':
      return <ClassScreen tools={tools} running={running} />
  }
}

/** The drill that is being done, by how it is done. A class sits in one room: nobody has to tell the organiser from afar. */
export const DrillScreen = ({ tools }: { readonly tools: DrillTools }) => {
  const running = useStore(tools.drills.store, (state) => state.running)
  if (running === null) return <Panel>{tools.emergency}</Panel>
  return (
    <>
      <ByMode tools={tools} running={running} />
      {running.drill.run.mode === 'class' ? null : <LivePart tools={tools} code={null} />}
    </>
  )
}
