import { useWords } from '#i18n/index.ts'
import styles from './drill.module.css'

type Point = { readonly minute: number; readonly share: number }

/** Units of the drawing: the box of the curve, and the room for the numbers around it. */
const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [240, 90, 30, 10, 14, 16]

/** How much of the published depth is reached by when. Points that are no numbers yet, or lie outside, are left out. */
export const CurvePicture = ({
  curve,
  minutes,
}: {
  readonly curve: readonly Point[]
  readonly minutes: number
}) => {
  const t = useWords('staff')
  if (!(minutes > 0)) return null
  const points = curve.filter(
    ({ minute, share }) => minute >= 0 && minute <= minutes && share >= 0 && share <= 1,
  )
  const x = (minute: number) => LEFT + (minute / minutes) * WIDTH
  const y = (share: number) => TOP + (1 - share) * HEIGHT
  const [first, last] = [points[0], points.at(-1)]
  // Nothing before the first point; as at the last one after it (see `shareAt`).
  const line = [
    ...(first === undefined
      ? []
      : [
          [0, 0],
          [first.minute, 0],
        ]),
    ...points.map(({ minute, share }) => [minute, share]),
    ...(last === undefined ? [] : [[minutes, last.share]]),
  ]
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${LEFT + WIDTH + RIGHT} ${TOP + HEIGHT + BOTTOM}`}
      role="img"
      aria-label={t.label('drill.water.picture')}
      direction="ltr"
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path className={styles.grid} d={`M${LEFT} ${y(share)}h${WIDTH}`} />
          <text x={LEFT - 4} y={y(share) + 3} textAnchor="end">
            {`${share * 100}%`}
          </text>
        </g>
      ))}
      {[0, minutes].map((minute) => (
        <text key={minute} x={x(minute)} y={TOP + HEIGHT + 12} textAnchor="middle">
          {minute}
        </text>
      ))}
      <polyline
        className={styles.line}
        points={line.map(([minute = 0, share = 0]) => `${x(minute)},${y(share)}`).join(' ')}
      />
      {points.map(({ minute, share }, index) => (
        <circle key={index} cx={x(minute)} cy={y(share)} r="3" />
      ))}
    </svg>
  )
}
