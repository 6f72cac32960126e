import { COMPARED, comparePlans } from '#domain/plan/merge-plan.ts'
import { planText } from '#domain/plan/normalise-plan.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Quiet } from '#ui/Panel.tsx'
import styles from './Share.module.css'

/** Which of two states of one plan is the newer one, by when it was changed. */
export function ageOf(mine: Plan, theirs: Plan): 'same' | 'newer' | 'older' | 'other' {
  if (planText(mine) === planText(theirs)) return 'same'
  if (theirs.changedAt === mine.changedAt) return 'other'
  return theirs.changedAt > mine.changedAt ? 'newer' : 'older'
}

/** How what came differs from mine, list by list: what I do not have, what is otherwise with me, what is the same. */
export const Differences = ({ mine, theirs }: { readonly mine: Plan; readonly theirs: Plan }) => {
  const t = useWords('share')
  const compared = comparePlans(mine, theirs)
  const rows = COMPARED.filter((list) => Object.values(compared[list]).some((count) => count > 0))
  if (rows.length === 0) return null
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Said k="share:differs.list" />
            </th>
            {(['new', 'other', 'same'] as const).map((column) => (
              <th key={column} scope="col">
                <Said k={`share:differs.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((list) => (
            <tr key={list}>
              <th scope="row">
                <Said k={`share:differs.lists.${list}`} />
              </th>
              {(['new', 'other', 'same'] as const).map((column) => (
                <td key={column}>{formatNumber(t.language, compared[list][column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Quiet>
        <Said k="share:differs.means" />
      </Quiet>
    </>
  )
}
