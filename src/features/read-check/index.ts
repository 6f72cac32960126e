export { ReadCheck } from './ReadCheck.tsx'
