import type { ReactNode } from 'react'
import { Said, useWords } from '#i18n/index.ts'
import { Quiet } from '#ui/Panel.tsx'

/** What is sent to whom when the official server is asked: said before anything is asked, wherever it can be. */
export const WhatIsSent = ({ host }: { readonly host: string }) => {
  const t = useWords('online')
  return (
    <Quiet>
      <Said text={t('sends', { host })} />
    </Quiet>
  )
}

/** A sentence that does not hang on the place, in the person's words. */
export const Line = ({ k }: { readonly k: string }): ReactNode => (
  <p>
    <Said k={k} />
  </p>
)
