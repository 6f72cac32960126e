import styles from './QrPicture.module.css'

/** The dark squares as one path: a bar for each run of a row, so that no seams show between squares. */
function pathOf(matrix: readonly (readonly boolean[])[]): string {
  const bars: string[] = []
  matrix.forEach((row, y) => {
    let start = -1
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true && start < 0) start = x
      if (row[x] === true || start < 0) continue
      bars.push(`M${start} ${y}h${x - start}v1h${start - x}z`)
      start = -1
    }
  })
  return bars.join('')
}

/**
 * A QR code: black on white in every theme and on paper, because readers need it, and as wide as its container up to a size
 * that is read from an arm's length. `matrix` is square, dark = true, with its light edge; `label` says what it opens.
 */
export const QrPicture = ({
  matrix,
  label,
}: {
  readonly matrix: readonly (readonly boolean[])[]
  readonly label: string
}) => (
  <svg
    className={styles.code}
    viewBox={`0 0 ${matrix.length} ${matrix.length}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
  >
    <rect width={matrix.length} height={matrix.length} fill="#ffffff" />
    <path d={pathOf(matrix)} fill="#000000" />
  </svg>
)
