import { useState } from 'react'
import { useStore } from 'zustand'
import { scenarioOf } from '#domain/drills/invitation.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { JoinByCode } from './home/JoinByCode.tsx'
import { describeRefusal } from './home/refusal.ts'
import { Waiting } from './home/Waiting.tsx'
import { AskedTo } from './join/AskedTo.tsx'
import { firstChoice, type Chosen } from './join/joining.ts'
import { JoinForm } from './join/JoinForm.tsx'
import { OtherArea } from './join/OtherArea.tsx'
import { useNow } from './join/use-now.ts'
import { whenOf } from './join/when.ts'
import type { DrillTools } from './tools.ts'

type Props = { readonly tools: DrillTools }
type Asked = Props & { readonly invitation: DrillInvitation; readonly scenario: Scenario }

/** Nothing left of it for a group; one may do it alone. */
const Over = ({ tools, invitation }: Omit<Asked, 'scenario'>) => (
  <Notice
    tone="info"
    announce
    actions={
      <Button look="main" onClick={() => tools.drills.commands.invite({ ...invitation, begins: null })}>
        <Said k="drills:join.alone" />
      </Button>
    }
  >
    <p>
      <Said k="drills:join.over" />
    </p>
  </Notice>
)

/** The form for an area that is open. What was not chosen yet follows the plan, which may still be opening. */
const Form = ({ tools, invitation, scenario }: Asked) => {
  const now = useNow(tools.clock)
  const [made, setMade] = useState<Chosen | null>(null)
  const chosen = made ?? firstChoice(tools, scenario)
  const when = whenOf(invitation, scenario, chosen.mode, now)
  return (
    <>
      <AskedTo tools={tools} invitation={invitation} scenario={scenario} when={when} />
      {tools.area?.manifest.area.code !== invitation.area ? (
        <OtherArea tools={tools} code={invitation.area} />
      ) : when.kind === 'over' ? (
        <Over tools={tools} invitation={invitation} />
      ) : (
        <JoinForm
          tools={tools}
          invitation={invitation}
          scenario={scenario}
          chosen={chosen}
          onChange={setMade}
        />
      )}
    </>
  )
}

/** Nothing to join, or why not; and the way to try again. */
const Nothing = ({ tools, why }: Props & { readonly why: string | null }) => (
  <>
    <Notice tone={why === null ? 'info' : 'unknown'} announce={why !== null}>
      <p>
        <Said k={why ?? 'drills:join.nothing'} />
      </p>
    </Notice>
    <JoinByCode tools={tools} />
    <Button icon="list" onClick={() => tools.go('drills', { replace: true })}>
      <Said k="app:title.drills" />
    </Button>
  </>
)

/** Before a drill begins: what it is, when, and how one takes part. */
export const JoinScreen = ({ tools }: Props) => {
  const invited = useStore(tools.drills.store, (state) => state.invited)
  const scenario = invited?.ok === true ? scenarioOf(invited.value) : null
  return (
    <Panel>
      <Waiting tools={tools} />
      {invited?.ok === true && scenario !== null ? (
        <Form
          key={`${scenario.id} ${invited.value.area} ${invited.value.begins}`}
          tools={tools}
          invitation={invited.value}
          scenario={scenario}
        />
      ) : (
        <Nothing tools={tools} why={invited?.ok === false ? describeRefusal(invited.reason).key : null} />
      )}
      {tools.emergency}
    </Panel>
  )
}
