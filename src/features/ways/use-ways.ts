import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '#domain/result.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'
import type { Answer } from './ask-ways.ts'

/** How far the search for the ways has come. */
export type Search =
  | { readonly state: 'asking' | 'stopped' | 'failed' }
  | { readonly state: 'answered'; readonly key: string; readonly answer: Result<Answer, WaysRefusal> }

/** Asks again after so long, milliseconds: closures begin and end, and the water comes nearer. */
export const EACH_HALF_MINUTE = 30_000

/** The time now, told anew each half minute. */
export function useNow(now: () => number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), EACH_HALF_MINUTE)
    return () => clearInterval(timer)
  }, [now])
  return time
}

/**
 * Asks for the ways whenever `ask` is another function. While nothing but the time has changed (`key` is the same) what was found
 * stays on the screen until the new answer is there.
 * @param ask null = there is nothing to ask
 */
export function useWays(
  ask: ((signal: AbortSignal) => Promise<Result<Answer, WaysRefusal>>) | null,
  key: string,
): { readonly search: Search; readonly stop: () => void; readonly again: () => void } {
  const [search, setSearch] = useState<Search>({ state: 'asking' })
  const [round, setRound] = useState(0)
  const running = useRef<AbortController | null>(null)
  const stopped = useRef<string | null>(null)
  useEffect(() => {
    if (ask === null || stopped.current === key) return
    stopped.current = null
    const controller = new AbortController()
    running.current = controller
    setSearch((before) => (before.state === 'answered' && before.key === key ? before : { state: 'asking' }))
    ask(controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) setSearch({ state: 'answered', key, answer })
      },
      (error: unknown) => {
        if (controller.signal.aborted) return
        console.error(error)
        setSearch({ state: 'failed' })
      },
    )
    return () => controller.abort()
  }, [ask, key, round])
  const stop = useCallback(() => {
    running.current?.abort()
    stopped.current = key
    setSearch({ state: 'stopped' })
  }, [key])
  const again = useCallback(() => {
    stopped.current = null
    setRound((before) => before + 1)
  }, [])
  return { search, stop, again }
}
