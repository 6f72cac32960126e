export { AreaNotices } from './AreaNotices.tsx'
export { createAreasCommands, type AreasCommands } from './commands.ts'
export { areaOf, createAreasStore, type AreasState, type AreasStore } from './store.ts'
