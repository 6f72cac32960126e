import type { LngLat } from '#domain/geo/lng-lat.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Select } from '#ui/Field.tsx'
import type { PlanTools } from '../plan/index.ts'
import { CornersField } from './CornersField.tsx'
import { nameText } from './name-text.ts'
import { RoutePart } from './RoutePart.tsx'
import { AddedBy, NameField, NoteField } from './TextFields.tsx'
import { useFacts } from './use-facts.ts'
import type { Editing } from './use-thing.ts'

type Props = { readonly tools: PlanTools; readonly editing: Editing<'routes'> }

/** Where the route leads. A route that has only its beginning gets the destination as its end: then it is one. */
const Leads = ({ editing: { plan, id, draft, change } }: Pick<Props, 'editing'>) => {
  const t = useWords('mymap')
  const { line, destination } = draft.value
  const choose = (chosen: string) => {
    const end: LngLat | null = plan.destinations.find((one) => one.id === chosen)?.at ?? null
    const isBegun = id === null && line.length === 1 && end !== null
    change({ destination: chosen === '' ? null : chosen, ...(isBegun ? { line: [...line, end] } : {}) })
  }
  if (plan.destinations.length === 0) return null
  return (
    <Select
      label={<Said k="mymap:route.destination" />}
      options={[
        { value: '', text: t.label('route.nowhere') },
        ...plan.destinations.map((one) => ({ value: one.id, text: nameText(t, 'destinations', one) })),
      ]}
      value={destination ?? ''}
      onChange={choose}
    />
  )
}

/** An evacuation route, drawn or told point by point, and what it leads through. */
export const RouteForm = ({ tools, editing }: Props) => {
  const { plan, id, draft, change, whole } = editing
  const { name, line, note, by, addedAt } = draft.value
  const facts = useFacts(tools, whole)?.routes.find(({ route }) => route.id === whole?.id) ?? null
  return (
    <>
      <Leads editing={editing} />
      <CornersField
        tools={tools}
        shape="line"
        corners={line}
        isKept={id !== null}
        onChange={(corners) => change({ line: corners })}
      />
      <RoutePart facts={facts} paint={tools.paint} closures={tools.closures} />
      <NameField value={name} onCommit={(text) => change({ name: text })} />
      <NoteField value={note} onCommit={(text) => change({ note: text })} />
      <AddedBy
        members={plan.household.members}
        by={by}
        addedAt={addedAt}
        onBy={(text) => change({ by: text })}
      />
    </>
  )
}
