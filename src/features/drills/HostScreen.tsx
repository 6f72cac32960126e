import { Panel } from '#ui/Panel.tsx'
import type { DrillTools } from './tools.ts'

export const HostScreen = ({ tools }: { readonly tools: DrillTools }) => <Panel>{tools.emergency}</Panel>
