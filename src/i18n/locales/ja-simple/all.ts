/** All words of this language in one chunk, by path. Only the app reads this; other programs read the JSON files. */
export const words = import.meta.glob('./*.json', { eager: true, import: 'default' })
