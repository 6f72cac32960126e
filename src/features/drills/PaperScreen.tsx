import { Panel } from '#ui/Panel.tsx'
import type { DrillTools } from './tools.ts'

export const PaperScreen = ({ tools }: { readonly tools: DrillTools }) => <Panel>{tools.emergency}</Panel>
