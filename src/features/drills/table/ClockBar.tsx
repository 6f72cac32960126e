import { isPaused } from '#domain/drills/drill-clock.ts'
import { ownsTime, pauseDrill, resumeDrill, skipTo } from '#domain/drills/drill.ts'
import { nextThing } from '#domain/drills/next-thing.ts'
import { ok } from '#domain/result.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { actIn, once } from './table-acts.ts'
import type { Ready } from './table-now.ts'

/** Stopping the time, and skipping to what happens next: only in a drill of one's own. */
export const ClockBar = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const { drill } = ready
  if (!ownsTime(drill)) return null
  const paused = isPaused(drill.clock)
  const now = () => tools.clock.now()
  return (
    <Actions>
      {paused ? (
        <Button icon="clock" onClick={once(() => actIn(tools, (one) => ok(resumeDrill(one, now()))))}>
          <Said k="drills:table.resume" />
        </Button>
      ) : (
        <>
          <Button
            onClick={once(() =>
              actIn(tools, (one, world, told) =>
                ok(skipTo(one, now(), nextThing(one, world, told.injects, now()))),
              ),
            )}
          >
            <Said k="drills:table.skip" />
          </Button>
          <Button onClick={once(() => actIn(tools, (one) => ok(pauseDrill(one, now()))))}>
            <Said k="drills:table.pause" />
          </Button>
        </>
      )}
    </Actions>
  )
}
