import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { IconButton } from './Button.tsx'
import { useSheetDrag } from './use-sheet-drag.ts'
import { SHEET_HEIGHTS, type SheetHeight } from './sheet-height.ts'
import styles from './Sheet.module.css'

export type SheetWords = {
  /** For the handle, when it makes the sheet larger or smaller. */
  readonly larger: string
  readonly smaller: string
  readonly close: string
}

/** Pulled, pressed, or moved by the arrow keys. */
const Handle = ({
  sheet,
  height,
  onHeight,
  words,
}: {
  readonly sheet: RefObject<HTMLElement | null>
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  readonly words: SheetWords
}) => {
  const drag = useSheetDrag(sheet, height, onHeight)
  const step = (by: number) => {
    const index = SHEET_HEIGHTS.indexOf(height) + by
    onHeight(SHEET_HEIGHTS[Math.max(0, Math.min(SHEET_HEIGHTS.length - 1, index))] ?? height)
  }
  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={height === 'full' ? words.smaller : words.larger}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(1)
        else if (event.key === 'ArrowDown') step(-1)
        else return
        event.preventDefault()
      }}
      {...drag}
    >
      <span className={styles.grip} />
    </button>
  )
}

/**
 * The panel that carries the words: a sheet at the bottom with three heights on an upright phone, a column at the inline
 * start on a wide screen. It is no dialog: the map beside it stays usable. When `screen` changes after the first drawing
 * the heading takes the focus, so that a screen reader goes on reading where the new words are.
 */
export const Sheet = ({
  screen,
  title,
  height,
  onHeight,
  onClose,
  moveFocus,
  words,
  children,
}: {
  /** Changes when other content is shown. */
  readonly screen: string
  readonly title: ReactNode
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  /** Shows the close button and makes Escape work. */
  readonly onClose?: (() => void) | undefined
  /** False where the person's hand is on the map and should stay there. */
  readonly moveFocus: boolean
  readonly words: SheetWords
  readonly children: ReactNode
}) => {
  const titleId = useId()
  const sheet = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const shown = useRef(screen)

  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    if (body.current !== null) body.current.scrollTop = 0
    if (moveFocus) heading.current?.focus({ preventScroll: true })
  }, [screen, moveFocus])

  return (
    <section
      ref={sheet}
      className={styles.sheet}
      data-height={height}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose?.()
      }}
    >
      <div className={styles.bar} data-closable={onClose !== undefined}>
        <Handle sheet={sheet} height={height} onHeight={onHeight} words={words} />
        {onClose === undefined ? null : (
          <div className={styles.close}>
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </div>
        )}
      </div>
      <div ref={body} className={styles.body}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {children}
      </div>
    </section>
  )
}
