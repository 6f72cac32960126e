import { HAZARD_KINDS, SCENARIOS } from '../hazards/hazard-kind.ts'
import type { FoundHazard, HazardAnswer } from './hazard-answer.ts'

/** Zones first, then what is not known, then what was looked at and shows nothing. */
const URGENCY: { readonly [answer in HazardAnswer['answer']]: number } = {
  hazard: 0,
  dataUnavailable: 1,
  notAssessed: 1,
  outsidePack: 2,
  noZonePublished: 3,
  assessedNone: 4,
}

/**
 * How bad a zone is beside the zones of other hazards. Our own order, after what helps against it (内閣府 避難行動判定フロー):
 * where no storey helps (the house is carried away, a red landslide zone) stands above every depth; a yellow landslide zone,
 * where one never stays, above depths that an upper storey can outlast (up to 5 m); a tsunami above the same depth of slower
 * water, since nobody can act in 0.3 m of it.
 */
export function severityOf(hazard: FoundHazard): number {
  switch (hazard.kind) {
    case 'houseCollapse':
      return 8
    case 'landslide':
      return hazard.zone === 'special' ? 7.7 : 3.5
    case 'tsunami':
      return hazard.rank + 1.5
    case 'flood':
    case 'stormSurge':
    case 'inlandFlood':
    case 'pond':
      return hazard.rank
  }
}

/** For sorting answers, worst first; what is equally bad stands in the order of the kinds and scenarios. */
export function bySeverity(a: HazardAnswer, b: HazardAnswer): number {
  if (a.answer === 'hazard' && b.answer === 'hazard') {
    const order = severityOf(b) - severityOf(a)
    if (order !== 0) return order
  }
  const order = URGENCY[a.answer] - URGENCY[b.answer]
  if (order !== 0) return order
  const kinds = HAZARD_KINDS.indexOf(a.kind) - HAZARD_KINDS.indexOf(b.kind)
  return kinds !== 0 ? kinds : SCENARIOS.indexOf(a.scenario) - SCENARIOS.indexOf(b.scenario)
}
