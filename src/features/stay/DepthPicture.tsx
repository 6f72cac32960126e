import { useId } from 'react'
import type { DepthBounds } from '#domain/hazards/depth-band.ts'
import { depthInWords, leastDepthInWords } from '#domain/stay/depth-in-words.ts'
import { floorHeight } from '#domain/stay/floor-height.ts'
import { useWords } from '#i18n/index.ts'
import { pictureScale, type PictureScale } from './picture-scale.ts'
import { Building, Person } from './picture-parts.tsx'
import styles from './DepthPicture.module.css'

/** The one person and the child stand this far from the house. Metres. */
const ADULT_AT = 1.5
const CHILD_AT = 0.7
const HOUSE_AT = 2.7
const HOUSE_WIDTH = 4.6

/** The words of the picture, for those who do not see it. */
function usePictureWords(depth: DepthBounds, floor: number | null): string {
  const t = useWords('stay')
  const least = leastDepthInWords(depth)
  const phrases = [
    depthInWords(depth),
    ...(least === null ? [] : [least]),
    ...(floor === null ? [] : [{ key: 'stay:depth.floor', params: { floor, height: floorHeight(floor) } }]),
  ]
  return phrases.map(({ key, params }) => t.label(key, params)).join(' ')
}

const Water = ({
  depth,
  height,
  width,
}: {
  readonly depth: DepthBounds
  readonly height: number
  readonly width: number
}) => {
  const id = useId()
  const line = height / 90
  const top = depth.max ?? height
  return (
    <>
      <pattern
        id={id}
        width={line * 5}
        height={line * 5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d={`M0 0 V${line * 5}`} className={styles.stripe} strokeWidth={line * 3} />
      </pattern>
      <rect x="0" y={height - top} width={width} height={top - depth.min} className={styles.veil} />
      <rect x="0" y={height - top} width={width} height={top - depth.min} fill={`url(#${id})`} />
      <rect x="0" y={height - depth.min} width={width} height={depth.min} className={styles.water} />
      {depth.max === null ? null : (
        <path
          d={`M0 ${height - depth.max} H${width}`}
          className={styles.level}
          strokeDasharray={`${line * 3} ${line * 2}`}
        />
      )}
      {depth.min === 0 ? null : <path d={`M0 ${height - depth.min} H${width}`} className={styles.level} />}
    </>
  )
}

/** The bounds in metres beside their lines; the lower one is left out where the two would lie on one another. */
const Metres = ({
  depth,
  height,
  width,
}: {
  readonly depth: DepthBounds
  readonly height: number
  readonly width: number
}) => {
  const size = height / 9.5
  const apart = depth.max === null || depth.max - depth.min > size * 1.15
  const shown = [...(depth.min > 0 && apart ? [depth.min] : []), ...(depth.max === null ? [] : [depth.max])]
  return shown.map((metres) => (
    <text
      key={metres}
      x={width - height / 45}
      y={height - metres - height / 60}
      fontSize={size}
      textAnchor="end"
    >
      {`${metres} m`}
    </text>
  ))
}

const Living = ({ scale, floor }: { readonly scale: PictureScale; readonly floor: number }) => {
  const at = scale.floors[floor - 1]
  if (at === undefined) return null
  const above = scale.floors[floor] ?? scale.eaves
  return (
    <g>
      <rect
        x={HOUSE_AT}
        y={scale.height - above}
        width={HOUSE_WIDTH}
        height={above - at}
        className={styles.living}
        strokeWidth={scale.height / 45}
      />
      <Person x={HOUSE_AT + HOUSE_WIDTH / 2} ground={scale.height - at} tall={1.6} />
    </g>
  )
}

/**
 * A depth beside a grown person of 1.6 m, a child of 1 m and a building, at true scale. Full water up to the lower bound,
 * hatched up to the upper one, because the class says no more than that; hatched to the top where no upper bound is
 * published. With a home: its storeys, and the family on its floor.
 */
export const DepthPicture = ({
  depth,
  storeys,
  floor = null,
}: {
  readonly depth: DepthBounds
  readonly storeys?: number
  readonly floor?: number | null
}) => {
  const scale = pictureScale(depth, storeys, floor ?? 1)
  const { height } = scale
  const width = Math.max(height * 0.95, HOUSE_AT + HOUSE_WIDTH + height / 3.6)
  const line = height / 90
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height + line}`}
      role="img"
      aria-label={usePictureWords(depth, floor)}
      strokeWidth={line}
      data-depth={`${depth.min}-${depth.max ?? ''}`}
    >
      <Building x={HOUSE_AT} width={HOUSE_WIDTH} scale={scale} />
      {floor === null ? null : <Living scale={scale} floor={floor} />}
      <Person x={ADULT_AT} ground={height} tall={1.6} />
      <Person x={CHILD_AT} ground={height} tall={1} />
      <Water depth={depth} height={height} width={width} />
      <path d={`M0 ${height} H${width}`} className={styles.ground} />
      <Metres depth={depth} height={height} width={width} />
    </svg>
  )
}
