import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { goTo } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { More, Panel } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import { Told } from '../told/Told.tsx'
import type { DrillTools } from '../tools.ts'
import { acting } from './acting.ts'
import { Arrival } from './Arrival.tsx'
import { AtHome } from './AtHome.tsx'
import { Calls } from './Calls.tsx'
import { Goal } from './Goal.tsx'
import { Neighbours } from './Neighbours.tsx'
import { Noticing } from './Noticing.tsx'
import { PositionLines } from './PositionLines.tsx'
import { Sites } from './Sites.tsx'
import { useWalkMap } from './use-walk-map.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'
import styles from './walk.module.css'

type Props = { readonly tools: DrillTools; readonly running: Running }
type Known = Props & {
  readonly world: DrillWorld
  readonly watch: WalkWatchState
  readonly takesFocus: boolean
}

/** Out of the door: how far it is still, whether they are there, and going elsewhere. */
const OnTheWay = ({ tools, running, world, watch, takesFocus }: Known) => {
  const here = useRef<HTMLDivElement>(null)
  const act = acting(tools)
  // The button with which they left is gone.
  useEffect(() => {
    if (takesFocus) here.current?.focus()
  }, [takesFocus])
  return (
    <div className={styles.walk} ref={here} tabIndex={-1}>
      <Goal running={running} world={world} />
      <Arrival tools={tools} world={world} watch={watch} />
      <More summary={<Said k="drills:table.change" />}>
        <Sites
          key={running.drill.run.goal ?? ''}
          tools={tools}
          running={running}
          world={world}
          hasLeft
          onChoose={(goal) => act((now, where, told) => goTo(now, where, told, goal))}
        />
      </More>
    </div>
  )
}

/** Ends the drill where they are, with a second press. */
const Ending = ({ tools }: Pick<Props, 'tools'>) => (
  <More summary={<Said k="drills:table.end" />}>
    <p>
      <Said k="drills:table.endMeans" />
    </p>
    <Button onClick={() => tools.drills.commands.finish()}>
      <Said k="drills:table.endNow" />
    </Button>
  </More>
)

/** A drill outdoors: what is to be noticed first, large and short; then where they go, what is known, and the phone itself. */
export const WalkScreen = ({ tools, running }: Props) => {
  const watch = useStore(walkingOf(tools).store)
  useWalkMap(tools, running)
  const { world, drill } = running
  const hasLeft = drill.run.left !== null
  const [hadLeft] = useState(hasLeft)
  const position = <PositionLines tools={tools} running={running} watch={watch} />
  return (
    <Panel>
      <div className={styles.walk}>
        <Calls tools={tools} running={running} watch={watch} />
        {hasLeft ? null : (
          <Notice tone="unknown">
            <p>
              <Said k="drills:join.look" />
            </p>
          </Notice>
        )}
        {hasLeft ? position : null}
        {world !== null && hasLeft ? (
          <OnTheWay tools={tools} running={running} world={world} watch={watch} takesFocus={!hadLeft} />
        ) : null}
        <div className={styles.told}>
          <Told running={running} tools={tools} />
        </div>
        <Neighbours tools={tools} running={running} />
        {world !== null && !hasLeft ? <AtHome tools={tools} running={running} world={world} /> : null}
        {hasLeft ? null : position}
        <Noticing tools={tools} watch={watch} />
        <Ending tools={tools} />
        {tools.emergency}
      </div>
    </Panel>
  )
}
