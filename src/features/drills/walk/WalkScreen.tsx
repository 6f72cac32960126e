import { useState } from 'react'
import { useStore } from 'zustand'
import { momentOfEvent } from '#domain/drills/drill.ts'
import { helpsTill } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { More, Panel } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import { Neighbours } from '../table/Neighbours.tsx'
import { once } from '../table/table-acts.ts'
import { readyOf, type Ready } from '../table/table-now.ts'
import { Halted, useHalt } from '../told/Halted.tsx'
import { Told } from '../told/Told.tsx'
import type { DrillTools } from '../tools.ts'
import { AtHome } from './AtHome.tsx'
import { Calls } from './Calls.tsx'
import { Noticing } from './Noticing.tsx'
import { OnTheWay } from './OnTheWay.tsx'
import { PositionLines } from './PositionLines.tsx'
import { useWalkMap } from './use-walk-map.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'
import styles from './walk.module.css'

type Props = { readonly tools: DrillTools; readonly running: Running }

/** A neighbour who asks, and until when they are helped. */
const Helping = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const { drill, told } = ready
  const till = helpsTill(drill, told.injects)
  return (
    <>
      <Neighbours tools={tools} ready={ready} />
      <p role="status">
        {till > told.minute ? (
          <Said k="drills:table.busy" params={{ 'time@clock': momentOfEvent(drill, Math.ceil(till)) }} />
        ) : null}
      </p>
    </>
  )
}

/** Ends the drill where they are, with a second press. */
const Ending = ({ tools }: Pick<Props, 'tools'>) => (
  <More summary={<Said k="drills:table.end" />}>
    <p>
      <Said k="drills:table.endMeans" />
    </p>
    <Button onClick={once(() => tools.drills.commands.finish())}>
      <Said k="drills:table.endNow" />
    </Button>
  </More>
)

/** What is to be noticed first, where the goal is, what is known; where they may leave, then the position and the phone. */
const Walking = ({ tools, running, watch }: Props & { readonly watch: WalkWatchState }) => {
  const hasLeft = running.drill.run.left !== null
  const [hadLeft] = useState(hasLeft)
  const ready = readyOf(running)
  const position = <PositionLines tools={tools} running={running} watch={watch} />
  return (
    <>
      <Calls tools={tools} running={running} watch={watch} />
      {hasLeft ? (
        position
      ) : (
        <Notice tone="unknown">
          <p>
            <Said k="drills:join.look" />
          </p>
        </Notice>
      )}
      {ready !== null && hasLeft ? (
        <OnTheWay tools={tools} running={running} ready={ready} watch={watch} takesFocus={!hadLeft} />
      ) : null}
      <div className={styles.told}>
        <Told running={running} tools={tools} />
      </div>
      {ready === null ? null : <Helping tools={tools} ready={ready} />}
      {ready === null || hasLeft ? null : <AtHome tools={tools} ready={ready} />}
      {hasLeft ? null : position}
      <Ending tools={tools} />
    </>
  )
}

/** A drill outdoors, large and short. Any press wakes up the sound of the phone: browsers allow it only then. */
export const WalkScreen = ({ tools, running }: Props) => {
  const watch = useStore(walkingOf(tools).store)
  const halt = useHalt(running, tools)
  useWalkMap(tools, running)
  return (
    <Panel>
      <div className={styles.walk} onClickCapture={() => tools.attention.ready()}>
        {halt === null ? (
          <Walking tools={tools} running={running} watch={watch} />
        ) : (
          <Halted halt={halt} running={running} tools={tools} />
        )}
        <Noticing tools={tools} watch={watch} />
        {tools.emergency}
      </div>
    </Panel>
  )
}
