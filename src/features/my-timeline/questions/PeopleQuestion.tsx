import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MEMBER_KINDS, MOST, type Member } from '#domain/plan/plan.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button, IconButton } from '#ui/Button.tsx'
import { TextField } from '#ui/Field.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import styles from '../interview.module.css'
import { personPhrase } from '../person.ts'
import { typedName } from '../read-typed.ts'
import type { QuestionProps } from './question-props.ts'

const Person = ({
  plan,
  member,
  isFirst,
  edit,
}: Pick<QuestionProps, 'plan' | 'edit'> & { readonly member: Member; readonly isFirst: boolean }) => {
  const t = useWords('interview')
  const called = personPhrase(plan, { ...member, name: '' })
  return (
    <li className={styles.row}>
      <TextField
        label={<Said phrase={called} />}
        {...(isFirst ? { hint: <Said k="interview:people.name" /> } : {})}
        value={member.name}
        most={MOST.name}
        onCommit={(text) => edit(changeEntry('members', member.id, { name: typedName(text) }))}
      />
      <IconButton
        icon="bin"
        label={t.label('people.remove', { who: t.label(called.key, called.params) })}
        onClick={() => edit(removeEntry('members', member.id))}
      />
    </li>
  )
}

/** Who lives here: adults, children, animals. Names may be left out. */
export const PeopleQuestion = ({ plan, edit }: QuestionProps) => {
  const { members } = plan.household
  return (
    <>
      <LiveRegion>
        <Heard k="interview:people.count" params={{ count: members.length }} />
      </LiveRegion>
      {members.length === 0 ? null : (
        <ul className={styles.list}>
          {members.map((member, index) => (
            <Person key={member.id} plan={plan} member={member} isFirst={index === 0} edit={edit} />
          ))}
        </ul>
      )}
      {members.length < MOST.members ? (
        <Actions>
          {MEMBER_KINDS.map((kind) => (
            <Button
              key={kind}
              icon="plus"
              onClick={() => edit(addEntry('members', { kind, name: '', needs: [], speed: null }))}
            >
              <Said k={`interview:people.add.${kind}`} />
            </Button>
          ))}
        </Actions>
      ) : (
        <Quiet>
          <Said k="interview:people.full" />
        </Quiet>
      )}
    </>
  )
}
