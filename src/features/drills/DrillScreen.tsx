import { useStore } from 'zustand'
import { Panel } from '#ui/Panel.tsx'
import { TableScreen } from './table/TableScreen.tsx'
import { WalkScreen } from './walk/WalkScreen.tsx'
import { ClassScreen } from './class/ClassScreen.tsx'
import type { DrillTools } from './tools.ts'

/** The drill that is being done, by how it is done. */
export const DrillScreen = ({ tools }: { readonly tools: DrillTools }) => {
  const running = useStore(tools.drills.store, (state) => state.running)
  if (running === null) return <Panel>{tools.emergency}</Panel>
  switch (running.drill.run.mode) {
    case 'walk':
      return <WalkScreen tools={tools} running={running} />
    case 'table':
      return <TableScreen tools={tools} running={running} />
    case 'class':
      return <ClassScreen tools={tools} running={running} />
  }
}
