export { TideLine } from './TideLine.tsx'
