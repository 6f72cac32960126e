import type { Member } from '#domain/plan/plan.ts'
import { MOST } from '#domain/plan/plan.ts'
import { cleanText } from '#domain/plan/text.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { Select, TextField } from '#ui/Field.tsx'
import { Quiet } from '#ui/Panel.tsx'

type Commit = (text: string) => void

export const NameField = ({ value, onCommit }: { readonly value: string; readonly onCommit: Commit }) => (
  <TextField
    label={<Said k="mymap:thing.name" />}
    hint={<Said k="mymap:thing.nameHint" />}
    value={value}
    most={MOST.name}
    onCommit={(text) => onCommit(cleanText(text, MOST.name))}
  />
)

export const NoteField = ({ value, onCommit }: { readonly value: string; readonly onCommit: Commit }) => (
  <TextField
    label={<Said k="mymap:thing.note" />}
    value={value}
    most={MOST.note}
    lines={3}
    onCommit={(text) => onCommit(cleanText(text, MOST.note))}
  />
)

/** The digits and signs of a phone number, whichever keyboard they came from; null = it holds something else. */
export function readPhone(text: string): string | null {
  const typed = cleanText(text.normalize('NFKC').replace(/[‐‑‒–—―−ー－]/gu, '-'), MOST.phone)
  return /^[0-9+*#(). -]*$/u.test(typed) ? typed : null
}

/** A phone number. What is none is refused in words and never half taken. */
export const PhoneField = ({
  value,
  onCommit,
  onWrong,
}: {
  readonly value: string
  readonly onCommit: Commit
  readonly onWrong: () => void
}) => (
  <TextField
    label={<Said k="mymap:thing.phone" />}
    value={value}
    most={MOST.phone}
    type="tel"
    onCommit={(text) => {
      const phone = readPhone(text)
      if (phone === null) onWrong()
      else onCommit(phone)
    }}
  />
)

/** Who put it on the map, and when: chosen of the household, typed where nobody was told yet. */
export const AddedBy = ({
  members,
  by,
  addedAt,
  onBy,
}: {
  readonly members: readonly Member[]
  readonly by: string
  /** Milliseconds since 1970. */
  readonly addedAt: number
  readonly onBy: Commit
}) => {
  const t = useWords('mymap')
  const names = [...new Set([...members.map(({ name }) => name), by])].filter((name) => name !== '')
  const day = formatDate(t.language, new Date(addedAt).toISOString())
  return (
    <>
      {members.length === 0 ? (
        <TextField
          label={<Said k="mymap:thing.by" />}
          value={by}
          most={MOST.name}
          onCommit={(text) => onBy(cleanText(text, MOST.name))}
        />
      ) : (
        <Select
          label={<Said k="mymap:thing.by" />}
          options={[
            { value: '', text: t.label('thing.notTold') },
            ...names.map((name) => ({ value: name, text: name })),
          ]}
          value={by}
          onChange={onBy}
        />
      )}
      <Quiet>
        <Said text={t('thing.addedAt', { date: day })} />
      </Quiet>
    </>
  )
}
