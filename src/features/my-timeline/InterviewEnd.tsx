import { homeOf } from '#domain/plan/household.ts'
import { QUESTIONS, type Plan, type Question } from '#domain/plan/plan.ts'
import type { PlanFacts } from '#domain/plan/plan-facts.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import type { PlanTools } from '../plan/index.ts'
import { ReportCard } from '../risk/index.ts'
import { StayOutcome } from '../stay/index.ts'
import { draftMissing, hazardsToDraft } from './draft-timelines.ts'
import type { Stop } from './interview-way.ts'
import { plannedHazards } from './planned-hazards.ts'
import { FirstHome } from './questions/FirstHome.tsx'
import styles from './interview.module.css'

type EndProps = {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly facts: PlanFacts
  readonly onGo: (stop: Stop) => void
}

/** What reaches home: the worst in full, the rest folded. */
const RiskAtHome = ({ tools, facts, onGo }: Omit<EndProps, 'plan'>) => {
  const { home } = facts
  if (home === null) return <FirstHome needs="home" onGo={onGo} />
  const report =
    home.risk === null || tools.area === null ? null : describeRisk(home.risk, tools.area.manifest)
  if (report === null)
    return (
      <Notice tone="unknown">
        <p>
          <Said k="interview:home.noArea" />
        </p>
      </Notice>
    )
  const [worst, ...others] = report.reports
  return (
    <>
      <p className={styles.headline}>
        <Said phrase={report.headline} />
      </p>
      {worst === undefined ? null : <ReportCard report={worst} isOpen={false} paint={tools.paint} />}
      {others.length === 0 ? null : (
        <More summary={<Said k="interview:end.others" params={{ count: others.length }} />}>
          {others.map((one) => (
            <ReportCard key={`${one.kind} ${one.scenario}`} report={one} isOpen={false} paint={tools.paint} />
          ))}
        </More>
      )}
    </>
  )
}

const StayAtHome = ({ plan, facts, onGo }: Omit<EndProps, 'tools'>) => {
  const { home } = facts
  if (home === null) return null
  const building = homeOf(plan, home.place)
  if (building === null) return <FirstHome needs="building" onGo={onGo} />
  return home.risk === null || home.stay === null ? null : (
    <StayOutcome risk={home.risk} home={building} decision={home.stay} />
  )
}

const stateOf = ({ interview }: Plan, question: Question): 'answered' | 'skipped' | 'open' => {
  if (interview.answered.includes(question)) return 'answered'
  return interview.skipped.includes(question) ? 'skipped' : 'open'
}

/** All questions with what became of them: each can be answered anew. */
const Answers = ({ plan, onGo }: Pick<EndProps, 'plan' | 'onGo'>) => (
  <ol className={styles.answers}>
    {QUESTIONS.map((question) => {
      const state = stateOf(plan, question)
      return (
        <li key={question} data-state={state}>
          <Button look="row" onClick={() => onGo(question)}>
            <span className={styles.answer}>
              <Icon name={state === 'answered' ? 'check' : 'question'} />
              <span>
                <Said k={`interview:ask.${question}.short`} />
              </span>
              <small>
                <Said k={`interview:end.${state}`} />
              </small>
            </span>
          </Button>
        </li>
      )
    })}
  </ol>
)

/** Drafts what has no timeline yet, in one step of undo, and goes there; what the family has made stays as it is. */
const Make = ({ tools, plan, facts, onGo }: EndProps) => {
  const hazards = plannedHazards(plan, facts)
  const missing = hazardsToDraft(plan, facts)
  if (hazards.length === 0)
    return (
      <Notice
        tone="unknown"
        actions={
          <Button onClick={() => onGo('hazards')}>
            <Said k="interview:end.chooseHazards" />
          </Button>
        }
      >
        <p>
          <Said k="interview:hazards.none" />
        </p>
      </Notice>
    )
  const make = () => {
    if (missing.length === 0 || tools.plans.commands.edit(draftMissing(facts))) tools.go('timeline')
  }
  return (
    <>
      <p>
        <Said k={missing.length === 0 ? 'interview:end.made' : 'interview:end.make'} />
      </p>
      <ul className={styles.plannedFor}>
        {hazards.map((hazard) => (
          <li key={hazard}>
            <Said k={`timeline:danger.${hazard}`} />
          </li>
        ))}
      </ul>
      <Actions>
        <Button look="main" onClick={make}>
          <Said k={missing.length === 0 ? 'interview:end.see' : 'interview:end.draft'} />
        </Button>
      </Actions>
    </>
  )
}

/** The result: what the risk at home is, whether to stay or to leave, what is still open, and the button to the timeline. */
export const InterviewEnd = (props: EndProps) => {
  const { plan, onGo } = props
  const open = QUESTIONS.filter((question) => stateOf(plan, question) !== 'answered').length
  return (
    <>
      <Make {...props} />
      {open === 0 ? null : (
        <Notice tone="unknown">
          <p>
            <Said k="interview:end.missing" params={{ count: open }} />
          </p>
        </Notice>
      )}
      <h4>
        <Said k="interview:end.risk" />
      </h4>
      <RiskAtHome {...props} />
      {props.facts.home === null ? null : (
        <h4>
          <Said k="stay:title" />
        </h4>
      )}
      <StayAtHome {...props} />
      <h4>
        <Said k="interview:end.answers" />
      </h4>
      <Answers plan={plan} onGo={onGo} />
      <Quiet>
        <Said k="interview:end.later" />
      </Quiet>
    </>
  )
}
