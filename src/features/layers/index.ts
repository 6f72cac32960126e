export { LayersPanel, Legend } from './LayersPanel.tsx'
export { createLayersStore, type LayersStore } from './store.ts'
