import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import type { Home } from '#domain/stay/home.ts'
import type { StayDecision } from '#domain/stay/stay-decision.ts'
import { DepthPicture } from './DepthPicture.tsx'
import { decidingDepth } from './deciding-depth.ts'
import { StayResult } from './StayResult.tsx'

/** A decision in words, with the depth that decides drawn beside the building. */
export const StayOutcome = ({
  risk,
  home,
  decision,
}: {
  readonly risk: RiskAnswer
  readonly home: Home
  readonly decision: StayDecision
}) => {
  const depth = decidingDepth(risk, decision.rain)
  return (
    <StayResult
      report={describeStay(decision, home)}
      picture={
        depth === null ? null : <DepthPicture depth={depth} storeys={home.storeys} floor={home.floor} />
      }
    />
  )
}
