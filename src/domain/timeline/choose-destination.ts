import type { DestinationFacts, DestinationFor, PlanFacts } from '../plan/plan-facts.ts'
import type { TimelineHazard } from './trigger.ts'

/**
 * How a place to go to serves in one danger. `serves` outside the published zones, and designated where it is a site ·
 * `unsure` something of it is not known, or the city designates it although a zone reaches it · `fails` it lies in the zone,
 * is not designated for it, is gone from the list, or is the upstairs of a building that has to be left.
 */
export type Service = 'serves' | 'unsure' | 'fails'

/** How a destination serves in one danger. */
export function serviceOf({ zone, designated, stay, hazard, worst }: DestinationFor): Service {
  if (zone === 'upstairs') return stay === 'stayPossible' && hazard !== 'tsunami' ? 'serves' : 'fails'
  if (designated === 'no' || designated === 'gone') return 'fails'
  // Of water a tall building can stand clear; where slopes and houses break no storey helps, whatever the list says.
  const breaks = worst?.kind === 'landslide' || worst?.kind === 'houseCollapse'
  if (zone === 'inZone') return designated === 'yes' && !breaks ? 'unsure' : 'fails'
  return zone === 'noZonePublished' && designated !== 'notTold' ? 'serves' : 'unsure'
}

export type Choice = {
  readonly facts: DestinationFacts
  readonly for: DestinationFor
  readonly service: Service
}

/** The destinations that the family means for this danger, in its order. */
export const meantFor = ({ destinations }: PlanFacts, hazard: TimelineHazard): readonly Choice[] =>
  destinations.flatMap((facts) => {
    const one = facts.for.find((each) => each.hazard === hazard)
    return one?.meant === true ? [{ facts, for: one, service: serviceOf(one) }] : []
  })

/** The first that serves, else the first of which something is not known, else null: nobody is sent to one that fails. */
export function chooseDestination(facts: PlanFacts, hazard: TimelineHazard): Choice | null {
  const meant = meantFor(facts, hazard)
  return (
    meant.find(({ service }) => service === 'serves') ??
    meant.find(({ service }) => service === 'unsure') ??
    null
  )
}
