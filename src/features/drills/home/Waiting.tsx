import { useStore } from 'zustand'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { ScenarioName } from './ScenarioName.tsx'

/** A drill that waits to be taken up, or that another page does. One that simply goes on is told at the top of every screen. */
const Interrupted = ({ tools, running }: { readonly tools: DrillTools; readonly running: Running }) => {
  const { commands } = tools.drills
  const { scenario } = running.drill.run
  const name = (
    <p>
      <b>
        <ScenarioName scenario={scenario} />
      </b>
    </p>
  )
  if (running.isElsewhere)
    return (
      <Notice tone="unknown" announce>
        {name}
        <p>
          <Said k="drills:home.elsewhere" />
        </p>
      </Notice>
    )
  if (!running.isInterrupted) return null
  const goOn = () => {
    tools.attention.ready()
    commands.takeUp()
    // It may be over by now: then the app has led to looking back already.
    if (tools.drills.store.getState().running !== null) tools.go('drill')
  }
  return (
    <Notice
      tone="info"
      announce
      actions={
        <>
          <Button look="main" onClick={goOn}>
            <Said k="drills:home.goOn" />
          </Button>
          <Button icon="close" onClick={() => commands.leave()}>
            <Said k="drills:banner.leave" />
          </Button>
        </>
      }
    >
      {name}
      <p>
        <Said k="drills:home.interrupted" />
      </p>
    </Notice>
  )
}

/** What has to be known of the drills of this device before another begins. */
export const Waiting = ({ tools }: { readonly tools: DrillTools }) => {
  const running = useStore(tools.drills.store, (state) => state.running)
  const isKept = useStore(tools.drills.store, (state) => state.isKept)
  const lost = useStore(tools.drills.store, (state) => state.lostDrill)
  return (
    <>
      {running === null ? null : <Interrupted tools={tools} running={running} />}
      {lost ? (
        <Notice tone="unknown">
          <p>
            <Said k="drills:home.lost" />
          </p>
        </Notice>
      ) : null}
      {isKept ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="offline:verdict.notKept" />
          </p>
        </Notice>
      )}
    </>
  )
}
