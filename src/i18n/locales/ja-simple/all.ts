import type { Bundle } from '../../start.ts'

/** All words of this language in one chunk. Read by the app only; the command line and the tests read the JSON files. */
export const words: Bundle = import.meta.glob('./*.json', { eager: true, import: 'default' })
