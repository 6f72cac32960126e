import { useState } from 'react'
import { changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MEMBER_NEEDS, type Member } from '#domain/plan/plan.ts'
import { peopleOf } from '#domain/timeline/household-roles.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Checks } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import { personPhrase } from '../person.ts'
import { FirstHome } from './FirstHome.tsx'
import type { QuestionProps } from './question-props.ts'

/** Of more people than this each is folded, so that a big family is seen as a whole. */
const UNFOLDED = 2

/** One person, with what they need said beside the name also while it is folded. */
const NeedsOf = ({
  plan,
  member,
  isUnfolded,
  edit,
}: Pick<QuestionProps, 'plan' | 'edit'> & { readonly member: Member; readonly isUnfolded: boolean }) => {
  const t = useWords('interview')
  // Only how it begins: whoever unfolds one goes on with it as long as they like.
  const [isOpen] = useState(isUnfolded)
  const who = t.phrase(personPhrase(plan, member))
  const head = (
    <>
      <b>
        <Said text={who} />
      </b>
      <small>
        {member.needs.length === 0 ? (
          <Said k="interview:needs.open" />
        ) : (
          member.needs.map((need) => (
            <span key={need}>
              <Said k={`interview:need.${need}`} />
            </span>
          ))
        )}
      </small>
    </>
  )
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>
        <span>{head}</span>
      </summary>
      <Checks
        legend={<Said text={t('needs.of', { who })} />}
        options={MEMBER_NEEDS.map((value) => ({ value, label: <Said k={`interview:need.${value}`} /> }))}
        checked={member.needs}
        onChange={(needs) => edit(changeEntry('members', member.id, { needs: [...needs] }))}
      />
    </details>
  )
}

/** What each person needs: it decides at which level the family goes, how fast it walks and what it carries. */
export const NeedsQuestion = ({ plan, edit, onGo }: QuestionProps) => {
  const people = peopleOf(plan)
  if (people.length === 0) return <FirstHome needs="people" onGo={onGo} />
  return (
    <>
      {people.map((member) => (
        <NeedsOf
          key={member.id}
          plan={plan}
          member={member}
          isUnfolded={people.length <= UNFOLDED}
          edit={edit}
        />
      ))}
      <Quiet>
        <Said k="interview:needs.none" />
      </Quiet>
    </>
  )
}
