import { useId, type ReactNode } from 'react'
import type { DepthRank } from '#domain/hazards/depth-band.ts'
import type { ZoneLook } from '#map/zone-looks.ts'
import type { QuestionId } from './questions.ts'
import styles from './ReadCheck.module.css'

/** How a rank of a layer looks on this person's map. */
export type LookOf = (layer: 'flood-max' | 'landslide-steepSlope', rank: number) => ZoneLook

/** A zone with the fill, the pattern and the outline of the real map. */
const Zone = ({ look, d }: { readonly look: ZoneLook; readonly d: string }) => {
  const id = useId()
  const { pattern, ink, fill, edge, halo } = look
  const shifts = [-pattern.size, 0, pattern.size]
  return (
    <>
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
      {fill === null ? null : <path d={d} fill={fill} />}
      {halo === null ? null : <path d={d} fill="none" stroke={halo} strokeWidth="5" />}
      <path d={d} fill={`url(#${id})`} stroke={edge} strokeWidth="2" />
    </>
  )
}

/** A house with its letter, on a plate of its own so that no pattern runs through it. */
const House = ({ x, y, letter }: { readonly x: number; readonly y: number; readonly letter: string }) => (
  <g className={styles.house}>
    <path d={`M${x - 17} ${y + 16} V${y - 4} L${x} ${y - 20} L${x + 17} ${y - 4} V${y + 16} Z`} />
    <text x={x} y={y + 12} textAnchor="middle" fontSize="20">
      {letter}
    </text>
  </g>
)

const Frame = ({ children }: { readonly children: ReactNode }) => (
  <svg className={styles.map} viewBox="0 0 320 180" aria-hidden="true" focusable="false">
    <rect width="320" height="180" className={styles.land} />
    {children}
  </svg>
)

const BIG_RIVER = 'M60 0 C40 60 90 110 70 180'
const FLOOD_ZONE = 'M8 0 H150 C175 50 130 90 168 130 C180 150 176 165 180 180 H4 C20 120 -6 70 8 0 Z'
const Road = ({ d }: { readonly d: string }) => <path d={d} className={styles.road} />

/**
 * The small drawn map of a question. Drawn for this screen and of no real place; zones look as they do on this person's own
 * map. It is decorative for a screen reader: the words below it tell all that is needed for the answer.
 */
export const QuizMap = ({
  id,
  rank,
  looks,
}: {
  readonly id: QuestionId
  /** The depth of the flood zone in the picture. */
  readonly rank: DepthRank
  readonly looks: LookOf
}) => {
  switch (id) {
    case 'depth':
      return (
        <Frame>
          <Zone look={looks('flood-max', rank)} d={FLOOD_ZONE} />
          <path d={BIG_RIVER} className={styles.river} />
          <Road d="M0 150 H320 M230 0 V180" />
          <House x={122} y={80} letter="A" />
        </Frame>
      )
    case 'uncoloured':
      return (
        <Frame>
          <Zone look={looks('flood-max', rank)} d={FLOOD_ZONE} />
          <path d={BIG_RIVER} className={styles.river} />
          <path d="M290 0 C262 50 296 100 268 180" className={styles.stream} />
          <Road d="M0 150 H320" />
          <House x={238} y={80} letter="B" />
        </Frame>
      )
    case 'red':
      return (
        <Frame>
          <path d="M0 0 H320 V38 C220 60 120 24 0 56 Z" className={styles.wood} />
          <Zone look={looks('landslide-steepSlope', 3)} d="M60 40 C130 22 210 56 268 44 L292 150 H40 Z" />
          <Zone look={looks('landslide-steepSlope', 6)} d="M96 38 C140 30 196 50 230 48 L240 108 H88 Z" />
          <Road d="M0 164 H320" />
          <House x={164} y={76} letter="C" />
        </Frame>
      )
  }
}
