export { PaperPage } from './PaperPage.tsx'
export type { DrawPaperMap, PaperMapRequest } from './use-map-picture.ts'
