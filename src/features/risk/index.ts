export { AnswerPanel } from './AnswerPanel.tsx'
export { LocateNotice } from './LocateNotice.tsx'
export { createRiskCommands, type RiskCommands } from './commands.ts'
export { createRiskStore, type Inspected, type RiskStore } from './store.ts'
