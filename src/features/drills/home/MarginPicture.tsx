import type { MarginsOverTime } from '#domain/drills/history.ts'
import { formatDate, formatNumber, Said, useWords } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import { Margin } from './Margin.tsx'
import styles from './home.module.css'

const WIDTH = 320
const HEIGHT = 120
/** Room at the start for the numbers, and all around for the dots. */
const START = 36
const EDGE = 14

type Point = { readonly x: number; readonly y: number; readonly margin: number | null }

/** Where each drill stands. What has no minutes stands on the line of none, drawn apart: no minutes are not zero minutes. */
function placed({ points, best, worst }: MarginsOverTime) {
  const most = Math.max(best ?? 0, 1)
  const least = Math.min(worst ?? 0, 0)
  const yOf = (margin: number) => EDGE + ((most - margin) / Math.max(1, most - least)) * (HEIGHT - 2 * EDGE)
  const step = points.length < 2 ? 0 : (WIDTH - START - 2 * EDGE) / (points.length - 1)
  const dots = points.map(({ margin }, index): Point => ({
    x: START + EDGE + index * step,
    y: yOf(margin ?? 0),
    margin,
  }))
  return { dots, most, least, yOf }
}

/** Lines between neighbours that both have minutes. */
const linesOf = (dots: readonly Point[]): string =>
  dots
    .map(({ x, y, margin }, index) =>
      margin === null ? '' : `${index > 0 && dots[index - 1]?.margin != null ? 'L' : 'M'}${x} ${y}`,
    )
    .join('')

/** Minutes to spare over time in one danger and one way of doing it: a small picture, and the same as a table. */
export const MarginPicture = ({ margins }: { readonly margins: MarginsOverTime }) => {
  const { language } = useWords('drills')
  const { dots, most, least, yOf } = placed(margins)
  const ticks = [...new Set([Math.floor(most), 0, Math.floor(least)])]
  return (
    <div className={styles.figure}>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={START}
              x2={WIDTH}
              y1={yOf(tick)}
              y2={yOf(tick)}
              stroke="currentColor"
              strokeWidth={tick === 0 ? 1.5 : 0.5}
            />
            <text x={START - 6} y={yOf(tick) + 4} textAnchor="end">
              {formatNumber(language, tick)}
            </text>
          </g>
        ))}
        <path d={linesOf(dots)} fill="none" stroke="currentColor" strokeWidth="2" />
        {dots.map(({ x, y, margin }, index) =>
          margin === null ? (
            <path
              key={index}
              d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`}
              stroke="currentColor"
              strokeWidth="2"
              fill="none"
            />
          ) : (
            <circle key={index} cx={x} cy={y} r="4" fill="currentColor" />
          ),
        )}
      </svg>
      <More summary={<Said k="drills:home.chart" />}>
        <table className={styles.table}>
          <tbody>
            {margins.points.map(({ at, margin, nonce }) => (
              <tr key={nonce}>
                <th scope="row">
                  <Said text={formatDate(language, new Date(at).toISOString())} />
                </th>
                <td>
                  <Margin margin={margin} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </More>
    </div>
  )
}
