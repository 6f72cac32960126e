import { useEffect, useRef } from 'react'
import { isPaused } from '#domain/drills/drill-clock.ts'
import { Heard, Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { More, Panel } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { ReadAloud } from '#features/speech/index.ts'
import type { Running } from '../state.ts'
import { Halted, useHalt } from '../told/Halted.tsx'
import { Told } from '../told/Told.tsx'
import type { DrillTools } from '../tools.ts'
import { AtHome } from './AtHome.tsx'
import { ClockBar } from './ClockBar.tsx'
import { Neighbours } from './Neighbours.tsx'
import { OnTheWay } from './OnTheWay.tsx'
import { sayTable } from './say-table.ts'
import { once } from './table-acts.ts'
import { describePhase, phaseOf, readyOf, type Ready } from './table-now.ts'
import styles from './table.module.css'
import { useChoices } from './WayChoices.tsx'
import { useDrillOnMap } from './use-drill-on-map.ts'

/** A press takes its button away: whoever has no pointer goes on where the next choice stands. */
function useFocusOn(what: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus()
  }, [what])
  return heading
}

/** What is to be chosen at this moment. */
const Choosing = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const phase = phaseOf(ready)
  const choices = useChoices(ready)
  const { walk, nonce, run } = ready.drill
  const about = `${nonce} ${phase.kind} ${walk?.at.edge} ${walk?.at.along} ${run.decisions.length}`
  const heading = useFocusOn(about)
  const says = describePhase(ready, phase)
  return (
    <section className={styles.choosing}>
      <h3 ref={heading} tabIndex={-1}>
        <Said phrase={says} />
      </h3>
      <LiveRegion>
        <Heard phrase={says} />
        {isPaused(ready.drill.clock) ? <Heard k="drills:table.paused" /> : null}
      </LiveRegion>
      {isPaused(ready.drill.clock) ? (
        <p>
          <Said k="drills:table.paused" />
        </p>
      ) : null}
      <ReadAloud isBrief about={about} says={sayTable(ready, phase, choices)} />
      <Neighbours tools={tools} ready={ready} />
      {phase.kind === 'home' ? <AtHome tools={tools} ready={ready} /> : null}
      {walk === null ? null : <OnTheWay tools={tools} ready={ready} phase={phase} choices={choices} />}
      <ClockBar tools={tools} ready={ready} />
    </section>
  )
}

/** Ending before the end of the event, in two steps: it cannot be taken back. */
const Ending = ({ tools }: { readonly tools: DrillTools }) => (
  <More summary={<Said k="drills:table.end" />}>
    <p>
      <Said k="drills:table.endMeans" />
    </p>
    <Button onClick={once(() => tools.drills.commands.finish())}>
      <Said k="drills:table.endNow" />
    </Button>
  </More>
)

const Playing = ({ tools, running, ready }: Props & { readonly ready: Ready }) => {
  useDrillOnMap(tools, ready)
  return (
    <Told running={running} tools={tools}>
      <Choosing tools={tools} ready={ready} />
    </Told>
  )
}

type Props = { readonly tools: DrillTools; readonly running: Running }

/**
 * A drill at a table: what is known, and decisions; time runs meanwhile. Everything is played by buttons and heard, the map only shows
 * it too.
 */
export const TableScreen = ({ tools, running }: Props) => {
  const halt = useHalt(running, tools)
  const ready = readyOf(running)
  return (
    <Panel>
      {halt !== null ? (
        <Halted halt={halt} running={running} tools={tools} />
      ) : ready === null ? (
        <Told running={running} tools={tools} />
      ) : (
        <>
          <Playing tools={tools} running={running} ready={ready} />
          <Ending tools={tools} />
        </>
      )}
      {tools.emergency}
    </Panel>
  )
}
