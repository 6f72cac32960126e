import { useEffect, useState } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'

/** Why nothing can be done in a drill now. null = it can. */
export type Halt = 'interrupted' | 'elsewhere' | 'notBegun'

const haltOf = ({ drill, isInterrupted, isElsewhere }: Running, now: number): Halt | null => {
  if (isElsewhere) return 'elsewhere'
  if (isInterrupted) return 'interrupted'
  return now < (drill.invitation.begins ?? 0) ? 'notBegun' : null
}

/** Why nothing can be done now; it is looked at again with each tick of the drill, and once a second before its hour. */
export function useHalt(running: Running, tools: DrillTools): Halt | null {
  const [, lookAgain] = useState(0)
  const halt = haltOf(running, tools.clock.now())
  useEffect(() => {
    if (halt !== 'notBegun') return undefined
    const timer = setInterval(() => lookAgain((times) => times + 1), 1000)
    return () => clearInterval(timer)
  }, [halt])
  return halt
}

/** A drill that waits: to be taken up, for its hour, or because another page does it. */
export const Halted = ({
  halt,
  running,
  tools,
}: {
  readonly halt: Halt
  readonly running: Running
  readonly tools: DrillTools
}) => {
  const { commands } = tools.drills
  if (halt === 'interrupted')
    return (
      <Notice
        tone="info"
        actions={
          <Button look="main" onClick={() => commands.takeUp()}>
            <Said k="drills:home.goOn" />
          </Button>
        }
      >
        <p>
          <Said k="drills:home.interrupted" />
        </p>
      </Notice>
    )
  return (
    <Notice tone="info" announce>
      <p>
        {halt === 'elsewhere' ? (
          <Said k="drills:home.elsewhere" />
        ) : (
          <Said k="drills:poster.begins" params={{ 'at@time': running.drill.invitation.begins ?? 0 }} />
        )}
      </p>
    </Notice>
  )
}
