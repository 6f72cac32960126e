import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { RiskCommands } from './commands.ts'
import type { RiskStore } from './store.ts'

/** What becomes of "my position": it is looked for, or why it could not be had and what else can be done. */
export const LocateNotice = ({
  store,
  commands,
}: {
  readonly store: RiskStore
  readonly commands: RiskCommands
}) => {
  const locating = useStore(store, (state) => state.locating)
  if (locating === 'resting') return null
  if (locating === 'running')
    return (
      <Notice
        tone="info"
        announce
        actions={
          <Button onClick={() => commands.stopLocating()}>
            <Said k="app:locate.stop" />
          </Button>
        }
      >
        <p>
          <Said k="app:locate.running" />
        </p>
      </Notice>
    )
  return (
    <Notice tone="unknown" announce>
      <p>
        <Said k={`app:locate.${locating}`} />
      </p>
      <p>
        <Said k="app:locate.otherWays" />
      </p>
    </Notice>
  )
}
