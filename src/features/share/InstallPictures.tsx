import styles from './InstallHint.module.css'

/** What is shown beside a step: drawn for this app, no picture of anybody's. */
export type InstallPicture = 'iosShare' | 'addRow' | 'confirm' | 'homeScreen' | 'dots' | 'addressBar'

/** The frame of a phone with its screen, 96 by 120. */
const Phone = () => (
  <>
    <rect x="14" y="4" width="68" height="112" rx="10" className={styles.line} />
    <path d="M40 11h16" className={styles.line} />
  </>
)

/** A square with an arrow out of its top: the sign that iOS has for sharing. */
const ShareSign = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <path d="M-4 -3h-4v14h16v-14h-4" className={styles.line} />
    <path d="M0 5v-14m-4 4 4-4 4 4" className={styles.line} />
  </g>
)

/** A square with a plus: the sign beside "add to the home screen". */
const PlusSign = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect x="-8" y="-8" width="16" height="16" rx="4" className={styles.line} />
    <path d="M0 -4v8m-4-4h8" className={styles.line} />
  </g>
)

/** A finger's ring around the thing to press. */
const Press = ({ x, y, r = 17 }: { readonly x: number; readonly y: number; readonly r?: number }) => (
  <circle cx={x} cy={y} r={r} className={styles.press} />
)

/** Lines of text that are not to be read. */
const Lines = ({ ys }: { readonly ys: readonly number[] }) => (
  <>
    {ys.map((y) => (
      <path key={y} d={`M24 ${y}h48`} className={styles.faint} />
    ))}
  </>
)

const DRAWINGS: { readonly [picture in InstallPicture]: () => React.ReactNode } = {
  iosShare: () => (
    <>
      <Lines ys={[26, 36, 46, 56, 66]} />
      <path d="M14 90h68" className={styles.line} />
      <ShareSign x={48} y={101} />
      <Press x={48} y={101} />
    </>
  ),
  addRow: () => (
    <>
      <path d="M14 44h68M14 68h68M14 92h68" className={styles.faint} />
      <path d="M24 56h30M24 104h30" className={styles.faint} />
      <path d="M24 80h30" className={styles.line} />
      <PlusSign x={68} y={80} />
      <Press x={68} y={80} />
    </>
  ),
  confirm: () => (
    <>
      <rect x="24" y="44" width="22" height="22" rx="5" className={styles.app} />
      <path d="M52 50h20M52 60h14" className={styles.faint} />
      <rect x="54" y="20" width="22" height="13" rx="6.500" className={styles.line} />
      <path d="m60 26.500 3.500 3.500 6-7" className={styles.line} />
      <Press x={65} y={26.5} />
    </>
  ),
  homeScreen: () => (
    <>
      {[24, 42, 60].flatMap((x) =>
        [24, 44, 64].map((y) => (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width="12"
            height="12"
            rx="3"
            className={x === 42 && y === 64 ? styles.app : styles.faint}
          />
        )),
      )}
      <Press x={48} y={70} r={13} />
    </>
  ),
  dots: () => (
    <>
      <rect x="22" y="18" width="42" height="12" rx="6" className={styles.faint} />
      {[19, 24, 29].map((y) => (
        <circle key={y} cx="73" cy={y} r="1.800" className={styles.dot} />
      ))}
      <Press x={73} y={24} r={13} />
      <Lines ys={[48, 58, 68, 78]} />
    </>
  ),
  addressBar: () => (
    <>
      <rect x="20" y="18" width="56" height="14" rx="7" className={styles.faint} />
      <path d="M66 21v6m-3-3 3 3 3-3m-6 5h6" className={styles.line} />
      <Press x={66} y={25} r={12} />
      <Lines ys={[48, 58, 68, 78]} />
    </>
  ),
}

/** The drawing of one step. The step says the same in words, so it is not read out. */
export const InstallDrawing = ({ picture }: { readonly picture: InstallPicture }) => {
  const Drawing = DRAWINGS[picture]
  return (
    <svg viewBox="0 0 96 120" className={styles.picture} aria-hidden="true" focusable="false">
      <Phone />
      <Drawing />
    </svg>
  )
}
