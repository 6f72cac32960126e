import { homePlaceOf } from '../plan/household.ts'
import type { PlanFacts } from '../plan/plan-facts.ts'
import type { Plan } from '../plan/plan.ts'
import { helpersOf, idsOf, isSlow, peopleOf } from './household-roles.ts'
import { warning, type PlanWarning } from './plan-warning.ts'
import { meantFor } from './choose-destination.ts'
import { stayOrLeave } from './stay-or-leave.ts'
import type { TimelineHazard } from './trigger.ts'

/** What is missing whatever the danger: the building, somebody who helps, somebody who understands. */
export function checkHousehold(plan: Plan): readonly PlanWarning[] {
  const people = peopleOf(plan)
  const slow = people.filter((member) => isSlow(member) || member.kind === 'child')
  const foreign = people.filter(({ needs }) => needs.includes('language'))
  const reads = people.some(({ needs, kind }) => kind === 'adult' && !needs.includes('language'))
  const alone = plan.contacts.length === 0
  const found: (PlanWarning | false)[] = [
    homePlaceOf(plan)?.building === null &&
      warning('buildingNotTold', null, { where: 'question', question: 'building' }),
    slow.length > 0 &&
      helpersOf(plan).length === 0 &&
      alone &&
      warning('nobodyToHelp', null, { where: 'question', question: 'contacts' }, idsOf(slow)),
    foreign.length > 0 &&
      !reads &&
      alone &&
      warning('languageAlone', null, { where: 'question', question: 'contacts' }, idsOf(foreign)),
  ]
  return found.filter((one) => one !== false)
}

/** Where staying upstairs is meant, the stock has to last as long as the water. */
export function checkStock(plan: Plan, facts: PlanFacts, hazard: TimelineHazard): readonly PlanWarning[] {
  const isMeant =
    meantFor(facts, hazard).some(({ for: { zone } }) => zone === 'upstairs') ||
    plan.timelines.some(
      (one) =>
        one.hazard === hazard &&
        one.steps.some(({ what }) => what.type === 'code' && what.code === 'goUpstairsEarly'),
    )
  if (!isMeant || hazard === 'tsunami') return []
  const { verdict } = stayOrLeave(facts, hazard)
  const need = (verdict?.findings ?? []).flatMap(({ fact }) =>
    fact.type === 'stockTooShort' || fact.type === 'stockNotGiven' ? [fact.need] : [],
  )
  return need.length === 0
    ? []
    : [
        warning('stockTooShort', hazard, { where: 'question', question: 'stock' }, [], {
          hours: Math.ceil(Math.max(...need)),
        }),
      ]
}
