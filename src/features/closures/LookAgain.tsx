import { useState } from 'react'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'

/**
 * Asks the city now. What comes of it is told above; here only that it is being asked, and that it was. The app asks by itself now
 * and then, and says nothing of that: a screen reader would be interrupted every minute.
 */
export const LookAgain = ({ onLook }: { readonly onLook: () => Promise<void> }) => {
  const [state, setState] = useState<'asking' | 'done' | null>(null)
  return (
    <Actions>
      <Button
        icon="down"
        aria-disabled={state === 'asking'}
        onClick={() => {
          if (state === 'asking') return
          setState('asking')
          void onLook().then(() => setState('done'))
        }}
      >
        <Said k="closures:look.again" />
      </Button>
      <p role="status">{state === null ? null : <Said k={`closures:look.${state}`} />}</p>
    </Actions>
  )
}
