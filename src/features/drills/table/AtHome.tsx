import { leaveTable, stayIn } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { SiteChoices } from './SiteChoices.tsx'
import { actIn, once } from './table-acts.ts'
import { boundsOf, type Ready } from './table-now.ts'

const MAY_STAY = {
  true: 'way:upstairs.stayPossible',
  false: 'way:upstairs.leave',
  null: 'way:upstairs.notKnown',
}

/** Before anybody has left: to leave and where to, to go upstairs, to stay, or to wait. */
export const AtHome = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const { drill, world, told } = ready
  const stays =
    drill.run.decisions.findLast(({ kind }) => kind === 'stay' || kind === 'upstairs')?.kind ?? null
  const stay = (how: 'stay' | 'upstairs') => actIn(tools, (now, _, { minute }) => stayIn(now, minute, how))
  return (
    <>
      {world.ways === null ? (
        <p>
          <Said k="drills:join.noWays" />
        </p>
      ) : null}
      <SiteChoices
        tools={tools}
        world={world}
        told={told}
        from={drill.run.home}
        words={{ site: 'drills:table.leaveTo', any: 'drills:table.leaveAny' }}
        onChoose={(site) => {
          actIn(tools, (now, there, then) => leaveTable(now, there, then, site))
          const goal = world.sites.find(({ id }) => id === site)?.at
          if (goal !== undefined) tools.fit?.(boundsOf(drill.run.home, goal))
        }}
      />
      <Actions>
        <Button aria-pressed={stays === 'upstairs'} onClick={once(() => stay('upstairs'))}>
          <Said k="drills:table.upstairs" />
        </Button>
        <Button aria-pressed={stays === 'stay'} onClick={once(() => stay('stay'))}>
          <Said k="drills:table.stay" />
        </Button>
      </Actions>
      <p>
        <Said k={MAY_STAY[`${drill.mayStay}`]} />
      </p>
      <Quiet>
        <Said k="drills:table.waits" />
      </Quiet>
    </>
  )
}
