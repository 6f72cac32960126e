import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import { Said } from '#i18n/index.ts'
import { StockChips } from '#features/stay/index.ts'
import { Quiet } from '#ui/Panel.tsx'
import { StayNow } from './BuildingQuestion.tsx'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

/** For how many days the stock lasts: it decides whether staying upstairs is possible. */
export const StockQuestion = (props: QuestionProps) => {
  const home = homePlaceOf(props.plan)
  if (home === null || home.building === null)
    return <FirstHome {...props} needs={home === null ? 'home' : 'building'} />
  const { building } = home
  return (
    <>
      <StockChips
        hours={building.stockHours}
        onChange={(stockHours) =>
          props.edit(changeEntry('places', home.id, { building: { ...building, stockHours } }))
        }
      />
      <Quiet>
        <Said k="interview:stock.why" />
      </Quiet>
      <StayNow plan={props.plan} facts={props.facts} />
    </>
  )
}
