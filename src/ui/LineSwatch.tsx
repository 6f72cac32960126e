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
  readonly marks: 'none' | 'bars' | 'crosses'
}

const [WIDTH, HEIGHT, MIDDLE, CASING] = [48, 24, 12, 1.6]
/** Where the strokes stand on the line. */
const PLACES = [12, 24, 36]
/** Strokes of the two kinds, around `(0, 0)`. */
const MARKS = { bars: 'M0 -6V6', crosses: 'M-4 -4L4 4M-4 4L4 -4' } as const

/**
 * A piece of a line as the map draws it, for a legend. Decorative: the words stand beside it. In forced colours it is drawn in the
 * colour of the text, and told by its width and pattern.
 */
export const LineSwatch = ({ paint }: { readonly paint: LinePaint }) => {
  const { colour, casing, width, dash, marks } = paint
  const line = `M2 ${MIDDLE}H${WIDTH - 2}`
  const strokes =
    marks === 'none' ? [] : PLACES.map((x) => ({ x, path: MARKS[marks], shift: `translate(${x} ${MIDDLE})` }))
  return (
    <svg
      className={styles.swatch}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
      fill="none"
    >
      <path className={styles.casing} d={line} stroke={casing} strokeWidth={width + 2 * CASING} />
      <path
        className={styles.line}
        d={line}
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dash?.map((part) => part * width).join(' ')}
      />
      {strokes.map(({ x, path, shift }) => (
        <path
          key={`casing ${x}`}
          className={styles.casing}
          d={path}
          transform={shift}
          stroke={casing}
          strokeWidth="5"
        />
      ))}
      {strokes.map(({ x, path, shift }) => (
        <path key={x} className={styles.line} d={path} transform={shift} stroke={colour} strokeWidth="2.2" />
      ))}
    </svg>
  )
}
