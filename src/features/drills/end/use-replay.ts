import { useCallback, useEffect, useState } from 'react'

/** Minutes of the event in a second of watching. */
export const PLAY_SPEEDS = [1, 5, 20] as const
export type PlaySpeed = (typeof PLAY_SPEEDS)[number]

/** Where the scrubber stands, and whether it moves by itself. */
export type Player = {
  readonly minute: number
  readonly isPlaying: boolean
  readonly speed: PlaySpeed
  /** Goes to a minute and stands there. */
  readonly goTo: (minute: number) => void
  /** Begins anew where it stands at the end. */
  readonly play: () => void
  readonly pause: () => void
  readonly choose: (speed: PlaySpeed) => void
}

const wantsLessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves through the minutes of a drill. Who wants less motion sees one still picture after another, a second each. */
export function useReplay({ from, till }: { readonly from: number; readonly till: number }): Player {
  const [minute, setMinute] = useState(from)
  const [isPlaying, setPlaying] = useState(false)
  const [speed, choose] = useState<PlaySpeed>(5)
  const isAtEnd = minute >= till
  if (isPlaying && isAtEnd) setPlaying(false)

  useEffect(() => {
    if (!isPlaying) return undefined
    const on = (seconds: number) => setMinute((now) => Math.min(till, now + seconds * speed))
    if (wantsLessMotion()) {
      const timer = setInterval(() => on(1), 1000)
      return () => clearInterval(timer)
    }
    let last: number | null = null
    let asked = requestAnimationFrame(function step(time) {
      on(last === null ? 0 : (time - last) / 1000)
      last = time
      asked = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(asked)
  }, [isPlaying, speed, till])

  const goTo = useCallback(
    (wanted: number) => {
      setPlaying(false)
      setMinute(Math.min(till, Math.max(from, wanted)))
    },
    [from, till],
  )
  const play = useCallback(() => {
    setMinute((now) => (now >= till ? from : now))
    setPlaying(true)
  }, [from, till])
  const pause = useCallback(() => setPlaying(false), [])
  return { minute, isPlaying, speed, goTo, play, pause, choose }
}
