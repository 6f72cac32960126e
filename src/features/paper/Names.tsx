import type { Member, Plan } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Said } from '#i18n/index.ts'
import { InTurn } from './Beside.tsx'
import styles from './Paper.module.css'
import { usePaper } from './paper-context.ts'

/** Somebody's own words: never translated, and in the direction of their own script. */
export const Own = ({ text }: { readonly text: string }) => (
  <bdi className={styles.own} translate="no">
    {text}
  </bdi>
)

/** What is shown of a thing that a person named: its name where names are wanted and told, else its kind. */
export const NameOrKind = ({ name, kind }: { readonly name: string; readonly kind: Phrase }) => {
  const { names } = usePaper()
  return names && name !== '' ? (
    <Own text={name} />
  ) : (
    <InTurn>
      <Said phrase={kind} />
    </InTurn>
  )
}

/** Who somebody is without their name: "adult 1", counted among the people of the same kind. */
function withoutName(member: Member, members: readonly Member[]): Phrase {
  const sameKind = members.filter(({ kind }) => kind === member.kind)
  return { key: `paper:person.${member.kind}`, params: { number: sameKind.indexOf(member) + 1 } }
}

/** Who does something: each member, or all of us. */
export const Who = ({ ids, plan }: { readonly ids: readonly string[]; readonly plan: Plan }) => {
  const { members } = plan.household
  const them = members.filter(({ id }) => ids.includes(id))
  if (them.length === 0)
    return (
      <InTurn>
        <Said k="paper:who.all" />
      </InTurn>
    )
  return (
    <ul className={styles.names}>
      {them.map((member) => (
        <li key={member.id}>
          <NameOrKind name={member.name} kind={withoutName(member, members)} />
        </li>
      ))}
    </ul>
  )
}
