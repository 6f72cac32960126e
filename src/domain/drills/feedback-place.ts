import { isDanger } from '../plan/mark-kinds.ts'
import { MOST, roundPosition, SITE_HAZARD_OF, type Destination, type Mark } from '../plan/plan.ts'
import { cleanText } from '../plan/text.ts'
import { metresBetween } from '../shelters/rank-sites.ts'
import { chooseDestination } from '../timeline/choose-destination.ts'
import type { Counterfactual } from './drill-run.ts'
import type { Learned, Proposal } from './proposal.ts'

/** A danger that is marked so near is the same one. Metres, own choice: the width of a crossing and the error of a position. */
const SAME_SPOT = 30

/**
 * Another place to go to, where the drill went wrong and the reckoning shows one that they would have reached: the one with the
 * most minutes to spare, of those that the city designates for this danger. One of the plan moves to the front.
 */
export function proposeDestination({
  plan,
  facts,
  run,
  result,
  others,
  sites,
}: Learned): readonly Proposal[] {
  const { outcome } = result
  const { hazard } = run.scenario
  if (outcome !== 'caught' && outcome !== 'tooLate') return []
  const designated = (id: string) =>
    sites.find((site) => site.id === id && site.designated[SITE_HAZARD_OF[hazard]] === true)
  const reached = others
    .filter((one) => one.kind === 'otherSite')
    .filter((one) => one.result.outcome === 'arrived' && designated(one.site) !== undefined)
    .sort((a, b) => spareOf(b) - spareOf(a))
  const site = designated(reached[0]?.site ?? '')
  if (site === undefined || chooseDestination(facts, hazard)?.facts.destination.site === site.id) return []
  const known = plan.destinations.find((one) => one.kind === 'site' && one.site === site.id)
  const entry: Omit<Destination, 'id'> = known ?? {
    kind: 'site',
    site: site.id,
    name: cleanText(site.name.ja, MOST.name),
    at: roundPosition(site.at),
    hazards: [hazard],
    by: 'walk',
    minutes: null,
    phone: '',
    note: '',
  }
  const meant = entry.hazards.length === 0 || entry.hazards.includes(hazard)
  const hazards = meant ? entry.hazards : [...entry.hazards, hazard]
  const { kind, name, at, by, minutes, phone, note } = entry
  return [
    {
      kind: 'destination',
      reason: outcome,
      hazard,
      known: known?.id ?? null,
      entry: { kind, site: site.id, name, at, hazards, by, minutes, phone, note },
    },
  ]
}

/** Unknown is no promise: where no minutes are told they count as the fewest. */
const spareOf = ({ result }: Counterfactual): number => result.margin ?? -Infinity

/** A mark where the water caught them, unless a danger is marked there already. */
export function proposeDanger({ plan, run, result, wentWrong, note }: Learned): readonly Proposal[] {
  if (result.outcome !== 'caught' || wentWrong === null) return []
  const at = roundPosition(wentWrong)
  if (plan.marks.some((mark) => isDanger(mark.kind) && isBeside(mark, at))) return []
  const mark = run.scenario.hazard === 'landslide' ? 'slope' : 'otherDanger'
  return [{ kind: 'danger', reason: 'caught', mark, at, note: cleanText(note, MOST.note) }]
}

/** An area counts by its corners. */
const isBeside = ({ shape }: Mark, at: [number, number]): boolean =>
  (shape.type === 'point' ? [shape.at] : shape.ring).some((corner) => metresBetween(corner, at) <= SAME_SPOT)
