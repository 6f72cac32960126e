import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import type { StayVerdict } from '#domain/stay/stay-decision.ts'

/**
 * The depth to be drawn beside the building: the deepest of the hazard that decides; null where a zone decides that is told
 * in no depth, or where none reaches the place.
 */
export function decidingDepth(risk: RiskAnswer, { hazard }: StayVerdict): DepthBounds | null {
  const depths = risk.hazards.flatMap((answer) =>
    answer.kind === hazard && answer.answer === 'hazard' && 'depth' in answer ? [answer.depth] : [],
  )
  return depths.sort(deepestFirst)[0] ?? null
}

const deepestFirst = (a: DepthBounds, b: DepthBounds): number =>
  a.max === b.max ? b.min - a.min : (b.max ?? Infinity) - (a.max ?? Infinity)
