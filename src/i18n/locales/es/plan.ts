/** The words of the plan, which no first answer needs: a chunk of its own. */
export const words = import.meta.glob('./{interview,kit,mymap,paper,plan,share,timeline,way}.json', {
  eager: true,
  import: 'default',
})
