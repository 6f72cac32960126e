export { createWaysStore, type WaysState, type WaysStore } from './store.ts'
export { WalkerChoice, walksByNight } from './WalkerChoice.tsx'
export { WaysPanel } from './WaysPanel.tsx'
export type { WaysTools } from './ways-tools.ts'
