import { useEffect, useRef, useState } from 'react'
import { placeAt } from '#domain/drills/coming-injects.ts'
import { goTo } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { More } from '#ui/Panel.tsx'
import { SiteChoices } from '../table/SiteChoices.tsx'
import { actIn } from '../table/table-acts.ts'
import type { Ready } from '../table/table-now.ts'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { Arrival } from './Arrival.tsx'
import { Goal } from './Goal.tsx'
import type { WalkWatchState } from './watch-state.ts'
import styles from './walk.module.css'

/** The buttons of a site on the way. */
const GO = { site: 'drills:table.goTo', any: 'drills:table.goAny' }

/** Other places, by the minutes from where they were when they began to look: a list that moves under the finger is no choice. */
const Elsewhere = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const { drill, world, told } = ready
  const [from] = useState(() => placeAt(drill.run, told.minute))
  return (
    <SiteChoices
      tools={tools}
      world={world}
      told={told}
      from={from}
      words={GO}
      goal={drill.run.goal}
      onChoose={(goal) => actIn(tools, (now, where, then) => goTo(now, where, then, goal))}
    />
  )
}

/** Out of the door: how far it is still, whether they are there, and going elsewhere. */
export const OnTheWay = ({
  tools,
  running,
  ready,
  watch,
  takesFocus,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly ready: Ready
  readonly watch: WalkWatchState
  /** The button with which they left is gone. */
  readonly takesFocus: boolean
}) => {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) here.current?.focus()
  }, [takesFocus])
  return (
    <div className={styles.walk} ref={here} tabIndex={-1}>
      <Goal running={running} ready={ready} />
      <Arrival tools={tools} world={ready.world} watch={watch} />
      <More summary={<Said k="drills:table.change" />}>
        <Elsewhere key={ready.drill.run.goal ?? ''} tools={tools} ready={ready} />
      </More>
    </div>
  )
}
