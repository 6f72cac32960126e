export { KitPanel } from './KitPanel.tsx'
