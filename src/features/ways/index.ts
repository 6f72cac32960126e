export { createWaysStore, type WaysState, type WaysStore } from './store.ts'
