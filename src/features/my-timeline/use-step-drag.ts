import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { TriggerId } from '#domain/timeline/trigger.ts'

/** Where a step would fall: before another one of a trigger, or behind the last of it. */
export type Drop = { readonly id: string; readonly trigger: TriggerId; readonly before: string | null }

/** Below this many pixels a touch of the handle is no pull. */
const SLOP = 6
/** Nearer than this to the edge of what scrolls, it scrolls by so much for each movement. Pixels. */
const EDGE = 60
const SPEED = 14

/**
 * Where a pull ends: in the group at that height (else the nearest), before the first step whose middle lies below it.
 * Groups bear `data-trigger`, steps `data-step`.
 */
export function dropAt(list: HTMLElement, id: string, y: number): Drop | null {
  const groups = [...list.querySelectorAll<HTMLElement>('[data-trigger]')]
  const distance = (group: HTMLElement) => {
    const { top, bottom } = group.getBoundingClientRect()
    return Math.max(top - y, y - bottom, 0)
  }
  const [group] = groups.toSorted((a, b) => distance(a) - distance(b))
  if (group === undefined) return null
  const below = [...group.querySelectorAll<HTMLElement>('[data-step]')].find((step) => {
    const { top, height } = step.getBoundingClientRect()
    return step.dataset['step'] !== id && top + height / 2 > y
  })
  return {
    id,
    trigger: group.dataset['trigger'] as TriggerId,
    before: below?.dataset['step'] ?? null,
  }
}

/** What scrolls around an element. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  return document.documentElement
}

function scrollNearEdge(list: HTMLElement, y: number): void {
  const scroller = scrollerOf(list)
  const isPage = scroller === document.documentElement
  const { top, bottom } = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect()
  if (y < top + EDGE) scroller.scrollTop -= SPEED
  else if (y > bottom - EDGE) scroller.scrollTop += SPEED
}

/**
 * Pulls steps by a handle, with finger, pen or mouse. `drop` says where the step would fall, for a line to be drawn there;
 * Escape and a lost pointer give up. The keyboard has buttons.
 */
export function useStepDrag(list: RefObject<HTMLElement | null>, onDrop: (drop: Drop) => void) {
  const [drop, setDrop] = useState<Drop | null>(null)
  const from = useRef<number | null>(null)
  const stop = () => {
    from.current = null
    setDrop(null)
  }
  const isPulled = drop !== null
  useEffect(() => {
    if (!isPulled) return undefined
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      from.current = null
      setDrop(null)
    }
    addEventListener('keydown', giveUp, true)
    return () => removeEventListener('keydown', giveUp, true)
  }, [isPulled])
  const handle = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      from.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current === null || list.current === null) return
      if (drop === null && Math.abs(event.clientY - from.current) < SLOP) return
      scrollNearEdge(list.current, event.clientY)
      setDrop(dropAt(list.current, id, event.clientY))
    },
    onPointerUp: () => {
      if (drop !== null) onDrop(drop)
      stop()
    },
    onPointerCancel: stop,
  })
  return { drop, handle }
}
