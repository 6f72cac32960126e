import { addEntry } from '#domain/plan/edits/edit-lists.ts'
import { changeHousehold } from '#domain/plan/edits/edit-plan.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Actions } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import type { QuestionProps } from './question-props.ts'

/** A car, and animals: both decide how and where to. */
export const TransportQuestion = ({ plan, edit }: QuestionProps) => {
  const { car, members } = plan.household
  const pets = members.filter(({ kind }) => kind === 'pet').length
  return (
    <>
      <Chips
        legend={<Said k="interview:transport.car" />}
        options={(['yes', 'no', 'notTold'] as const).map((value) => ({
          value,
          label: <Said k={`interview:transport.${value}`} />,
        }))}
        value={car === null ? 'notTold' : car ? 'yes' : 'no'}
        onChange={(value) => edit(changeHousehold({ car: value === 'notTold' ? null : value === 'yes' }))}
      />
      <p>
        <Said k="interview:transport.carWhy" />
      </p>
      <div className={styles.card}>
        <p>
          <Said k="interview:transport.pets" params={{ count: pets }} />
        </p>
        {pets === 0 ? null : (
          <p>
            <Said k="interview:transport.petsWhy" />
          </p>
        )}
        <Actions>
          <Button
            icon="plus"
            onClick={() => edit(addEntry('members', { kind: 'pet', name: '', needs: [], speed: null }))}
          >
            <Said k="interview:people.add.pet" />
          </Button>
        </Actions>
      </div>
    </>
  )
}
