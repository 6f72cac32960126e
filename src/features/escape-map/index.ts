export { EscapePanel } from './EscapePanel.tsx'
export type { EscapeTools } from './escape-tools.ts'
