import * as v from 'valibot'
import { TIMELINE_HAZARDS } from '../timeline/trigger.ts'
import { MEMBER_NEEDS, Plan, QUESTIONS } from './plan.ts'
import { inReadingOrder } from './reading-order.ts'

/**
 * The plan in the one form in which two plans that mean the same are the same: fields in the order of the schema, positions
 * rounded, steps in the order of reading, and what is a set (needs, dangers, who) once each in a fixed order. The order of
 * lists that people order themselves stays.
 */
export function normalisePlan(plan: Plan): Plan {
  const told = v.parse(Plan, plan)
  const members = told.household.members.map(({ id }) => id)
  return {
    ...told,
    household: {
      ...told.household,
      members: told.household.members.map((one) => ({ ...one, needs: inOrderOf(MEMBER_NEEDS, one.needs) })),
    },
    places: told.places.map((one) => ({ ...one, members: inOrderOf(members, one.members) })),
    destinations: told.destinations.map((one) => ({
      ...one,
      hazards: inOrderOf(TIMELINE_HAZARDS, one.hazards),
    })),
    hazards: told.hazards && inOrderOf(TIMELINE_HAZARDS, told.hazards),
    timelines: TIMELINE_HAZARDS.flatMap((hazard) =>
      told.timelines
        .filter((one) => one.hazard === hazard)
        .map(({ steps }) => ({
          hazard,
          steps: inReadingOrder(steps).map((step) => ({ ...step, who: inOrderOf(members, step.who) })),
        })),
    ),
    interview: {
      answered: inOrderOf(QUESTIONS, told.interview.answered),
      skipped: inOrderOf(QUESTIONS, told.interview.skipped),
    },
  }
}

/** The normalised plan as text: two plans mean the same when their texts are the same, byte for byte. */
export const planText = (plan: Plan): string => JSON.stringify(normalisePlan(plan))

/** The plan without its photos, for a small file or a code. */
export const withoutPhotos = (plan: Plan): Plan => ({
  ...plan,
  marks: plan.marks.map((mark) => ({ ...mark, photo: null })),
})

const inOrderOf = <T>(order: readonly T[], some: readonly T[]): T[] =>
  order.filter((one) => some.includes(one))
