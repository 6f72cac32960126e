import { DEPTH_BANDS, type DepthRank } from '#domain/hazards/depth-band.ts'
import styles from './DepthPicture.module.css'

/** Height of the drawn air in metres, so that each band has room above it and the person stays visible. */
const ROOM: { readonly [rank in DepthRank]: number } = { 1: 8.6, 2: 8.6, 3: 8.6, 4: 12, 5: 22, 6: 26 }

/** A grown person of 1.6 m, feet at `x`. Metres. */
const Person = ({ x, room }: { readonly x: number; readonly room: number }) => (
  <g className={styles.figure}>
    <circle cx={x} cy={room - 1.45} r="0.17" />
    <path
      d={`M${x} ${room - 1.25} v0.65 M${x - 0.32} ${room - 0.75} L${x} ${room - 1.15} L${x + 0.32} ${room - 0.75}`}
    />
    <path d={`M${x - 0.22} ${room} L${x} ${room - 0.62} L${x + 0.22} ${room}`} />
  </g>
)

/**
 * A house of two storeys: floor 0.5 m above the ground, second floor at 3 m, eaves at 5.4 m, ridge at 7.4 m. The first
 * two are the heights that 国土交通省 puts beside the depth ranks (0.5 m floor level, 3 m second floor, 5 m its ceiling).
 */
const House = ({ x, room }: { readonly x: number; readonly room: number }) => {
  const y = (metres: number) => room - metres
  return (
    <g className={styles.house}>
      <path d={`M${x} ${y(0)} V${y(5.4)} H${x + 4.6} V${y(0)} Z`} className={styles.wall} />
      <path
        d={`M${x - 0.5} ${y(5.4)} L${x + 2.3} ${y(7.4)} L${x + 5.1} ${y(5.4)} Z`}
        className={styles.wall}
      />
      <path d={`M${x} ${y(0.5)} H${x + 4.6} M${x} ${y(3)} H${x + 4.6}`} />
      <path d={`M${x + 0.6} ${y(0.5)} V${y(2.5)} H${x + 1.6} V${y(0.5)}`} />
      <path d={`M${x + 2.5} ${y(1.4)} H${x + 3.9} V${y(2.4)} H${x + 2.5} Z`} />
      <path
        d={`M${x + 0.7} ${y(3.9)} H${x + 1.9} V${y(4.8)} H${x + 0.7} Z M${x + 2.7} ${y(3.9)} H${x + 3.9} V${y(4.8)} H${x + 2.7} Z`}
      />
    </g>
  )
}

/**
 * The depth beside a body and a house, at true scale. Full water up to the lower bound, dashed up to the upper one,
 * because the rank says no more than that. Decorative: the sentence beside it says the same.
 */
export const DepthPicture = ({ rank }: { readonly rank: DepthRank }) => {
  const room = ROOM[rank]
  const width = room * 1.2
  const { min, max } = DEPTH_BANDS[rank]
  const top = max ?? room
  const line = room / 90
  const middle = Math.max(0.2, width / 2 - 3.6)
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${room + line}`}
      aria-hidden="true"
      focusable="false"
      strokeWidth={line}
      data-rank={rank}
    >
      <House x={middle + 2.2} room={room} />
      <Person x={middle + 0.8} room={room} />
      <rect x="0" y={room - top} width={width} height={top - min} className={styles.maybe} />
      <rect x="0" y={room - min} width={width} height={min} className={styles.water} />
      {max === null ? null : (
        <path
          d={`M0 ${room - max} H${width}`}
          className={styles.level}
          strokeDasharray={`${line * 3} ${line * 2}`}
        />
      )}
      {min === 0 ? null : <path d={`M0 ${room - min} H${width}`} className={styles.level} />}
      <path d={`M0 ${room} H${width}`} className={styles.ground} />
      {[min, ...(max === null ? [] : [max])].map((metres) =>
        metres === 0 ? null : (
          <text
            key={metres}
            x={width - line * 2}
            y={room - metres - line * 1.5}
            fontSize={room / 8.5}
            textAnchor="end"
          >
            {`${metres} m`}
          </text>
        ),
      )}
    </svg>
  )
}
