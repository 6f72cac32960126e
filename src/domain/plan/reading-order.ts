import { TRIGGER_IDS, type TriggerId } from '../timeline/trigger.ts'

/** Steps of one trigger stay together, in the order of the axis; within it in the order that the family gave them. */
export const inReadingOrder = <T extends { readonly trigger: TriggerId }>(steps: readonly T[]): T[] =>
  steps.toSorted((a, b) => TRIGGER_IDS.indexOf(a.trigger) - TRIGGER_IDS.indexOf(b.trigger))
