import type { Plan, Step } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { Icon } from '#ui/Icon.tsx'
import { personPhrase } from './person.ts'
import styles from './timeline.module.css'

/** Who does a step: the names, or all of us. */
export const Who = ({ plan, who }: { readonly plan: Plan; readonly who: Step['who'] }) => {
  const members = plan.household.members.filter(({ id }) => who.includes(id))
  return (
    <span className={styles.who}>
      <Icon name="person" />
      {members.length === 0 ? (
        <Said k="interview:timeline.all" />
      ) : (
        members.map((member) => (
          <span key={member.id}>
            <Said phrase={personPhrase(plan, member)} />
          </span>
        ))
      )}
    </span>
  )
}
