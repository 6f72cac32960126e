import { Panel } from '#ui/Panel.tsx'
import type { DrillTools } from './tools.ts'

export const RollScreen = ({ tools }: { readonly tools: DrillTools }) => <Panel>{tools.emergency}</Panel>
