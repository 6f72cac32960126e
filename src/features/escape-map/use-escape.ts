import { useEffect, useState } from 'react'
import type { Area } from '#domain/packs/area.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Departures, FoundWay, Reach, WaysRefusal } from '#domain/routes/ways-question.ts'
import type { WayFinder } from '#platform/ports.ts'
import type { Asked } from './escape-question.ts'

/** What was worked out. `here`: the way from the place that was asked about, or why there is none; null = no place was. */
export type Shown =
  | {
      readonly kind: 'reach'
      readonly reach: Reach
      readonly here: Result<FoundWay, WaysRefusal> | null
    }
  | { readonly kind: 'departure'; readonly departures: Departures }

export type EscapeAnswer = {
  readonly asked: Asked
  /** `failed` = the code could not be had, or broke. */
  readonly outcome: Result<Shown, WaysRefusal> | 'failed'
}

/**
 * Works out what is asked, anew when it becomes another; the work on the former is stopped. The former answer stays until the
 * new one is here.
 * @param asked keep it the same value between renderings; null = nothing is asked now
 */
export function useEscape(asked: Asked | null, finder: () => Promise<WayFinder>, area: Area) {
  const [answer, setAnswer] = useState<EscapeAnswer | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (asked === null) return undefined
    const job = new AbortController()
    const tell = (outcome: EscapeAnswer['outcome']) => {
      if (!job.signal.aborted) setAnswer({ asked, outcome })
    }
    workOut(asked, finder, area, job.signal).then(tell, (error: unknown) => {
      if (!job.signal.aborted) console.error(error)
      tell('failed')
    })
    return () => job.abort()
  }, [asked, finder, area, attempt])
  return {
    answer,
    isBusy: asked !== null && answer?.asked !== asked,
    again: () => {
      setAnswer(null)
      setAttempt((former) => former + 1)
    },
  }
}

async function workOut(
  { question, front, at }: Asked,
  open: () => Promise<WayFinder>,
  area: Area,
  signal: AbortSignal,
): Promise<Result<Shown, WaysRefusal>> {
  const finder = await open()
  signal.throwIfAborted()
  finder.use(area)
  if (front !== null) {
    const departures = await finder.departures(question, { front, at, signal })
    return departures.ok ? ok({ kind: 'departure', departures: departures.value }) : departures
  }
  const [reach, here] = await Promise.all([
    finder.reach(question, signal),
    at === null ? null : wayFrom(finder, question, at, signal),
  ])
  return reach.ok ? ok({ kind: 'reach', reach: reach.value, here }) : reach
}

async function wayFrom(
  finder: WayFinder,
  question: Asked['question'],
  at: NonNullable<Asked['at']>,
  signal: AbortSignal,
): Promise<Result<FoundWay, WaysRefusal>> {
  const found = await finder.waysFrom(question, at, { count: 1, signal })
  if (!found.ok) return found
  const [first] = found.value.ways
  return first === undefined ? { ok: false, reason: 'unreachable' } : ok(first)
}
