import { useState, type ReactNode } from 'react'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { isWithout, positionState, type PositionState } from './position-state.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'

/** The sentence of a state, with what fills it. */
function sentenceOf(state: PositionState): { readonly k: string; readonly params?: Record<string, number> } {
  switch (state.kind) {
    case 'denied':
    case 'unsupported':
    case 'unavailable':
      return { k: `app:locate.${state.kind}` }
    case 'lost':
      return { k: 'drills:walk.position.lost', params: { 'at@clock': state.since } }
    case 'inaccurate':
    case 'good':
      return { k: `drills:walk.position.${state.kind}`, params: { metres: state.metres } }
    default:
      return { k: `drills:walk.position.${state.kind}` }
  }
}

/** Read out when it becomes another state, not with each metre by which a position is more or less sure. */
const Aloud = ({ state }: { readonly state: PositionState }) => {
  const [told, tell] = useState(state)
  if (told.kind !== state.kind) tell(state)
  return (
    <LiveRegion>
      <Heard {...sentenceOf(told)} />
    </LiveRegion>
  )
}

/** How it stands with the position: what is known, what is not recorded, and what can be done. */
export const PositionLines = ({
  tools,
  running,
  watch,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly watch: WalkWatchState
}) => {
  const state = positionState(watch, running)
  const sentence = <Said {...sentenceOf(state)} />
  const isNeverKnown = running.drill.run.track.length === 0
  const isHome = isNeverKnown && running.drill.run.left !== null
  return (
    <>
      <Aloud state={state} />
      {state.kind === 'good' ? (
        <Quiet>{sentence}</Quiet>
      ) : (
        <Notice
          tone={state.kind === 'waiting' ? 'info' : 'unknown'}
          actions={<WhatToDo tools={tools} running={running} state={state} watch={watch} />}
        >
          <p>{sentence}</p>
          {isHome ? (
            <p>
              <Said k="drills:walk.position.from" />
            </p>
          ) : null}
          {isWithout(state) ? (
            <p>
              <Said k="drills:walk.position.without" />
            </p>
          ) : null}
        </Notice>
      )}
    </>
  )
}

/** Asking again, or the same drill at a table, from its beginning. */
const WhatToDo = ({
  tools,
  running,
  state,
  watch,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly state: PositionState
  readonly watch: WalkWatchState
}): ReactNode => {
  const t = useWords('drills')
  const { drills, go } = tools
  const { invitation, run } = running.drill
  const { kind } = state
  const isLate = kind === 'waiting' && watch.failure === 'timeout'
  const mayAsk = kind === 'denied' || kind === 'unavailable' || kind === 'lost' || isLate
  const maySit = isWithout(state) && run.scenario.modes.includes('table')
  const sit = () => {
    drills.commands.leave()
    drills.commands.invite(invitation)
    go('drillJoin', { replace: true })
  }
  return (
    <>
      {mayAsk ? (
        <Button onClick={() => walkingOf(tools).commands.again()}>
          <Said k="app:plan.again" />
        </Button>
      ) : null}
      {maySit ? (
        <Button onClick={sit}>
          <Said text={t('walk.position.table')} />
        </Button>
      ) : null}
    </>
  )
}
