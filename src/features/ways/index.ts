export { createWaysStore, type WaysState, type WaysStore } from './store.ts'
export { WalkerChoice, walksByNight } from './WalkerChoice.tsx'
