import type { NewStep } from '../plan/edits/edit-timeline.ts'
import { needsTimeOf } from '../plan/household.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { MemberNeed, Plan } from '../plan/plan.ts'
import { chooseDestination, type Choice } from './choose-destination.ts'
import { groupsOf, helpersOf, idsOf, peopleOf, withNeed } from './household-roles.ts'
import { leaveBy, type LeaveBy } from './leave-by.ts'
import { stayOrLeave, type Course } from './stay-or-leave.ts'
import type { StepCode } from './step-code.ts'
import type { TimelineHazard, TriggerId } from './trigger.ts'

/** What a draft is made from, reckoned once. */
export type Circumstances = {
  readonly plan: Plan
  readonly hazard: TimelineHazard
  /** What the household does; `upstairs` only where it does not mean to go to a place that serves: leaving is surer. */
  readonly course: Course
  /** Where it goes; null = no place that could serve, or it stays upstairs. */
  readonly goal: Choice | null
  readonly needsTime: boolean
  /** By when the first leave. */
  readonly leave: LeaveBy
  /** By when the others leave; null = all leave together. */
  readonly later: LeaveBy | null
  /** Ids of the first to leave and of the later ones; empty = all of us. */
  readonly groups: { readonly first: readonly string[]; readonly later: readonly string[] }
  /** The first who can help others, as a list that a step can take; empty = nobody, or nobody was told. */
  readonly helper: string[]
  /** The second one, else the first. */
  readonly other: string[]
  readonly pets: boolean
  readonly has: (...needs: readonly MemberNeed[]) => boolean
}

/** Everything that a draft for this danger depends on. */
export function circumstancesOf(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): Circumstances {
  const { course } = stayOrLeave(facts, hazard)
  const chosen = chooseDestination(facts, hazard)
  const goal = chosen?.facts.destination.kind === 'upstairs' ? null : chosen
  const goesAway = course === 'upstairs' && goal?.service === 'serves' && goal === chosen
  const { first, later } = groupsOf(plan)
  const leave = leaveBy(plan, facts, hazard)
  const afterwards = later === null || hazard === 'tsunami' ? null : leaveBy(plan, facts, hazard, 4)
  const isLater = afterwards !== null && afterwards.trigger !== leave.trigger
  const [one, two] = helpersOf(plan)
  const able = one === undefined ? [] : [one.id]
  return {
    plan,
    hazard,
    course: goesAway ? 'leave' : course,
    goal,
    needsTime: needsTimeOf(plan).length > 0,
    leave,
    later: isLater ? afterwards : null,
    groups: isLater ? { first, later: later ?? [] } : { first: [], later: [] },
    helper: able,
    other: two === undefined ? able : [two.id],
    pets: plan.household.members.some(({ kind }) => kind === 'pet'),
    has: (...needs) => withNeed(plan, ...needs).length > 0,
  }
}

/** A step of a draft: asked for or not, when, what, who (empty = all of us). */
export type Line = readonly [
  asked: boolean,
  trigger: TriggerId,
  code: StepCode,
  who?: readonly string[] | undefined,
]

/** The lines that are asked for, as steps. */
export const stepsOf = (lines: readonly Line[]): readonly NewStep[] =>
  lines
    .filter(([asked]) => asked)
    .map(([, trigger, code, who = []]) => ({
      trigger,
      what: { type: 'code', code },
      who: [...new Set(who)],
      done: false,
    }))

/** Those who call, as the family settled; empty = not settled. */
export const callersOf = ({ contacts }: Plan): readonly string[] => [
  ...new Set(contacts.flatMap(({ caller }) => caller ?? [])),
]

/** Who is at a kind of place on a weekday. */
export const membersAt = ({ places }: Plan, kind: 'school' | 'work'): readonly string[] =>
  places.filter((place) => place.kind === kind).flatMap(({ members }) => members)

/** True where a child is at a school, or the school did not tell who. */
export function hasSchoolchild(plan: Plan): boolean {
  const schools = plan.places.filter(({ kind }) => kind === 'school')
  const children = new Set(idsOf(peopleOf(plan).filter(({ kind }) => kind === 'child')))
  return schools.some(({ members }) => members.length === 0 || members.some((id) => children.has(id)))
}
