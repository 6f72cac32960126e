import type { HazardKind } from '../hazards/hazard-kind.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import { stayOrLeave } from '../timeline/stay-or-leave.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '../timeline/trigger.ts'
import type { Scenario } from './scenario.ts'

/** The danger to which a published map belongs, where a plan knows one. */
const DANGER_OF: { readonly [kind in HazardKind]?: TimelineHazard } = {
  flood: 'flood',
  houseCollapse: 'flood',
  inlandFlood: 'flood',
  pond: 'flood',
  landslide: 'landslide',
  stormSurge: 'stormSurge',
  tsunami: 'tsunami',
}

/** The dangers that come in a scenario: its own, and those whose published maps its water rises on. */
export function dangersOf({ hazard, water }: Pick<Scenario, 'hazard' | 'water'>): readonly TimelineHazard[] {
  const rising = water.kind === 'rise' ? water.hazards.map((kind) => DANGER_OF[kind]) : []
  return TIMELINE_HAZARDS.filter((one) => one === hazard || rising.includes(one))
}

/**
 * Whether the home of the plan allows to stay through a scenario, as the plan has it (`stayOrLeave`). True only where the building
 * is above the water in a danger of it, and no other of its dangers calls people out; false where one does, and always in a tsunami.
 * null = not known: no home or no building was told, the zones do not tell, or none reaches it, which is no leave to stay.
 */
export function mayStayIn(facts: PlanFacts, scenario: Pick<Scenario, 'hazard' | 'water'>): boolean | null {
  const dangers = dangersOf(scenario)
  if (dangers.includes('tsunami')) return false
  const courses = dangers.map((danger) => stayOrLeave(facts, danger).course)
  if (courses.includes('leave')) return false
  if (courses.includes('notKnown') || !courses.includes('upstairs')) return null
  return true
}
