import { useEffect, useState, type ReactNode } from 'react'
import { addPlanWords, Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'

/** Once they are here they stay: nothing has to be waited for a second time. */
let areHere = false

/** Shows `children` when the words that come later are here; where they cannot be had it says so and offers to try again. */
export const WithLaterWords = ({
  children,
  quiet = false,
  instead,
}: {
  readonly children: ReactNode
  readonly quiet?: boolean
  /** Stands in its place where the words cannot be had. */
  readonly instead?: ReactNode
}) => {
  const [state, setState] = useState<'waiting' | 'ready' | 'failed'>(areHere ? 'ready' : 'waiting')
  useEffect(() => {
    if (state !== 'waiting') return
    let isGone = false
    addPlanWords().then(
      () => {
        areHere = true
        if (!isGone) setState('ready')
      },
      () => {
        if (!isGone) setState('failed')
      },
    )
    return () => {
      isGone = true
    }
  }, [state])
  if (state === 'ready') return children
  if (state === 'waiting' || quiet) return null
  if (instead !== undefined) return instead
  return (
    <Panel>
      <Notice
        tone="unknown"
        announce
        actions={
          <Button onClick={() => setState('waiting')}>
            <Said k="app:plan.again" />
          </Button>
        }
      >
        <p>
          <Said k="app:words.failed" />
        </p>
      </Notice>
      <Emergency />
    </Panel>
  )
}
