import { MY_PICTOGRAMS, shapeOf, type MyIcon, type MyShape } from '#map/symbols/my-pictograms.ts'
import styles from './MyPicture.module.css'

/** Outlines in a square of 32: danger, help and place differ by their shape, as on the map. */
const BODIES: { readonly [shape in MyShape]: string } = {
  danger: 'M16 2.5L30.5 28.500H1.500Z',
  help: 'M5 2.500H27A2.5 2.5 0 0 1 29.5 5V27A2.5 2.5 0 0 1 27 29.500H5A2.5 2.5 0 0 1 2.5 27V5A2.5 2.5 0 0 1 5 2.500Z',
  place: 'M16 2A14 14 0 1 0 16 30A14 14 0 1 0 16 2Z',
}
/** Where the drawing stands: start, top and scale. */
const SIGNS: { readonly [shape in MyShape]: readonly [number, number, number] } = {
  danger: [10, 13, 0.75],
  help: [6.4, 6.4, 1.2],
  place: [7.2, 6.8, 1.1],
}

/** The symbol of something on My Hazard Map, as the map draws it. Decorative: the words stand beside it. */
export const MyPicture = ({ icon }: { readonly icon: MyIcon }) => {
  const shape = shapeOf(icon)
  const { width, strokes, fills } = MY_PICTOGRAMS[icon]
  const [x, y, scale] = SIGNS[shape]
  return (
    <svg
      className={styles.picture}
      data-shape={shape}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.body} d={BODIES[shape]} />
      <g className={styles.sign} transform={`translate(${x} ${y}) scale(${scale})`}>
        {strokes.map((d) => (
          <path key={d} d={d} strokeWidth={width} />
        ))}
        {fills.map((d) => (
          <path key={d} d={d} data-filled="" />
        ))}
      </g>
    </svg>
  )
}
