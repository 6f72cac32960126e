import { addEntry, changeEntry, removeEntry } from '#domain/plan/edits/edit-lists.ts'
import { MOST, type Contact } from '#domain/plan/plan.ts'
import { peopleOf } from '#domain/timeline/household-roles.ts'
import { plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select, TextField } from '#ui/Field.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import styles from '../interview.module.css'
import { personPhrase } from '../person.ts'
import { typedName, typedPhone } from '../read-typed.ts'
import type { QuestionProps } from './question-props.ts'

const OneContact = ({
  plan,
  contact,
  number,
  edit,
}: Pick<QuestionProps, 'plan' | 'edit'> & { readonly contact: Contact; readonly number: number }) => {
  const t = useWords('interview')
  const change = (some: Partial<Omit<Contact, 'id'>>) => edit(changeEntry('contacts', contact.id, some))
  const callers = peopleOf(plan).map((member) => ({
    value: member.id,
    text: plain(t.phrase(personPhrase(plan, member))),
  }))
  return (
    <li className={styles.card}>
      <TextField
        label={<Said k="interview:contacts.name" params={{ number }} />}
        value={contact.name}
        most={MOST.name}
        onCommit={(text) => change({ name: typedName(text) })}
      />
      <TextField
        label={<Said k="interview:contacts.phone" />}
        type="tel"
        value={contact.phone}
        most={MOST.phone}
        onCommit={(text) => change({ phone: typedPhone(text) })}
      />
      {callers.length === 0 ? null : (
        <Select
          label={<Said k="interview:contacts.caller" />}
          options={[{ value: '', text: plain(t('contacts.anyone')) }, ...callers]}
          value={contact.caller ?? ''}
          onChange={(caller) => change({ caller: caller === '' ? null : caller })}
        />
      )}
      <Actions>
        <Button
          icon="bin"
          look="quiet"
          aria-label={t.label('removeNamed', {
            name: contact.name === '' ? String(number) : contact.name,
          })}
          onClick={() => edit(removeEntry('contacts', contact.id))}
        >
          <Said k="interview:remove" />
        </Button>
      </Actions>
    </li>
  )
}

/** Who calls whom: relatives, neighbours, the helper, the clinic. */
export const ContactsQuestion = ({ plan, edit }: QuestionProps) => (
  <>
    {plan.contacts.length === 0 ? null : (
      <ul className={styles.list}>
        {plan.contacts.map((contact, index) => (
          <OneContact key={contact.id} plan={plan} contact={contact} number={index + 1} edit={edit} />
        ))}
      </ul>
    )}
    {plan.contacts.length < MOST.contacts ? (
      <Actions>
        <Button
          icon="plus"
          onClick={() => edit(addEntry('contacts', { name: '', phone: '', caller: null, note: '' }))}
        >
          <Said k="interview:contacts.add" />
        </Button>
      </Actions>
    ) : null}
    <Quiet>
      <Said k="interview:contacts.emergency" />
    </Quiet>
  </>
)
