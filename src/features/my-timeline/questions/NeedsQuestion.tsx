import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MEMBER_NEEDS } from '#domain/plan/plan.ts'
import { peopleOf } from '#domain/timeline/household-roles.ts'
import { Said } from '#i18n/index.ts'
import { Checks } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import { personPhrase } from '../person.ts'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

/** What each person needs: it decides at which level the family goes, how fast it walks and what it carries. */
export const NeedsQuestion = ({ plan, edit, onGo }: QuestionProps) => {
  const people = peopleOf(plan)
  if (people.length === 0) return <FirstHome needs="people" onGo={onGo} />
  return (
    <>
      {people.map((member) => (
        <div key={member.id} className={styles.card}>
          <Checks
            legend={<Said phrase={personPhrase(plan, member)} />}
            options={MEMBER_NEEDS.map((value) => ({ value, label: <Said k={`interview:need.${value}`} /> }))}
            checked={member.needs}
            onChange={(needs) => edit(changeEntry('members', member.id, { needs: [...needs] }))}
          />
        </div>
      ))}
      <Quiet>
        <Said k="interview:needs.none" />
      </Quiet>
    </>
  )
}
