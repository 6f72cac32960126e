import { isTooSure, shiftOf } from '#domain/drills/self-rating.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { RatingChoice } from '../join/RatingChoice.tsx'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'

/** How sure they are now, in the words of before, and in one sentence what changed. */
export const RatingPart = ({
  tools,
  finished,
}: {
  readonly tools: DrillTools
  readonly finished: Finished
}) => {
  const { language } = useWords('drills')
  const { drill, result, after } = finished
  const rating = { before: drill.before, after }
  const shift = shiftOf(rating)
  return (
    <>
      <RatingChoice value={after} onChange={(next) => tools.drills.commands.rateAfter(next)} />
      {drill.before === null ? null : (
        <p>
          <Said k="drills:end.sure.before" params={{ number: formatNumber(language, drill.before) }} />
        </p>
      )}
      <div role="status">
        {shift === 'notTold' ? null : (
          <p>
            <Said k={`drills:end.sure.${shift}`} />
          </p>
        )}
        {result !== null && isTooSure(rating, result) ? (
          <p>
            <Said k="drills:end.sure.tooSure" />
          </p>
        ) : null}
      </div>
    </>
  )
}
