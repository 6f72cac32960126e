import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Swatch.module.css'

/** How a field of the legend is drawn: fill, outline and a repeating drawing, so that colour is never alone. */
export type SwatchPaint = {
  readonly fill: string
  /** Colour of the outline and of the drawing. */
  readonly ink: string
  readonly pattern: {
    readonly size: number
    readonly stroke: number
    readonly lines: readonly (readonly [number, number, number, number])[]
    readonly dots: readonly (readonly [number, number, number])[]
  }
}

/** A field of the legend, drawn with the same fill and pattern as the map. Decorative: the words stand beside it. */
export const Swatch = ({
  paint,
  large = false,
}: {
  readonly paint: SwatchPaint
  readonly large?: boolean
}) => {
  const id = useId()
  const { fill, ink, pattern } = paint
  const shifts = [-pattern.size, 0, pattern.size]
  return (
    <svg
      className={classNames(styles.swatch, large && styles.large)}
      viewBox="0 0 44 30"
      aria-hidden="true"
      focusable="false"
    >
      <pattern id={id} width={pattern.size} height={pattern.size} patternUnits="userSpaceOnUse">
        <g stroke={ink} strokeWidth={pattern.stroke} strokeLinecap="round">
          {shifts.map((dx) =>
            shifts.map((dy) => (
              <g key={`${dx} ${dy}`} transform={`translate(${dx} ${dy})`}>
                {pattern.lines.map(([x1, y1, x2, y2], index) => (
                  <path key={index} d={`M${x1} ${y1} L${x2} ${y2}`} />
                ))}
                {pattern.dots.map(([x, y, radius], index) => (
                  <circle key={index} cx={x} cy={y} r={radius} fill={ink} stroke="none" />
                ))}
              </g>
            )),
          )}
        </g>
      </pattern>
      <rect x="1" y="1" width="42" height="28" rx="4" fill={fill} />
      <rect x="1" y="1" width="42" height="28" rx="4" fill={`url(#${id})`} stroke={ink} strokeWidth="2" />
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
