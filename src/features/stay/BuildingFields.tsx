import { STRUCTURES } from '#domain/stay/home.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import type { Draft, DraftFault } from './draft.ts'
import { StoreyChoice } from './StoreyChoice.tsx'

/** A building while it is being told of: what was not told yet is null. */
export type BuildingDraft = Pick<Draft, 'storeys' | 'floor' | 'structure'>

/** A floor is asked for anew where the building has it no more, never quietly lowered; a bungalow has only one. */
function floorIn(storeys: number | null, draft: BuildingDraft): number | null {
  if (storeys === 1) return 1
  const gone = storeys !== null && draft.floor !== null && draft.floor > storeys
  return gone || draft.storeys === 1 ? null : draft.floor
}

/** How many storeys, which floor, what kind of building. */
export const BuildingFields = ({
  draft,
  fault,
  onChange,
}: {
  readonly draft: BuildingDraft
  readonly fault: DraftFault | null
  readonly onChange: (change: Partial<BuildingDraft>) => void
}) => (
  <>
    <StoreyChoice
      legend={<Said k="stay:form.storeys" />}
      numberLabel={<Said k="stay:form.storeysMany" />}
      value={draft.storeys}
      upTo={null}
      invalid={fault === 'storeys' || fault === 'floorAboveRoof'}
      onChange={(storeys) => onChange({ storeys, floor: floorIn(storeys, draft) })}
    />
    <StoreyChoice
      key={draft.storeys === null ? 'any' : draft.storeys <= 3 ? draft.storeys : 'tall'}
      legend={<Said k="stay:form.floor" />}
      numberLabel={<Said k="stay:form.floorMany" />}
      value={draft.floor}
      upTo={draft.storeys}
      invalid={fault === 'floor' || fault === 'floorAboveRoof'}
      onChange={(floor) => onChange({ floor })}
    />
    <Chips
      legend={<Said k="stay:form.structure" />}
      options={STRUCTURES.map((value) => ({ value, label: <Said k={`stay:form.structures.${value}`} /> }))}
      value={draft.structure}
      onChange={(structure) => onChange({ structure })}
    />
  </>
)
