import { Said, useWords } from '#i18n/index.ts'
import { Select } from '#ui/Field.tsx'
import { NameField, NoteField, PhoneField } from './TextFields.tsx'
import type { Editing } from './use-thing.ts'

/** A phone number, and who of the family calls it. */
export const ContactForm = ({ editing }: { readonly editing: Editing<'contacts'> }) => {
  const t = useWords('mymap')
  const { plan, draft, change, refuse } = editing
  const { name, phone, caller, note } = draft.value
  const people = plan.household.members.filter(({ kind }) => kind !== 'pet')
  return (
    <>
      <NameField value={name} onCommit={(text) => change({ name: text })} />
      <PhoneField
        value={phone}
        onCommit={(text) => change({ phone: text })}
        onWrong={() => refuse('phone')}
      />
      {people.length === 0 ? null : (
        <Select
          label={<Said k="mymap:thing.caller" />}
          options={[
            { value: '', text: t.label('thing.notTold') },
            ...people.map((member) => ({ value: member.id, text: member.name })),
          ]}
          value={caller ?? ''}
          onChange={(id) => change({ caller: id === '' ? null : id })}
        />
      )}
      <NoteField value={note} onCommit={(text) => change({ note: text })} />
    </>
  )
}
