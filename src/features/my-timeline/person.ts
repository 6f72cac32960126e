import type { Member, Plan } from '#domain/plan/plan.ts'
import type { Phrase } from '#domain/risk/report.ts'

/** How somebody is called: by the name, or as "adult 2" where none was told. */
export function personPhrase({ household }: Plan, { id, name, kind }: Member): Phrase {
  if (name !== '') return { key: 'interview:person.named', params: { name } }
  const alike = household.members.filter((one) => one.kind === kind)
  const number = alike.findIndex((one) => one.id === id) + 1
  return { key: `interview:person.${kind}`, params: { number } }
}
