import { needsTimeOf } from '../plan/household.ts'
import type { Member, Plan } from '../plan/plan.ts'
import { NEEDS_TIME } from '../stay/home.ts'

/** A carer needs time for somebody else's sake, and is who helps. */
const OWN_NEEDS: readonly string[] = NEEDS_TIME.filter((need) => need !== 'carer')

/** True for a person who leaves slowly: old, disabled, small, pregnant, on a device. */
export const isSlow = ({ needs }: Member): boolean => needs.some((need) => OWN_NEEDS.includes(need))

/** The people of the household, without the animals. */
export const peopleOf = ({ household }: Plan): readonly Member[] =>
  household.members.filter(({ kind }) => kind !== 'pet')

/** The adults who can help others, those who care for somebody anyway first. */
export function helpersOf(plan: Plan): readonly Member[] {
  const able = peopleOf(plan).filter((member) => member.kind === 'adult' && !isSlow(member))
  const cares = ({ needs }: Member): boolean => needs.includes('carer')
  return [...able.filter(cares), ...able.filter((member) => !cares(member))]
}

/** Who of the household has one of these needs. */
export const withNeed = (plan: Plan, ...needs: readonly Member['needs'][number][]): readonly Member[] =>
  peopleOf(plan).filter((member) => member.needs.some((need) => needs.includes(need)))

/**
 * Who goes at level 3, and who later: those who need time with the carers, or else with the first who can help. Where the
 * others could not go by themselves all go together; so does a household without a car, and one that told of nobody.
 * Empty = all of us, null = nobody is left to go later.
 */
export function groupsOf(plan: Plan): {
  readonly first: readonly string[]
  readonly later: readonly string[] | null
} {
  const together = { first: [], later: null }
  const people = peopleOf(plan)
  const slow = people.filter(isSlow)
  if (slow.length === 0 || needsTimeOf(plan).includes('noCar')) return together
  const helpers = helpersOf(plan)
  const carers = helpers.filter(({ needs }) => needs.includes('carer'))
  const with_ = carers.length > 0 ? carers : helpers.slice(0, 1)
  const first = people.filter((member) => slow.includes(member) || with_.includes(member))
  const later = people.filter((member) => !first.includes(member))
  if (!later.some((member) => helpers.includes(member))) return together
  return { first: idsOf(first), later: idsOf(later) }
}

export const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id)

/** Members with whoever helps them: the first who can, unless one of them can themselves. */
export function accompanied(plan: Plan, members: readonly Member[]): string[] {
  const helpers = helpersOf(plan)
  const alone = members.length > 0 && !members.some((member) => helpers.includes(member))
  return idsOf(peopleOf(plan).filter((one) => members.includes(one) || (alone && one === helpers[0])))
}
