import type { Board } from '#domain/drills/drill-report.ts'
import { MARGIN_STEP } from '#domain/drills/board.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import { CountTable } from './CountTable.tsx'
import styles from './board.module.css'

const WIDTH = 320
const HEIGHT = 130
const FOOT = 20
const HEAD = 16

type Step = { readonly from: number; readonly count: number }

/** Bars from the least to the most. Too late is hatched, so that nobody needs a colour for it; where it changes stands a line. */
const Picture = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { language } = useWords('drills')
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const width = WIDTH / steps.length
  const zero = steps.findIndex(({ from }) => from >= 0)
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <defs>
        <pattern
          id="drill-late"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" x2="0" y1="0" y2="5" stroke="currentColor" strokeWidth="3" />
        </pattern>
      </defs>
      {steps.map(({ from, count }, index) => {
        const height = (count / most) * (HEIGHT - FOOT - HEAD)
        const [x, y] = [index * width, HEIGHT - FOOT - height]
        return (
          <g key={from}>
            <rect
              x={x + 1}
              y={y}
              width={Math.max(1, width - 2)}
              height={height}
              fill={from < 0 ? 'url(#drill-late)' : 'currentColor'}
              stroke="currentColor"
            />
            {count === 0 || steps.length > 12 ? null : (
              <text x={x + width / 2} y={y - 3} textAnchor="middle">
                {formatNumber(language, count)}
              </text>
            )}
          </g>
        )
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} stroke="currentColor" />
      {steps.map(({ from }, index) =>
        index !== 0 && index !== zero && index !== steps.length - 1 ? null : (
          <text
            key={from}
            x={index * width + (index === 0 ? 0 : width / 2)}
            y={HEIGHT - 4}
            textAnchor={index === 0 ? 'start' : 'middle'}
          >
            {formatNumber(language, from)}
          </text>
        ),
      )}
      {zero <= 0 ? null : (
        <line x1={zero * width} x2={zero * width} y1="0" y2={HEIGHT - FOOT} stroke="currentColor" />
      )}
    </svg>
  )
}

/** The same in a table. */
export const MarginTable = ({ margins }: { readonly margins: Board['margins'] }) => (
  <CountTable
    title={<Said k="drills:handIn.margin" />}
    rows={margins.map(({ from, count }) => ({
      key: String(from),
      name:
        from === null ? (
          <Said k="drills:handIn.unknown" />
        ) : (
          <Said k="drills:board.range" params={{ min: from, max: from + MARGIN_STEP - 1 }} />
        ),
      count,
    }))}
  />
)

/** How much time there was to spare, by five minutes. What is not known is no bar: it stands in the table. */
export const Margins = ({ margins }: { readonly margins: Board['margins'] }) => {
  const steps = margins.flatMap(({ from, count }) => (from === null ? [] : [{ from, count }]))
  return (
    <>
      {steps.length === 0 ? null : <Picture steps={steps} />}
      <More summary={<Said k="drills:handIn.margin" />}>
        <MarginTable margins={margins} />
      </More>
    </>
  )
}
