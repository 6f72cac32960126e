import type { MyMap } from '#map/map-view.ts'
import type { Plan } from '#domain/plan/plan.ts'

/**
 * What the map draws of a plan: places, destinations that lie somewhere of their own, marks and routes. What has no name is
 * drawn by its symbol alone.
 * @param selected the id of what is being looked at
 */
export const myMapOf = (plan: Plan, selected: string | null): MyMap => ({
  points: [
    ...plan.places.map(({ id, at, name, kind }) => ({
      id,
      at,
      name,
      icon: kind === 'home' ? ('home' as const) : ('place' as const),
    })),
    ...plan.destinations.flatMap(({ id, at, name, kind }) =>
      at === null || kind === 'upstairs' ? [] : [{ id, at, name, icon: 'destination' as const }],
    ),
    ...plan.marks.flatMap(({ id, shape, name, kind }) =>
      shape.type === 'point' ? [{ id, at: shape.at, name, icon: kind }] : [],
    ),
  ],
  areas: plan.marks.flatMap(({ id, shape, name, kind }) =>
    shape.type === 'area' ? [{ id, ring: shape.ring, name, icon: kind }] : [],
  ),
  lines: plan.routes.map(({ id, line, name }) => ({ id, line, name })),
  selected,
})
