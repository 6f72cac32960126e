import type { Plan } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { HOLDINGS, holdingsOf } from './plan-holds.ts'
import styles from './Share.module.css'

/** What a plan holds, counted; what it has none of is not named. */
export const Holds = ({ plan }: { readonly plan: Plan }) => {
  const holds = holdingsOf(plan)
  return (
    <ul className={styles.list}>
      {HOLDINGS.filter((one) => holds[one] > 0).map((one) => (
        <li key={one}>
          <Said k={`share:holds.${one}`} params={{ count: holds[one] }} />
        </li>
      ))}
    </ul>
  )
}
