import { PLAN_VERSION, type Plan } from './plan.ts'

/**
 * An empty plan.
 * @param id 16 characters of [a-z0-9], unlike any other in the world: from the device (`platform/device/random-id.ts`)
 * @param now milliseconds since 1970
 */
export const newPlan = (id: string, name: string, area: string | null, now: number): Plan => ({
  format: 'minna-plan',
  version: PLAN_VERSION,
  id,
  name,
  area,
  createdAt: now,
  changedAt: now,
  household: { members: [], car: null, readyMinutes: null },
  places: [],
  destinations: [],
  marks: [],
  routes: [],
  contacts: [],
  hazards: null,
  timelines: [],
  kit: [],
  interview: { answered: [], skipped: [] },
})
