import { useStore } from 'zustand'
import type { DrillKey } from '#domain/drills/kept-board.ts'
import type { SealedKind } from '#domain/drills/sealed-code.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { drillHandedIn, HandedIn } from './HandedIn.tsx'

/** No drill is held here: a code that was opened as a link tells of which one the board or the reception shall be. */
export const NoDrill = ({
  tools,
  kind,
  onTake,
}: {
  readonly tools: DrillTools
  readonly kind: SealedKind
  readonly onTake: (drill: DrillKey, text: string) => void
}) => {
  const drill = drillHandedIn(useStore(tools.drills.store, (state) => state.handedIn))
  return (
    <>
      <HandedIn
        tools={tools}
        kind={kind}
        drill={null}
        onTake={(text) => (drill === null ? undefined : onTake(drill, text))}
      />
      <Quiet>
        <Said k="drills:host.none" />
      </Quiet>
      <Actions>
        <Button onClick={() => tools.go('drillHost')}>
          <Said k="app:title.drillHost" />
        </Button>
      </Actions>
    </>
  )
}
