import styles from './LineSwatch.module.css'

/** How a line of the legend is drawn: by width, dashes and strokes on it, so that colour is never alone. */
export type LinePaint = {
  readonly colour: string
  /** Under the line, wider. */
  readonly casing: string
  /** CSS pixels. */
  readonly width: number
  /** Dashes and gaps by turns, in widths of the line; null = unbroken. */
  readonly dash: readonly number[] | null
  readonly marks: 'none' | 'bars' | 'crosses' | 'arrows'
  /** Two lines of that width, so many CSS pixels from one another; absent = one line. */
  readonly gap?: number
}

const [WIDTH, HEIGHT, MIDDLE, CASING] = [48, 24, 12, 1.6]
/** Where the strokes stand on the line. */
const PLACES = [12, 24, 36]
/** Strokes of each kind, around `(0, 0)`. */
const MARKS = {
  bars: 'M0 -6V6',
  crosses: 'M-4 -4L4 4M-4 4L4 -4',
  arrows: 'M-1.6 -2.6L1.6 0L-1.6 2.6',
} as const

/** The strokes on the line. Arrows lie inside it, in the colour of the ground; the others reach beyond it, on a casing. */
const Marks = ({ marks, colour, casing, gap }: LinePaint) => {
  if (marks === 'none') return null
  const isInside = marks === 'arrows'
  const isLight = isInside && gap === undefined
  return PLACES.map((x) => (
    <g key={x} transform={`translate(${x} ${MIDDLE})`}>
      {isInside ? null : <path className={styles.casing} d={MARKS[marks]} stroke={casing} strokeWidth="5" />}
      <path
        className={isLight ? styles.casing : styles.line}
        d={MARKS[marks]}
        stroke={isLight ? casing : colour}
        strokeWidth={isInside ? 1.6 : 2.2}
      />
    </g>
  ))
}

/**
 * A piece of a line as the map draws it, for a legend. Decorative: the words stand beside it. In forced colours it is drawn in the
 * colour of the text, and told by its width and pattern.
 */
export const LineSwatch = ({ paint }: { readonly paint: LinePaint }) => {
  const { colour, casing, width, dash, gap } = paint
  const apart = gap === undefined ? 0 : (gap + width) / 2
  const lineAt = (y: number) => `M2 ${y}H${WIDTH - 2}`
  return (
    <svg
      className={styles.swatch}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
      fill="none"
    >
      <path
        className={styles.casing}
        d={lineAt(MIDDLE)}
        stroke={casing}
        strokeWidth={width + 2 * (apart + CASING)}
      />
      {(apart === 0 ? [0] : [-apart, apart]).map((shift) => (
        <path
          key={shift}
          className={styles.line}
          d={lineAt(MIDDLE + shift)}
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dash?.map((part) => part * width).join(' ')}
        />
      ))}
      <Marks {...paint} />
    </svg>
  )
}
