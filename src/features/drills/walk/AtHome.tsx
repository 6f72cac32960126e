import { leaveHome } from '#domain/drills/drill.ts'
import { stayIn } from '#domain/drills/table-acts.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Panel.tsx'
import { SiteChoices } from '../table/SiteChoices.tsx'
import { actIn, once } from '../table/table-acts.ts'
import type { Ready } from '../table/table-now.ts'
import type { DrillTools } from '../tools.ts'

/** The buttons of a site before they leave. */
const LEAVE = { site: 'drills:table.leaveTo', any: 'drills:table.leaveAny' }

/** Before they go out of the door: where to, or that they stay, with what is known of the building. */
export const AtHome = ({ tools, ready }: { readonly tools: DrillTools; readonly ready: Ready }) => {
  const { drill, world, told } = ready
  const decided = drill.run.decisions.findLast(({ kind }) => kind === 'stay' || kind === 'upstairs')?.kind
  const stays = drill.mayStay === null ? 'notKnown' : drill.mayStay ? 'stayPossible' : 'leave'
  return (
    <Section title={<Said k="drills:table.ask" />}>
      <SiteChoices
        tools={tools}
        world={world}
        told={told}
        from={drill.run.home}
        words={LEAVE}
        onChoose={(goal) => actIn(tools, (now, where, { minute }) => leaveHome(now, where, minute, goal))}
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
          <Button
            key={how}
            onClick={once(() => actIn(tools, (now, _, { minute }) => stayIn(now, minute, how)))}
          >
            <Said k={`drills:table.${how}`} />
          </Button>
        ),
      )}
    </Section>
  )
}
