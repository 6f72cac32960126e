import { useState } from 'react'
import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import type { Building, PlanPlace } from '#domain/plan/plan.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import { homeOf } from '#domain/plan/household.ts'
import { Heard, Said } from '#i18n/index.ts'
import { BuildingFields, type BuildingDraft } from '#features/stay/index.ts'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

const EMPTY: BuildingDraft = { storeys: null, floor: null, structure: 'unknown' }

/** Only a whole building decides anything: while a part of it is not told, the plan holds none. */
function buildingFrom(
  { storeys, floor, structure }: BuildingDraft,
  before: Building | null,
): Building | null {
  if (storeys === null || floor === null || floor > storeys) return null
  return { storeys, floor, structure, stockHours: before?.stockHours ?? null }
}

/** What the decision for the building says now, while it is being told. */
export const StayNow = ({ plan, facts }: Pick<QuestionProps, 'plan' | 'facts'>) => {
  const { home } = facts
  const asHome = home === null ? null : homeOf(plan, home.place)
  const stay = home?.stay ?? null
  const headline = stay === null || asHome === null ? null : describeStay(stay, asHome).headline
  return (
    <>
      <LiveRegion>{headline === null ? null : <Heard phrase={headline} />}</LiveRegion>
      {headline === null ? null : (
        <Notice tone={stay?.overall.result === 'leave' ? 'hazard' : 'unknown'}>
          <p>
            <Said phrase={headline} />
          </p>
        </Notice>
      )}
    </>
  )
}

const Fields = ({
  place,
  plan,
  facts,
  edit,
}: Pick<QuestionProps, 'plan' | 'facts' | 'edit'> & { readonly place: PlanPlace }) => {
  const [draft, setDraft] = useState<BuildingDraft>(place.building ?? EMPTY)
  // The stock was told with the building; it is not lost while the building is being corrected.
  const [stock] = useState(place.building)
  const change = (some: Partial<BuildingDraft>) => {
    const next = { ...draft, ...some }
    setDraft(next)
    edit(changeEntry('places', place.id, { building: buildingFrom(next, place.building ?? stock) }))
  }
  return (
    <>
      <BuildingFields draft={draft} fault={null} onChange={change} />
      <StayNow plan={plan} facts={facts} />
    </>
  )
}

/** Storeys, floor and kind of the building at home. */
export const BuildingQuestion = (props: QuestionProps) => {
  const home = homePlaceOf(props.plan)
  return home === null ? <FirstHome {...props} needs="home" /> : <Fields {...props} place={home} />
}
