import type { LngLat } from '#domain/geo/lng-lat.ts'
import { isInside } from '#domain/geo/lng-lat.ts'
import { mayStayIn } from '#domain/drills/may-stay.ts'
import type { DrillMode, Scenario } from '#domain/drills/scenario.ts'
import type { Rating } from '#domain/drills/self-rating.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import type { Member } from '#domain/plan/plan.ts'
import { profileOf } from '#domain/plan/streets.ts'
import type { Profile } from '#domain/routes/profiles.ts'
import type { DrillTools } from '../tools.ts'

/** From where: the home of the plan, the place that was asked about last, or one that is chosen here. */
export type From = 'home' | 'asked' | 'other'
export type Start = { readonly at: LngLat; readonly name: string }

/** What is chosen before a drill begins. */
export type Chosen = {
  readonly mode: DrillMode
  /** Id of the member of the plan; null = not told. */
  readonly who: string | null
  readonly profile: Profile
  readonly from: From
  readonly other: Start | null
  readonly rating: Rating | null
}

/** The places that are known already; null = not known, or outside the open area, where nothing could be told. */
export function knownStarts({ plan, asked, area }: DrillTools): {
  readonly [from in Exclude<From, 'other'>]: Start | null
} {
  const home = plan === null ? null : homePlaceOf(plan.plan)
  const inArea = <T extends Start>(start: T | null): T | null =>
    start !== null && area !== null && isInside(start.at, area.manifest.bounds) ? start : null
  return { home: inArea(home === null ? null : { at: home.at, name: home.name }), asked: inArea(asked) }
}

/** Members who walk themselves. */
export const walkersIn = ({ plan }: DrillTools): readonly Member[] =>
  plan?.plan.household.members.filter(({ kind }) => kind !== 'pet') ?? []

/** At a table where that is possible: nobody goes out of the door by a choice that they did not make. */
export function firstChoice(tools: DrillTools, scenario: Scenario): Chosen {
  const { home, asked } = knownStarts(tools)
  return {
    mode: scenario.modes.includes('table') ? 'table' : (scenario.modes[0] ?? 'table'),
    who: null,
    profile: 'adult',
    from: home === null ? (asked === null ? 'other' : 'asked') : 'home',
    other: null,
    rating: null,
  }
}

/** The choice with another member: how they walk comes with them, and can still be changed. */
export const withMember = (chosen: Chosen, members: readonly Member[], id: string | null): Chosen => {
  const member = members.find((one) => one.id === id)
  return member === undefined
    ? { ...chosen, who: null }
    : { ...chosen, who: member.id, profile: profileOf(member) }
}

/** Where they start; null = not chosen, or it is not known any more. */
export const startOf = (tools: DrillTools, { from, other }: Chosen): Start | null =>
  from === 'other' ? other : knownStarts(tools)[from]

/** Only the building of the plan's home is known. */
export const mayStayFrom = ({ plan }: DrillTools, { from }: Chosen, scenario: Scenario): boolean | null =>
  from === 'home' && plan !== null ? mayStayIn(plan.facts, scenario) : null
