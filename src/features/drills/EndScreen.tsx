import { Panel } from '#ui/Panel.tsx'
import type { DrillTools } from './tools.ts'

export const EndScreen = ({ tools }: { readonly tools: DrillTools }) => <Panel>{tools.emergency}</Panel>
