import { Panel } from '#ui/Panel.tsx'
import type { DrillTools } from './tools.ts'

export const BoardScreen = ({ tools }: { readonly tools: DrillTools }) => <Panel>{tools.emergency}</Panel>
