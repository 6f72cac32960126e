import type { ReactNode } from 'react'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import styles from './board.module.css'

export type CountRow = { readonly key: string; readonly name: ReactNode; readonly count: number }

/** How many of each: in numbers, and as bars for who looks. */
export const CountTable = ({
  title,
  rows,
}: {
  readonly title: ReactNode
  readonly rows: readonly CountRow[]
}) => {
  const { language } = useWords('drills')
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <Said text={formatNumber(language, count)} />
              <span
                className={styles.bar}
                style={{ inlineSize: `${(100 * count) / most}%` }}
                aria-hidden="true"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
