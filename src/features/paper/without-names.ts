import type { Plan } from '#domain/plan/plan.ts'

/** Houses of the city or of a company: their names are on signs. Every other destination is somebody's home. */
const PUBLIC_DESTINATIONS: readonly string[] = ['site', 'hotel']

/**
 * The plan for a paper that strangers may read: nobody's name, no phone number, no note, and places by their kind. Sites and
 * hotels keep their names. Steps in the family's own words stay as they are: what is in them nobody can know but them.
 */
export const withoutNames = (plan: Plan): Plan => ({
  ...plan,
  household: {
    ...plan.household,
    members: plan.household.members.map((member) => ({ ...member, name: '' })),
  },
  places: plan.places.map((place) => ({ ...place, name: '', note: '' })),
  destinations: plan.destinations.map((one) => ({
    ...one,
    name: PUBLIC_DESTINATIONS.includes(one.kind) ? one.name : '',
    phone: '',
    note: '',
  })),
  marks: plan.marks.map((mark) => ({ ...mark, name: '', note: '', by: '' })),
  routes: plan.routes.map((route) => ({ ...route, name: '', note: '', by: '' })),
  contacts: [],
})
