import { useState } from 'react'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { DrillTools } from '../tools.ts'
import { areaName } from './AskedTo.tsx'

/** The drill is of an area that is not open: offers to open it, and says so when it cannot be had. */
export const OtherArea = ({ tools, code }: { readonly tools: DrillTools; readonly code: string }) => {
  const t = useWords('drills')
  const [state, setState] = useState<'resting' | 'opening' | 'failed'>('resting')
  const name = wordsIn(t.language, areaName(tools, code))
  const open = async () => {
    setState('opening')
    const opened = (await tools.areas?.open(code)) ?? false
    setState(opened ? 'resting' : 'failed')
  }
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        tools.areas === undefined || state === 'opening' ? undefined : (
          <Button onClick={() => void open()}>
            <Said k="app:answer.openArea" params={{ name }} />
          </Button>
        )
      }
    >
      <p>
        <Said k="drills:join.otherArea" params={{ area: name }} />
      </p>
      {state === 'resting' ? null : (
        <p>
          <Said k={state === 'failed' ? 'drills:join.notOpened' : 'offline:opening'} />
        </p>
      )}
    </Notice>
  )
}
