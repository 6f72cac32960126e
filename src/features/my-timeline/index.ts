export { Interview } from './Interview.tsx'
export { personPhrase } from './person.ts'
