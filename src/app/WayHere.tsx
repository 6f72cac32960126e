import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Parts } from './parts.ts'

/** From the place of the answer to the nearest site, on foot. */
export const WayHere = ({ parts }: { readonly parts: Parts }) => (
  <div>
    <Button look="main" icon="route" onClick={() => parts.act.wayTo(null)}>
      <Said k="app:answer.way" />
    </Button>
  </div>
)
