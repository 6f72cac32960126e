import { useState } from 'react'
import { useStore } from 'zustand'
import { dangersOf } from '#domain/drills/may-stay.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { describeCourse } from '#domain/timeline/describe-timeline.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet } from '#ui/Panel.tsx'
import type { DrillTools } from '../tools.ts'
import { BeforeWalking } from './BeforeWalking.tsx'
import { HowField, WhereField, WhoField } from './Fields.tsx'
import { mayStayFrom, startOf, walkersIn, type Chosen } from './joining.ts'
import { RatingChoice } from './RatingChoice.tsx'
import styles from './join.module.css'

/** What the plan says of staying at home in these dangers: the drill takes it as it is. */
const Staying = ({ tools, scenario }: { readonly tools: DrillTools; readonly scenario: Scenario }) => {
  const { plan } = tools
  if (plan === null) return null
  const said = dangersOf(scenario).map((danger) => describeCourse(plan.plan, plan.facts, danger).headline)
  const unlike = said.filter(({ key }, index) => said.findIndex((one) => one.key === key) === index)
  return unlike.map((phrase) => (
    <Quiet key={phrase.key}>
      <Said phrase={phrase} />
    </Quiet>
  ))
}

/** What has to be known before this drill begins. */
const KnowBefore = ({
  tools,
  scenario,
  chosen,
}: {
  readonly tools: DrillTools
  readonly scenario: Scenario
  readonly chosen: Chosen
}) => {
  const running = useStore(tools.drills.store, (state) => state.running)
  return (
    <>
      {chosen.from === 'home' && chosen.mode !== 'class' ? (
        <Staying tools={tools} scenario={scenario} />
      ) : null}
      {chosen.mode === 'walk' ? <BeforeWalking tools={tools} /> : null}
      {chosen.mode === 'table' && !(tools.area?.graph instanceof Uint8Array) ? (
        <Notice tone="unknown">
          <p>
            <Said k="drills:join.noWays" />
          </p>
        </Notice>
      ) : null}
      {running === null ? null : (
        <Notice tone="unknown">
          <p>
            <Said k="drills:join.ends" />
          </p>
        </Notice>
      )}
    </>
  )
}

/** How, who, from where and how sure; then it begins. */
export const JoinForm = ({
  tools,
  invitation,
  scenario,
  chosen,
  onChange,
}: {
  readonly tools: DrillTools
  readonly invitation: DrillInvitation
  readonly scenario: Scenario
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}) => {
  const [isMissing, setMissing] = useState(false)
  const start = startOf(tools, chosen)
  const begin = () => {
    if (start === null) return setMissing(true)
    // Sound wakes up within the press of a button only.
    tools.attention.ready()
    tools.drills.commands.join({
      invitation,
      scenario,
      mode: chosen.mode,
      profile: chosen.profile,
      home: start.at,
      who: chosen.who,
      mayStay: mayStayFrom(tools, chosen, scenario),
      before: chosen.rating,
    })
    tools.go('drill', { replace: true })
  }
  return (
    <div className={styles.form}>
      <HowField scenario={scenario} chosen={chosen} onChange={onChange} />
      {chosen.mode === 'class' ? null : (
        <WhoField
          plan={tools.plan?.plan ?? null}
          members={walkersIn(tools)}
          chosen={chosen}
          onChange={onChange}
        />
      )}
      <WhereField tools={tools} chosen={chosen} onChange={onChange} />
      <KnowBefore tools={tools} scenario={scenario} chosen={chosen} />
      {chosen.mode === 'class' ? null : (
        <RatingChoice value={chosen.rating} onChange={(rating) => onChange({ ...chosen, rating })} />
      )}
      <div role="alert" className={styles.fault}>
        {isMissing && start === null ? (
          <p>
            <Said k="drills:join.noPlace" />
          </p>
        ) : null}
      </div>
      <Button look="main" onClick={begin}>
        <Said k="drills:join.begin" />
      </Button>
    </div>
  )
}
