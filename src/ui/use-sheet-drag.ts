import { useRef, type PointerEvent, type RefObject } from 'react'
import { heightAfterPress, restingHeight, type SheetHeight } from './sheet-height.ts'

/** Below this many pixels a pull is a press. */
const SLOP = 5

/**
 * The handlers of a sheet's handle: pull with finger, pen or mouse, or press. While pulled the sheet follows through the
 * custom property `--pulled`, so that nothing is rendered again for each movement.
 */
export function useSheetDrag(
  sheet: RefObject<HTMLElement | null>,
  height: SheetHeight,
  onHeight: (height: SheetHeight) => void,
) {
  const startY = useRef<number | null>(null)
  const moved = useRef(false)

  const settle = () => {
    startY.current = null
    sheet.current?.style.removeProperty('--pulled')
    sheet.current?.removeAttribute('data-pulling')
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      startY.current = event.clientY
      moved.current = false
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (startY.current === null) return
      const pulled = startY.current - event.clientY
      if (Math.abs(pulled) > SLOP) moved.current = true
      if (!moved.current) return
      sheet.current?.setAttribute('data-pulling', '')
      sheet.current?.style.setProperty('--pulled', `${pulled}px`)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (startY.current === null) return
      const pulled = startY.current - event.clientY
      settle()
      if (moved.current) onHeight(restingHeight(height, pulled, window.innerHeight))
    },
    onPointerCancel: settle,
    onClick: () => {
      if (!moved.current) onHeight(heightAfterPress(height))
      moved.current = false
    },
  }
}
