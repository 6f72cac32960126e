import { describeWay } from '#domain/plan/describe-facts.ts'
import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { changeHousehold } from '#domain/plan/edits/edit-plan.ts'
import type { DestinationFacts } from '#domain/plan/plan-facts.ts'
import { Said } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import { typedMinutes } from '../read-typed.ts'
import { DestinationName } from './DestinationsQuestion.tsx'
import type { QuestionProps } from './question-props.ts'

/** Minutes that are offered; any other can be written. */
const OFFERED = [10, 20, 30, 40, 60] as const

const Ready = ({ plan, edit }: Pick<QuestionProps, 'plan' | 'edit'>) => {
  const { readyMinutes } = plan.household
  const set = (minutes: number | null) => edit(changeHousehold({ readyMinutes: minutes }))
  return (
    <>
      <Chips
        legend={<Said k="interview:minutes.ready" />}
        options={OFFERED.map((minutes) => ({
          value: String(minutes),
          label: <Said k="interview:minutes.some" params={{ count: minutes }} />,
        }))}
        value={String(readyMinutes)}
        onChange={(value) => set(Number(value))}
      />
      <TextField
        label={<Said k="interview:minutes.write" />}
        type="number"
        most={4}
        value={readyMinutes === null ? '' : String(readyMinutes)}
        onCommit={(text) => set(typedMinutes(text))}
      />
      <Quiet>
        <Said k="interview:minutes.readyWhy" />
      </Quiet>
    </>
  )
}

const WayTo = ({ of, edit }: Pick<QuestionProps, 'edit'> & { readonly of: DestinationFacts }) => {
  const { destination, way } = of
  return (
    <li className={styles.card}>
      <h4>
        <DestinationName destination={destination} />
      </h4>
      {way === null ? (
        <p>
          <Said k="interview:minutes.noWay" />
        </p>
      ) : (
        describeWay(way, destination.by).map((phrase, index) => (
          <p key={index}>
            <Said phrase={phrase} />
          </p>
        ))
      )}
      <TextField
        label={<Said k="interview:minutes.told" />}
        hint={<Said k="interview:minutes.toldWhy" />}
        type="number"
        most={4}
        value={destination.minutes === null ? '' : String(destination.minutes)}
        onCommit={(text) =>
          edit(changeEntry('destinations', destination.id, { minutes: typedMinutes(text) }))
        }
      />
    </li>
  )
}

/** How long the family takes to be ready, and for the way: reckoned, or as the family has walked it. */
export const MinutesQuestion = ({ plan, facts, edit }: QuestionProps) => {
  const ways = facts.destinations.filter(({ destination }) => destination.kind !== 'upstairs')
  return (
    <>
      <Ready plan={plan} edit={edit} />
      {ways.length === 0 ? (
        <p>
          <Said k="interview:minutes.noDestination" />
        </p>
      ) : (
        <>
          <h4>
            <Said k="interview:minutes.way" />
          </h4>
          <ul className={styles.list}>
            {ways.map((of) => (
              <WayTo key={of.destination.id} of={of} edit={edit} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
