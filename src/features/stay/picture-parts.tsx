import type { PictureScale } from './picture-scale.ts'
import styles from './DepthPicture.module.css'

/** A person, standing with the feet at `x`, `ground`. `tall` in metres: 1.6 a grown person, 1 a child of four (our choice). */
export const Person = ({
  x,
  ground,
  tall,
}: {
  readonly x: number
  readonly ground: number
  readonly tall: number
}) => {
  const at = (share: number) => ground - tall * share
  const arm = tall * 0.19
  return (
    <g className={styles.figure} strokeWidth={tall * 0.08}>
      <circle cx={x} cy={at(0.9)} r={tall * 0.1} />
      <path
        d={`M${x} ${at(0.78)} V${at(0.4)} M${x - arm} ${at(0.48)} L${x} ${at(0.72)} L${x + arm} ${at(0.48)}`}
      />
      <path d={`M${x - tall * 0.13} ${at(0)} L${x} ${at(0.4)} L${x + tall * 0.13} ${at(0)}`} />
    </g>
  )
}

/** The building with its floors; a saw-toothed edge where it goes on above the picture. */
export const Building = ({
  x,
  width,
  scale,
}: {
  readonly x: number
  readonly width: number
  readonly scale: PictureScale
}) => {
  const y = (metres: number) => scale.height - metres
  const { floors, eaves, roof, isCut } = scale
  const last = floors.length
  return (
    <g className={styles.house}>
      <path d={`M${x} ${y(0)} V${y(eaves)} H${x + width} V${y(0)} Z`} className={styles.wall} />
      {isCut ? <CutEdge x={x} width={width} y={y(eaves)} /> : null}
      {isCut || roof < 1 ? null : (
        <path
          d={`M${x - 0.5} ${y(eaves)} L${x + width / 2} ${y(eaves + roof)} L${x + width + 0.5} ${y(eaves)} Z`}
          className={styles.wall}
        />
      )}
      {isCut || roof >= 1 ? null : (
        <path
          d={`M${x - 0.2} ${y(eaves)} H${x + width + 0.2} V${y(eaves + roof)} H${x - 0.2} Z`}
          className={styles.wall}
        />
      )}
      {floors.map((floor, index) => (
        <g key={floor}>
          <path d={`M${x} ${y(floor)} H${x + width}`} />
          <Windows x={x} width={width} y={y(floor)} hasDoor={index === 0 && last > 0} />
        </g>
      ))}
    </g>
  )
}

const CutEdge = ({ x, width, y }: { readonly x: number; readonly width: number; readonly y: number }) => (
  <path
    d={`M${x} ${y} l${width / 6} -0.4 l${width / 6} 0.4 l${width / 6} -0.4 l${width / 6} 0.4 l${width / 6} -0.4 l${width / 6} 0.4`}
    className={styles.wall}
  />
)

/** Windows 0.9 m above a floor, and on the ground a door. */
const Windows = ({
  x,
  width,
  y,
  hasDoor,
}: {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly hasDoor: boolean
}) => (
  <>
    {hasDoor ? (
      <path d={`M${x + 0.5} ${y} v-1.9 h0.9 v1.9`} />
    ) : (
      <path d={`M${x + 0.5} ${y - 0.9} h1 v-0.8 h-1 Z`} />
    )}
    <path d={`M${x + width - 1.5} ${y - 0.9} h1 v-0.8 h-1 Z`} />
  </>
)
