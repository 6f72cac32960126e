export { createLayersStore, type LayersStore } from './store.ts'
