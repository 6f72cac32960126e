import { useEffect, useRef, useState, type RefObject } from 'react'
import type { OnFoot } from '#domain/shelters/on-foot.ts'

/**
 * By which distances the list is in order. They come a moment after the list, and again whenever closures change: the list takes
 * their order once, and not at all once a person reads in it (a finger, a key, a wheel, the focus). The numbers are always the new
 * ones: only the places of the cards stay, because what moves under a finger is pressed by mistake.
 */
export function useSteadyOrder(
  box: RefObject<HTMLElement | null>,
  onFoot: OnFoot | null,
  /** The order begins anew with another one. */
  question: string,
): OnFoot | null {
  const [taken, setTaken] = useState<{ readonly question: string; readonly by: OnFoot | null }>({
    question,
    by: null,
  })
  const isRead = useRef(false)
  useEffect(() => {
    isRead.current = false
    const read = (): void => {
      isRead.current = true
    }
    const element = box.current
    const within = ['focusin', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const
    for (const kind of within) element?.addEventListener(kind, read, { passive: true })
    return () => {
      for (const kind of within) element?.removeEventListener(kind, read)
    }
  }, [box, question])
  useEffect(() => {
    setTaken((before) => {
      const isSame = before.question === question && before.by?.question === onFoot?.question
      if (isSame || isRead.current) return before.question === question ? before : { question, by: null }
      return { question, by: onFoot }
    })
  }, [onFoot, question])
  return taken.question === question ? taken.by : null
}
