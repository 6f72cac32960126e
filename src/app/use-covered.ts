import { useEffect, useState, type RefObject } from 'react'
import type { Covered } from './map-view-of.ts'

const NOTHING: Covered = { top: 0, bottom: 0, start: 0, end: 0 }

/** More than this share of the map's height is never called covered: a place must have somewhere to be shown. */
const MOST = 0.7

/** How much of the map the sheet covers, in CSS pixels; a column at the start covers `start`, a sheet below `bottom`. */
export function coveredBy(map: DOMRectReadOnly, sheet: DOMRectReadOnly, isMirrored: boolean): Covered {
  const isColumn = sheet.height >= map.height - 1 && sheet.width < map.width - 1
  if (isColumn) {
    const start = isMirrored ? map.right - sheet.left : sheet.right - map.left
    return { ...NOTHING, start: Math.round(start) }
  }
  return { ...NOTHING, bottom: Math.round(Math.min(sheet.height, map.height * MOST)) }
}

/**
 * Watches the sheet inside `main` and tells how much of the map it covers. Also written as `--covered-bottom` and
 * `--covered-start` on `main`, for what stands on the map.
 */
export function useCovered(main: RefObject<HTMLElement | null>): Covered {
  const [covered, setCovered] = useState<Covered>(NOTHING)
  useEffect(() => {
    const element = main.current
    const sheet = element?.querySelector(':scope > section')
    if (element === null || sheet === null || sheet === undefined || typeof ResizeObserver === 'undefined')
      return
    const measure = () => {
      const isMirrored = getComputedStyle(element).direction === 'rtl'
      const next = coveredBy(element.getBoundingClientRect(), sheet.getBoundingClientRect(), isMirrored)
      element.style.setProperty('--covered-bottom', `${next.bottom}px`)
      element.style.setProperty('--covered-start', `${next.start}px`)
      setCovered((now) => (now.bottom === next.bottom && now.start === next.start ? now : next))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(sheet)
    return () => observer.disconnect()
  }, [main])
  return covered
}
