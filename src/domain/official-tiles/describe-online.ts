import { describeRisk } from '../risk/describe-answer.ts'
import type { Phrase, RiskReport } from '../risk/report.ts'
import type { OnlineAnswer } from './answer-online.ts'
import { ABOUT_OFFICIAL } from './credit.ts'
import { OFFICIAL_LAYER_IDS } from './official-layer.ts'

/** An online answer in words. Keys of `locales/<tag>/risk.json` and `online.json`. */
export type OnlineReport = {
  readonly report: RiskReport
  /** That some of the pictures could not be had or read: said before the hazards. */
  readonly troubles: readonly Phrase[]
  readonly avalanche: { readonly tone: 'hazard' | 'unknown' | 'none'; readonly says: readonly Phrase[] }
  /** That it is coarse: stands before everything else. */
  readonly coarse: Phrase
  /** What pictures cannot tell, and what they are not for. */
  readonly notes: readonly Phrase[]
}

/**
 * The same sentences as for an answer of a pack, and beside them what is different here: that it is coarser, that a picture
 * names no river and does not tell whether a red zone was surveyed, and that nobody should decide by it to stay.
 */
export function describeOnline({ risk, avalanche, troubles }: OnlineAnswer): OnlineReport {
  const isYellowOnly = risk.hazards.some(
    (one) => one.kind === 'landslide' && one.answer === 'hazard' && one.zone === 'warning',
  )
  const notes = ['noDecision', ...(isYellowOnly ? ['redZone'] : [])]
  return {
    report: describeRisk(risk, ABOUT_OFFICIAL),
    coarse: { key: 'online:note.coarse' },
    troubles: (['notFetched', 'colourUnknown'] as const)
      .filter((why) => troubles[why] > 0)
      .map((why) => ({
        key: `online:trouble.${why}`,
        params: { missing: troubles[why], total: OFFICIAL_LAYER_IDS.length },
      })),
    avalanche: avalancheWords(avalanche),
    notes: notes.map((note) => ({ key: `online:note.${note}` })),
  }
}

function avalancheWords(avalanche: OnlineAnswer['avalanche']): OnlineReport['avalanche'] {
  switch (avalanche.answer) {
    case 'hazard':
      return { tone: 'hazard', says: [{ key: 'online:avalanche.hazard' }] }
    case 'noZonePublished':
      return { tone: 'none', says: [{ key: 'online:avalanche.noZonePublished' }] }
    case 'dataUnavailable':
      return {
        tone: 'unknown',
        says: [{ key: 'online:avalanche.dataUnavailable' }, { key: `risk:unknown.why.${avalanche.why}` }],
      }
  }
}
