import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'

/** The code of a screen could not be had: says so, and tries again. */
export const CodeFailed = ({ says, again }: { readonly says: string; readonly again: () => void }) => (
  <Panel>
    <Notice
      tone="unknown"
      announce
      actions={
        <Button onClick={again}>
          <Said k="app:plan.again" />
        </Button>
      }
    >
      <p>
        <Said k={says} />
      </p>
    </Notice>
    <Emergency />
  </Panel>
)
