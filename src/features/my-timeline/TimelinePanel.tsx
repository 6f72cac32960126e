import { useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { removeTimeline } from '#domain/plan/edits/edit-timeline.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { describeCaveats } from '#domain/timeline/describe-timeline.ts'
import type { PlanFix } from '#domain/timeline/plan-warning.ts'
import { TIMELINE_HAZARDS, type TimelineHazard } from '#domain/timeline/trigger.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Actions, More, Panel, Quiet } from '#ui/Panel.tsx'
import { PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { draftAll } from './draft-timelines.ts'
import { LeaveByBox } from './LeaveByBox.tsx'
import { openQuestion } from './open-question.ts'
import { OwnStep } from './OwnStep.tsx'
import { plannedHazards } from './planned-hazards.ts'
import { Proposals } from './Proposals.tsx'
import { StepGroups } from './StepGroups.tsx'
import styles from './timeline.module.css'
import type { TimelineProps } from './timeline-props.ts'
import { usePlan } from './use-plan.ts'
import { Warnings } from './Warnings.tsx'

/** Which timeline is looked at, while the page lives: whoever comes back from putting something right is where they were. */
export const looking = createStore<{ readonly hazard: TimelineHazard | null }>(() => ({ hazard: null }))

/** No timeline yet: what one is, and the way to it. */
const Empty = ({ tools }: { readonly tools: PlanTools }) => (
  <>
    <p>
      <Said k="interview:timeline.empty" />
    </p>
    <Actions>
      <Button look="main" onClick={() => tools.go('interview')}>
        <Said k="interview:timeline.begin" />
      </Button>
    </Actions>
  </>
)

/** A danger that the family plans for and that has no step. */
const NoSteps = ({ hazard, facts, edit }: TimelineProps) => (
  <>
    <p>
      <Said k="interview:timeline.none" />
    </p>
    <Actions>
      <Button look="main" onClick={() => edit(draftAll(facts, [hazard]))}>
        <Said k="interview:end.draft" />
      </Button>
    </Actions>
  </>
)

/** Starting afresh or doing without: rarely wanted, so folded away; both can be undone. */
const Afresh = ({ hazard, facts, edit }: TimelineProps) => (
  <More summary={<Said k="interview:timeline.afresh" />}>
    <p>
      <Said k="interview:timeline.afreshWhy" />
    </p>
    <Actions>
      <Button onClick={() => edit(draftAll(facts, [hazard]))}>
        <Said k="interview:timeline.draftAgain" />
      </Button>
      <Button icon="bin" onClick={() => edit(removeTimeline(hazard))}>
        <Said k="interview:timeline.remove" />
      </Button>
    </Actions>
  </More>
)

const One = ({
  tools,
  offered,
  onFix,
  first,
  ...props
}: TimelineProps & {
  readonly tools: PlanTools
  readonly offered: readonly TimelineHazard[]
  readonly onFix: (fix: PlanFix) => void
  readonly first: string | null
}) => {
  const { plan, facts, hazard, edit } = props
  const steps = plan.timelines.find((one) => one.hazard === hazard)?.steps ?? []
  if (steps.length === 0) return <NoSteps {...props} />
  return (
    <>
      <LeaveByBox plan={plan} facts={facts} hazard={hazard} />
      <Actions>
        <Button look="main" icon="warning" onClick={() => tools.go('whatNow')}>
          <Said k="interview:timeline.whatNow" />
        </Button>
        <Button icon="list" onClick={() => tools.go('paper')}>
          <Said k="interview:timeline.print" />
        </Button>
      </Actions>
      <Warnings
        plan={plan}
        facts={facts}
        hazard={hazard}
        offered={offered}
        closures={tools.closures}
        onFix={onFix}
      />
      <Proposals {...props} steps={steps} />
      <StepGroups key={first} {...props} steps={steps} first={first} />
      <OwnStep hazard={hazard} steps={steps} edit={edit} />
      <ul className={styles.caveats}>
        {describeCaveats(hazard).map((phrase) => (
          <li key={phrase.key}>
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
      <Afresh {...props} />
    </>
  )
}

const Timelines = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const facts = tools.factsOf(plan)
  const chosen = useStore(looking, ({ hazard }) => hazard)
  const [first, setFirst] = useState<string | null>(null)
  const planned = plannedHazards(plan, facts)
  const offered = TIMELINE_HAZARDS.filter(
    (hazard) => planned.includes(hazard) || plan.timelines.some((one) => one.hazard === hazard),
  )
  const hazard = offered.find((one) => one === chosen) ?? offered[0]
  if (hazard === undefined || plan.timelines.every(({ steps }) => steps.length === 0))
    return <Empty tools={tools} />
  const look = (next: TimelineHazard) => {
    setFirst(null)
    looking.setState({ hazard: next })
  }
  const fix = (where: PlanFix) => {
    if (where.where === 'question') return openQuestion(tools, plan, where.question)
    if (where.where === 'thing') return tools.edit({ list: where.list, id: where.id })
    look(where.hazard)
    setFirst(where.step)
  }
  return (
    <>
      <Chips
        legend={<Said k="interview:timeline.hazard" />}
        options={offered.map((value) => ({ value, label: <Said k={`timeline:danger.${value}`} /> }))}
        value={hazard}
        onChange={look}
        inOneRow
      />
      <One
        key={hazard}
        tools={tools}
        plan={plan}
        facts={facts}
        hazard={hazard}
        offered={offered}
        edit={(change) => tools.plans.commands.edit(change)}
        onFix={fix}
        first={first}
      />
      <Quiet>
        <Said k="interview:timeline.notAlarm" />
      </Quiet>
    </>
  )
}

/** The timelines of the plan: one for each danger, by what each step waits for, all of it to be changed by the family. */
export const TimelinePanel = ({ tools }: { readonly tools: PlanTools }) => {
  const { status, plan } = usePlan(tools)
  return (
    <Panel>
      <PlanNotices tools={tools} />
      {status !== 'open' ? (
        <p role="status">
          <Said k="interview:opening" />
        </p>
      ) : plan === null ? (
        <Empty tools={tools} />
      ) : (
        <>
          <UndoBar plans={tools.plans} />
          <Timelines key={plan.id} tools={tools} plan={plan} />
        </>
      )}
    </Panel>
  )
}
