/**
 * All words of this language but those of the plan in one chunk, by path. Only the app reads this; other programs read the JSON
 * files.
 */
export const words = import.meta.glob(
  ['./*.json', '!./{interview,kit,mymap,paper,plan,share,terms,timeline,way}.json'],
  { eager: true, import: 'default' },
)
