import type { Plan } from '../plan.ts'
import { LEFT_OUT, type LeftOut } from './layout.ts'
import { renumber, type ReducedPlan } from './normalise.ts'

/**
 * What goes when the essential does not fit into one code, in this order, and only as much as must: the last entries of a
 * list go first. Numbers to call stand in every phone too, so they go before the ways out, and what to do when goes after.
 */
type Stage = {
  readonly drops: LeftOut
  /** How many there are to keep. */
  readonly count: (plan: Plan) => number
  readonly keep: (plan: Plan, most: number) => Plan
}

/** Two ways out are the least that a plan needs; more of them go before the family's own steps. */
const LEAST_DESTINATIONS = 2

const STAGES: readonly Stage[] = [
  { drops: 'notes', count: (plan) => (hasNotes(plan) ? 1 : 0), keep: withoutNotes },
  {
    drops: 'contacts',
    count: ({ contacts }) => contacts.length,
    keep: (plan, most) => ({ ...plan, contacts: plan.contacts.slice(0, most) }),
  },
  {
    drops: 'destinations',
    count: ({ destinations }) => Math.max(0, destinations.length - LEAST_DESTINATIONS),
    keep: (plan, most) => ({ ...plan, destinations: plan.destinations.slice(0, most + LEAST_DESTINATIONS) }),
  },
  { drops: 'steps', count: ownSteps, keep: keepOwnSteps },
  {
    drops: 'names',
    count: (plan) => (plan.household.members.some(({ name }) => name !== '') ? 1 : 0),
    keep: withoutNames,
  },
  {
    drops: 'steps',
    count: ({ timelines }) => timelines.length,
    keep: (plan, most) => ({ ...plan, timelines: plan.timelines.slice(0, most) }),
  },
  {
    drops: 'destinations',
    count: ({ destinations }) => destinations.length,
    keep: (plan, most) => ({ ...plan, destinations: plan.destinations.slice(0, most) }),
  },
  {
    drops: 'names',
    count: ({ places }) => places.length,
    keep: (plan) => ({ ...plan, places: plan.places.map((place) => ({ ...place, name: '' })) }),
  },
]

/**
 * The most of the plan for which `fits` holds; null when not even the least does. What had to go is added to `leftOut`.
 */
export function shrinkToFit(whole: ReducedPlan, fits: (reduced: ReducedPlan) => boolean): ReducedPlan | null {
  let reduced = whole
  if (fits(reduced)) return reduced
  for (const stage of STAGES) {
    const count = stage.count(reduced.plan)
    if (count === 0) continue
    const kept = (most: number) => without(reduced, stage, most)
    const least = kept(0)
    if (fits(least)) return mostThatFits(kept, count, fits) ?? least
    reduced = least
  }
  return null
}

/** By halving: the largest number of entries, below all of them, that fits; null when only none does. */
function mostThatFits(
  kept: (most: number) => ReducedPlan,
  count: number,
  fits: (reduced: ReducedPlan) => boolean,
): ReducedPlan | null {
  let best: ReducedPlan | null = null
  let [low, high] = [1, count - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const tried = kept(middle)
    if (fits(tried)) {
      best = tried
      low = middle + 1
    } else high = middle - 1
  }
  return best
}

const without = ({ plan, leftOut }: ReducedPlan, { drops, keep }: Stage, most: number): ReducedPlan => ({
  plan: renumber(keep(plan, most)),
  leftOut: LEFT_OUT.filter((one) => one === drops || leftOut.includes(one)),
})

const hasNotes = ({ places, destinations, contacts }: Plan): boolean =>
  [...places, ...destinations, ...contacts].some(({ note }) => note !== '')

function withoutNotes(plan: Plan): Plan {
  return {
    ...plan,
    places: plan.places.map((one) => ({ ...one, note: '' })),
    destinations: plan.destinations.map((one) => ({ ...one, note: '' })),
    contacts: plan.contacts.map((one) => ({ ...one, note: '' })),
  }
}

function withoutNames(plan: Plan): Plan {
  return {
    ...plan,
    household: {
      ...plan.household,
      members: plan.household.members.map((member) => ({ ...member, name: '' })),
    },
  }
}

function ownSteps({ timelines }: Plan): number {
  return timelines.flatMap(({ steps }) => steps).filter(({ what }) => what.type === 'own').length
}

/** The first `most` steps in the family's own words, and all drafted ones. */
function keepOwnSteps(plan: Plan, most: number): Plan {
  let kept = 0
  return {
    ...plan,
    timelines: plan.timelines.map((timeline) => ({
      ...timeline,
      steps: timeline.steps.filter(({ what }) => what.type === 'code' || (kept += 1) <= most),
    })),
  }
}
