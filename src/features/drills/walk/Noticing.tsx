import { Said } from '#i18n/index.ts'
import { Switch } from '#ui/Choice.tsx'
import { Section } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { walkingOf } from './walking-of.ts'
import type { WalkWatchState } from './watch-state.ts'

/** How the phone calls somebody who does not look at it, and whether its screen stays on. What it cannot do is told. */
export const Noticing = ({
  tools,
  watch,
}: {
  readonly tools: DrillTools
  readonly watch: WalkWatchState
}) => {
  const { can } = tools.attention
  const { setSound, setVibration } = walkingOf(tools).commands
  return (
    <Section title={<Said k="drills:walk.calls" />}>
      {can.sound ? (
        <Switch label={<Said k="drills:walk.sound" />} on={watch.sound} onChange={setSound} />
      ) : (
        <p>
          <Said k="drills:walk.noSound" />
        </p>
      )}
      {can.vibrate ? (
        <Switch label={<Said k="drills:walk.vibration" />} on={watch.vibration} onChange={setVibration} />
      ) : (
        <p>
          <Said k="drills:walk.noVibration" />
        </p>
      )}
      <p>
        <Said k="drills:join.screen" />
      </p>
      <p role="status">{watch.staysOn === false ? <Said k="drills:join.screenSelf" /> : null}</p>
    </Section>
  )
}
