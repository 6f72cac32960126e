import styles from './RoundSign.module.css'

type Drawing = {
  readonly box: number
  readonly width: number
  readonly strokes: readonly string[]
  readonly fills: readonly string[]
}

/** How a round sign is drawn: the body tells as much as the drawing, so that colour is never alone. */
export type SignPaint = {
  /** A full disc with a light drawing, a ring, or a ring of dashes. */
  readonly body: 'filled' | 'ring' | 'broken'
  readonly drawing: Drawing
  readonly colour: string
  readonly ground: string
  /** A small round badge over the lower corner. */
  readonly badge: { readonly drawing: Drawing; readonly colour: string; readonly ground: string } | null
}

/** A drawing with its top left corner at `at` on both axes, `side` wide. */
const Picture = ({
  drawing,
  colour,
  at,
  side,
  name,
}: {
  readonly drawing: Drawing
  readonly colour: string
  readonly at: number
  readonly side: number
  readonly name: string | undefined
}) => (
  <g
    className={name}
    transform={`translate(${at} ${at}) scale(${side / drawing.box})`}
    color={colour}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {drawing.strokes.map((path) => (
      <path key={path} d={path} stroke="currentColor" strokeWidth={drawing.width} fill="none" />
    ))}
    {drawing.fills.map((path) => (
      <path key={path} d={path} fill="currentColor" />
    ))}
  </g>
)

/** A round sign as the map draws it, for lists and legends. Decorative: the words stand beside it. */
export const RoundSign = ({ paint }: { readonly paint: SignPaint }) => {
  const { body, drawing, colour, ground, badge } = paint
  const isFilled = body === 'filled'
  const width = body === 'broken' ? 2.4 : 4
  return (
    <svg className={styles.sign} viewBox="4 4 42 42" aria-hidden="true" focusable="false">
      <g className={isFilled ? styles.ink : styles.ground} color={isFilled ? colour : ground}>
        <circle cx="24" cy="24" r="17" fill="currentColor" />
      </g>
      <g className={styles.ink} color={colour}>
        <circle
          cx="24"
          cy="24"
          r={17 - width / 2}
          fill="none"
          stroke="currentColor"
          strokeWidth={width}
          strokeDasharray={body === 'broken' ? '6 4.7' : undefined}
        />
      </g>
      <Picture
        drawing={drawing}
        colour={isFilled ? ground : colour}
        at={13}
        side={22}
        name={isFilled ? styles.ground : styles.ink}
      />
      {badge === null ? null : (
        <>
          <g className={styles.ground} color={badge.ground}>
            <circle cx="38" cy="38" r="9" fill="currentColor" />
          </g>
          <g className={styles.ink} color={badge.colour}>
            <circle cx="38" cy="38" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" />
          </g>
          <Picture drawing={badge.drawing} colour={badge.colour} at={32} side={12} name={styles.ink} />
        </>
      )}
    </svg>
  )
}
