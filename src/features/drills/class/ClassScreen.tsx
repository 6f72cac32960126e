import { Panel } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'

export const ClassScreen = ({
  tools,
  running,
}: {
  readonly tools: DrillTools
  readonly running: Running
}) => <Panel>{running.told === null ? null : tools.emergency}</Panel>
