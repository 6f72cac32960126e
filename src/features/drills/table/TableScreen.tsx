import { Panel } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'

export const TableScreen = ({
  tools,
  running,
}: {
  readonly tools: DrillTools
  readonly running: Running
}) => <Panel>{running.told === null ? null : tools.emergency}</Panel>
