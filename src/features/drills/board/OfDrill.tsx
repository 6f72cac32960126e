import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { ScenarioName } from '../home/ScenarioName.tsx'
import { areaName } from '../join/AskedTo.tsx'
import type { DrillTools } from '../tools.ts'
import type { Organised } from './organised.ts'

/** Of which drill a board or a reception is. */
export const OfDrill = ({
  tools,
  organised,
}: {
  readonly tools: DrillTools
  readonly organised: Organised
}) => {
  const { language } = useWords('drills')
  const { scenario, invitation, area } = organised
  return (
    <>
      {scenario === null ? null : (
        <p>
          <b>
            <ScenarioName scenario={scenario} />
          </b>
        </p>
      )}
      <p>
        <Said k="drills:poster.area" params={{ area: wordsIn(language, areaName(tools, area)) }} />
      </p>
      {invitation === null || invitation.begins === null ? null : (
        <p>
          <Said k="drills:poster.begins" params={{ 'at@time': invitation.begins }} />
        </p>
      )}
      {invitation === null || invitation.group === null ? null : (
        <p>
          <Said k="drills:poster.group" params={{ 'group@name': invitation.group }} />
        </p>
      )}
    </>
  )
}
