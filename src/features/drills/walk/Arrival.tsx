import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { siteParams } from '../table/site-params.ts'
import { once } from '../table/table-acts.ts'
import type { DrillTools } from '../tools.ts'
import { THERE_MS } from './walk-watch.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'

/** They seem to have reached a site: they say so, or the drill ends by itself when they stay where they are going to. */
export const Arrival = ({
  tools,
  world,
  watch,
}: {
  readonly tools: DrillTools
  readonly world: DrillWorld
  readonly watch: WalkWatchState
}) => {
  const { there } = watch
  const site = world.sites.find(({ id }) => id === there?.id)
  const left =
    there === null ? 0 : Math.max(0, Math.ceil((there.since + THERE_MS - tools.clock.now()) / 1000))
  return (
    <>
      <div role="status">
        {there === null || site === undefined ? null : (
          <Notice tone="info">
            <p>
              <Said k="drills:walk.there" params={siteParams(site)} />
            </p>
          </Notice>
        )}
      </div>
      {there === null ? null : (
        <>
          <Button look="main" icon="check" onClick={once(() => tools.drills.commands.finish())}>
            <Said k="drills:walk.iAmThere" />
          </Button>
          <Button onClick={once(() => walkingOf(tools).commands.notThere())}>
            <Said k="drills:walk.notThere" />
          </Button>
          {there.isGoal ? (
            <p>
              <Said k="drills:walk.endsIn" params={{ count: left }} />
            </p>
          ) : null}
        </>
      )}
    </>
  )
}
