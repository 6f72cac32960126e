import { useState } from 'react'
import type { PlanTools } from '../plan/index.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'

/** The link of a plan: copied, or handed to another app. Who else can read it is said beside it. */
export const LinkOut = ({ tools, link }: { readonly tools: PlanTools; readonly link: string }) => {
  const t = useWords('share')
  const [told, setTold] = useState<'copied' | 'shared' | 'notCopied' | 'cancelled' | null>(null)
  const copy = async () => {
    setTold((await tools.sharer.copy(link)) === 'done' ? 'copied' : 'notCopied')
  }
  const share = async () => {
    const handed = await tools.sharer.shareLink(t.label('code.linkTitle'), link)
    setTold(handed === 'done' ? 'shared' : handed === 'cancelled' ? 'cancelled' : 'notCopied')
  }
  return (
    <>
      <Actions>
        <Button onClick={() => void copy()}>
          <Said k="share:code.copy" />
        </Button>
        {tools.sharer.canShare('link') ? (
          <Button onClick={() => void share()}>
            <Said k="share:code.share" />
          </Button>
        ) : null}
      </Actions>
      <div role="status">
        {told === null ? null : (
          <p>
            <Said k={`share:code.${told}`} />
          </p>
        )}
      </div>
      <Quiet>
        <Said k="share:code.warn.link" />
      </Quiet>
    </>
  )
}
