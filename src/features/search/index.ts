export { SearchPanel } from './SearchPanel.tsx'
export { createSearchStore, type SearchStore } from './store.ts'
