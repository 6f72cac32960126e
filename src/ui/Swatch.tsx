import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Swatch.module.css'

type Pattern = {
  readonly size: number
  readonly stroke: number
  readonly lines: readonly (readonly [number, number, number, number])[]
  readonly dots: readonly (readonly [number, number, number])[]
}

/** How a field of the legend is drawn: fill, outline and a repeating drawing, so that colour is never alone. */
export type SwatchPaint = {
  /** null = nothing but the drawing. */
  readonly fill: string | null
  /** Colour of the drawing, and of the outline where `edge` does not say otherwise. */
  readonly ink: string
  readonly pattern: Pattern
  readonly edge?: string
  /** Drawn under the outline, and under the drawing where there is no fill. */
  readonly halo?: string | null
  readonly dotted?: boolean
}

/** How much wider the halo is than the drawing on it, in CSS pixels all around. */
const CASING = 1.2

/** The drawing once, with all of it that comes in from its neighbours. `wider` is added all around. */
const Drawing = ({
  pattern,
  ink,
  wider = 0,
}: {
  readonly pattern: Pattern
  readonly ink: string
  readonly wider?: number
}) => {
  const shifts = [-pattern.size, 0, pattern.size]
  return (
    <g stroke={ink} strokeWidth={pattern.stroke + 2 * wider} strokeLinecap="round">
      {shifts.map((dx) =>
        shifts.map((dy) => (
          <g key={`${dx} ${dy}`} transform={`translate(${dx} ${dy})`}>
            {pattern.lines.map(([x1, y1, x2, y2], index) => (
              <path key={index} d={`M${x1} ${y1} L${x2} ${y2}`} />
            ))}
            {pattern.dots.map(([x, y, radius], index) => (
              <circle key={index} cx={x} cy={y} r={radius + wider} fill={ink} stroke="none" />
            ))}
          </g>
        )),
      )}
    </g>
  )
}

const BOX = { x: 2, y: 2, width: 40, height: 26, rx: 3 } as const

/** A field of the legend, drawn with the same fill and pattern as the map. Decorative: the words stand beside it. */
export const Swatch = ({
  paint,
  large = false,
}: {
  readonly paint: SwatchPaint
  readonly large?: boolean
}) => {
  const id = useId()
  const { fill, ink, pattern, edge = ink, halo = null, dotted = false } = paint
  return (
    <svg
      className={classNames(styles.swatch, large && styles.large)}
      viewBox="0 0 44 30"
      aria-hidden="true"
      focusable="false"
    >
      <pattern id={id} width={pattern.size} height={pattern.size} patternUnits="userSpaceOnUse">
        {fill === null && halo !== null ? <Drawing pattern={pattern} ink={halo} wider={CASING} /> : null}
        <Drawing pattern={pattern} ink={ink} />
      </pattern>
      <rect {...BOX} fill={fill ?? 'none'} stroke={halo ?? edge} strokeWidth={halo === null ? 2 : 4} />
      <rect
        {...BOX}
        fill={`url(#${id})`}
        stroke={edge}
        strokeWidth="2"
        strokeDasharray={dotted ? '3 3' : undefined}
      />
    </svg>
  )
}

/** A line of a legend: the field, then the words. */
export const SwatchRow = ({
  paint,
  children,
}: {
  readonly paint: SwatchPaint
  readonly children: ReactNode
}) => (
  <li className={styles.row}>
    <Swatch paint={paint} large />
    <span>{children}</span>
  </li>
)
