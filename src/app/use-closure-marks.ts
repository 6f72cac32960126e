import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useWords } from '#i18n/index.ts'
import { NO_CLOSURES, type ClosureMark } from '#map/map-view.ts'
import type { Parts } from './parts.ts'

type Tools = { readonly marksOf: typeof import('./closure-marks.ts').marksOf }

/** How often it is looked whether one begins, ends or becomes old. Milliseconds. */
const EVERY = 30_000

/** Code and words for the marks, once there is a first feed; asked for again with each news while they cannot be had. */
function useTools(parts: Parts): Tools | null {
  const reading = useStore(parts.closures, (state) => state.reading)
  const [tools, setTools] = useState<Tools | null>(null)
  const isWanted = tools === null && reading !== null && reading.kept !== null
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    const load = async () => {
      const { addWords, marksOf } = await import('./closure-marks.ts')
      await addWords()
      if (!isGone) setTools({ marksOf })
    }
    load().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [isWanted, reading])
  return tools
}

/**
 * The closures for the map. Until their code and words are here, and where they cannot be had, the map shows none and says nothing
 * of them. The list stays the same one as long as it says the same: a new one would be drawn anew.
 */
export function useClosureMarks(parts: Parts): readonly ClosureMark[] {
  const t = useWords('closures')
  const known = useStore(parts.closures)
  const tools = useTools(parts)
  const [marks, setMarks] = useState(NO_CLOSURES)
  useEffect(() => {
    if (tools === null) return
    const look = () => {
      const next = tools.marksOf(known, parts.services.clock.now(), t)
      setMarks((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    look()
    const timer = setInterval(look, EVERY)
    return () => clearInterval(timer)
  }, [tools, known, parts, t])
  return marks
}
