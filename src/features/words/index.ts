export { WordsPanel } from './WordsPanel.tsx'
