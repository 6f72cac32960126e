import { useRef, useState } from 'react'
import { planFileName } from '#domain/plan/plan-file.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Handed } from '#platform/ports.ts'
import type { PlanTools } from '../plan/index.ts'
import { makePlanFile, type FileProgress } from './make-file.ts'

export type FileOutcome = {
  readonly how: 'saved' | 'sent' | 'failed' | 'cancelled'
  /** Photos that could not be found any more. */
  readonly missing: number
}

/** How a file left, in the words of this section. */
function outcomeOf(handed: Handed, by: 'save' | 'send'): FileOutcome['how'] {
  if (handed !== 'done') return handed
  return by === 'save' ? 'saved' : 'sent'
}

/** Makes the file of a plan and hands it over: one at a time, with progress, and it can be stopped. A file that left is noted. */
export function useFileOut(tools: PlanTools, plan: Plan) {
  const [progress, setProgress] = useState<FileProgress | null>(null)
  const [outcome, setOutcome] = useState<FileOutcome | null>(null)
  const job = useRef<AbortController | null>(null)
  const { commands } = tools.plans
  const run = async (by: 'save' | 'send') => {
    job.current?.abort()
    const { signal } = (job.current = new AbortController())
    setOutcome(null)
    setProgress({ done: 0, total: 0 })
    try {
      const file = await makePlanFile(plan, (id) => commands.photo(id), tools.now(), signal, setProgress)
      if (file === null) return setOutcome({ how: 'cancelled', missing: 0 })
      const name = planFileName(plan, '.minna.json')
      const handed =
        by === 'save'
          ? tools.sharer.download(name, file.content)
          : await tools.sharer.shareFile(name, file.content.type, file.content)
      if (handed === 'done') await commands.noteExport(plan.id)
      setOutcome({ how: outcomeOf(handed, by), missing: handed === 'done' ? file.missing : 0 })
    } catch {
      setOutcome({ how: 'failed', missing: 0 })
    } finally {
      setProgress(null)
    }
  }
  return { progress, outcome, run, stop: () => job.current?.abort() }
}
