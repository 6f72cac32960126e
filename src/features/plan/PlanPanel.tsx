import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { formatClock, formatDate, plain, Said, useWords, type LanguageTag } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import styles from './plan.module.css'
import { PlanSteps } from './PlanSteps.tsx'
import type { OpenPlan, PlansState } from './state.ts'
import type { PlanTools } from './tools.ts'
import { ChoosePlan, ManagePlans } from './WhichPlan.tsx'

type Props = { readonly tools: PlanTools }

/** No plan yet: what one is, and the way to it. */
const Empty = ({ tools }: Props) => {
  const t = useWords('plan')
  const start = () => {
    tools.plans.commands.create(plain(t('names.home')), tools.area?.manifest.area.code ?? null)
    tools.go('interview')
  }
  return (
    <>
      <p>
        <Said k="plan:empty.what" />
      </p>
      <p>
        <Said k="plan:empty.parts" />
      </p>
      <Actions>
        <Button look="main" icon="house" onClick={start}>
          <Said k="plan:empty.start" />
        </Button>
        <Button onClick={() => tools.go('share')}>
          <Said k="plan:empty.received" />
        </Button>
      </Actions>
      <Quiet>
        <Said k="plan:empty.kept" />
      </Quiet>
    </>
  )
}

/** The time of today, or the day and the time, as marked-up text. */
function whenOf(tag: LanguageTag, time: number, now: number): string {
  const [day, today] = [time, now].map((one) => formatDate(tag, new Date(one).toISOString()))
  const clock = formatClock(tag, time)
  return day === today ? clock : `${day} ${clock}`
}

const Saved = ({ open: { saved, plan }, now }: { readonly open: OpenPlan; readonly now: number }) => {
  const t = useWords('plan')
  return (
    <p className={styles.saved} data-saved={saved}>
      <Said k={`plan:state.${saved}`} params={{ time: whenOf(t.language, plan.changedAt, now) }} />
    </p>
  )
}

/** The plan that was removed a moment ago; the focus comes here, since the button that was pressed is gone. */
const Restore = ({ tools, name }: Props & { readonly name: string }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Notice
      tone="info"
      announce
      actions={
        <Button ref={button} onClick={() => tools.plans.commands.restore()}>
          <Said k="plan:which.restore" />
        </Button>
      }
    >
      <p>
        <Said k="plan:which.removed" params={{ name }} />
      </p>
    </Notice>
  )
}

const Desk = ({ tools, open, state }: Props & { readonly open: OpenPlan; readonly state: PlansState }) => {
  const { commands } = tools.plans
  return (
    <>
      <ChoosePlan plans={state.plans} active={state.active} onChoose={(id) => commands.choose(id)} />
      <h3 className={styles.name}>{open.plan.name}</h3>
      <Saved open={open} now={tools.now()} />
      <PlanSteps open={open} go={tools.go} />
      <ManagePlans tools={tools} plan={open.plan} onRemove={() => void commands.remove(open.plan.id)} />
    </>
  )
}

/**
 * The family's desk: which plan is looked at, whether it is kept, how far it has come, and what comes next. What is amiss with
 * the keeping stands in `PlanNotices`.
 */
export const PlanPanel = ({ tools }: Props) => {
  const state = useStore(tools.plans.store)
  const open = state.plans.find(({ plan }) => plan.id === state.active)
  useEffect(() => void tools.plans.commands.open(), [tools.plans])
  if (state.status !== 'open')
    return (
      <Panel>
        <Progress label={<Said k="plan:opening" />} done={0} total={0} text="" />
      </Panel>
    )
  return (
    <Panel>
      {state.removed == null ? null : <Restore tools={tools} name={state.removed.name} />}
      {open === undefined ? <Empty tools={tools} /> : <Desk tools={tools} open={open} state={state} />}
    </Panel>
  )
}
