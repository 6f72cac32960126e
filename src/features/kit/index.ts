export { KitPanel } from './KitPanel.tsx'
export { kitPhrase } from './kit-words.ts'
