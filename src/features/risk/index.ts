export { AnswerPanel, isOutside } from './AnswerPanel.tsx'
export { LocateNotice } from './LocateNotice.tsx'
export { createRiskCommands, type RiskCommands } from './commands.ts'
export { createRiskStore, type Inspected, type RiskStore } from './store.ts'
