/** The words of the plan, of ways and closures, which no first answer needs: a chunk of its own. */
export const words = import.meta.glob(
  './{alerts,closures,drills,escape,interview,kit,mymap,paper,plan,roads,share,timeline,way}.json',
  {
    eager: true,
    import: 'default',
  },
)
