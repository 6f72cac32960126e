export { createLayersStore, shownLayers, type LayersState, type LayersStore } from './store.ts'
export { hasLayer, layerData } from './layer-data.ts'
export { zoneLabels } from './zone-labels.ts'
