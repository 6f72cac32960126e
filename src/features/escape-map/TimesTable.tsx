import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { LineSwatch } from '#ui/LineSwatch.tsx'
import styles from './EscapeMap.module.css'
import type { Row } from './rows.ts'

/** The legend of the map, which tells the same without the map: how each line looks, what it means, how much road there is. */
export const TimesTable = ({ rows }: { readonly rows: readonly Row[] }) => {
  const t = useWords('escape')
  const length = (metres: number) => (metres === 0 ? '0' : formatMetres(t.language, metres))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <Said k="escape:table.time" />
          </th>
          <th scope="col">
            <Said k="escape:table.length" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, look, says, metres }) => (
          <tr key={key} data-row={key}>
            <th scope="row">
              <span className={styles.time}>
                <LineSwatch paint={look} />
                <span>
                  <Said phrase={says} />
                </span>
              </span>
            </th>
            <td>{length(metres)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Said k="escape:table.all" />
          </th>
          <td>{length(rows.reduce((sum, { metres }) => sum + metres, 0))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
