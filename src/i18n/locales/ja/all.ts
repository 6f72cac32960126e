/**
 * All words of this language but those of `plan.ts` in one chunk, by path. Only the app reads this; other programs read the JSON
 * files.
 */
export const words = import.meta.glob(
  [
    './*.json',
    '!./{alerts,closures,drills,escape,interview,kit,mymap,paper,plan,roads,share,staff,terms,timeline,way}.json',
  ],
  { eager: true, import: 'default' },
)
