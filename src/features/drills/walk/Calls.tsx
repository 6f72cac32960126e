import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { missingWhileAway } from './away.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'
import styles from './walk.module.css'

/** So long the reminder to look up is shown, milliseconds. Own choice: one glance. */
const GLANCE_MS = 10_000

/** What calls for attention, and what was not recorded while nobody looked. What is new is read out where it stands. */
export const Calls = ({
  tools,
  running,
  watch,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly watch: WalkWatchState
}) => {
  const { read } = walkingOf(tools).commands
  const now = tools.clock.now()
  const missing = missingWhileAway(watch, running, now)
  const isFast = watch.lookUp !== null && now - watch.lookUp < GLANCE_MS
  const isNew = watch.alerts.length > 0
  return (
    <>
      <div role="status" className={styles.calls}>
        {isFast ? (
          <Notice tone="hazard">
            <p>
              <Said k="drills:walk.moving" />
            </p>
          </Notice>
        ) : null}
        {missing === null ? null : (
          <Notice tone="unknown">
            <p>
              <Said
                k="drills:walk.away"
                params={{ 'from@clock': missing.from, 'till@clock': missing.till }}
              />
            </p>
          </Notice>
        )}
      </div>
      {isNew ? (
        <Notice tone="hazard">
          <strong>
            <Said k="drills:walk.new" />
          </strong>
        </Notice>
      ) : null}
      {isNew || missing !== null ? (
        <Button onClick={read}>
          <Said k="app:banner.understood" />
        </Button>
      ) : null}
    </>
  )
}
