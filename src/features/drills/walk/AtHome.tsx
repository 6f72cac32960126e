import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { leaveHome } from '#domain/drills/drill.ts'
import { stayIn } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { acting } from './acting.ts'
import { Sites } from './Sites.tsx'
import styles from './walk.module.css'

/** Before they go out of the door. */
export const AtHome = ({
  tools,
  running,
  world,
}: {
  readonly tools: DrillTools
  readonly running: Running
  readonly world: DrillWorld
}) => {
  const { drill } = running
  const [{ since }] = drill.clock
  const hasBegun = tools.clock.now() >= since
  const decided = drill.run.decisions.findLast(({ kind }) => kind === 'stay' || kind === 'upstairs')?.kind
  const stays = drill.mayStay === null ? 'notKnown' : drill.mayStay ? 'stayPossible' : 'leave'
  const act = acting(tools)
  if (!hasBegun)
    return (
      <p className={styles.glance}>
        <Said k="drills:poster.begins" params={{ 'at@clock': since }} />
      </p>
    )
  return (
    <Section title={<Said k="drills:table.ask" />}>
      <Sites
        tools={tools}
        running={running}
        world={world}
        hasLeft={false}
        onChoose={(goal) => act((now, where, { minute }) => leaveHome(now, where, minute, goal))}
      />
      <p role="status">
        {decided === undefined ? null : (
          <Said k={decided === 'stay' ? 'drills:table.stays' : 'drills:table.wentUp'} />
        )}
      </p>
      <p>
        <Said k={`way:upstairs.${stays}`} />
      </p>
      {(['stay', 'upstairs'] as const).map((how) =>
        how === decided ? null : (
          <Button key={how} onClick={() => act((now, _, { minute }) => stayIn(now, minute, how))}>
            <Said k={`drills:table.${how}`} />
          </Button>
        ),
      )}
    </Section>
  )
}
