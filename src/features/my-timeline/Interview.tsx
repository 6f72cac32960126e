import { useEffect, useId, useRef, type ComponentType } from 'react'
import { useStore } from 'zustand'
import type { Edit } from '#domain/plan/edits/change-plan.ts'
import { changePlanHead, noteQuestion, together } from '#domain/plan/edits/edit-plan.ts'
import { QUESTIONS, type Plan, type Question } from '#domain/plan/plan.ts'
import { plain, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Quiet } from '#ui/Panel.tsx'
import { PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { firstOpen, hasAnswer, numberOf, stopAfter, stopBefore, stops, type Stop } from './interview-way.ts'
import { InterviewEnd } from './InterviewEnd.tsx'
import { plannedHazards } from './planned-hazards.ts'
import { BuildingQuestion } from './questions/BuildingQuestion.tsx'
import { ContactsQuestion } from './questions/ContactsQuestion.tsx'
import { DayPlacesQuestion } from './questions/DayPlacesQuestion.tsx'
import { DestinationsQuestion } from './questions/DestinationsQuestion.tsx'
import { HazardsQuestion } from './questions/HazardsQuestion.tsx'
import { HomeQuestion } from './questions/HomeQuestion.tsx'
import { MinutesQuestion } from './questions/MinutesQuestion.tsx'
import { NeedsQuestion } from './questions/NeedsQuestion.tsx'
import { PeopleQuestion } from './questions/PeopleQuestion.tsx'
import type { QuestionProps } from './questions/question-props.ts'
import { StockQuestion } from './questions/StockQuestion.tsx'
import { TransportQuestion } from './questions/TransportQuestion.tsx'
import { usePlan } from './use-plan.ts'
import styles from './interview.module.css'

const SCREENS: { readonly [question in Question]: ComponentType<QuestionProps> } = {
  home: HomeQuestion,
  building: BuildingQuestion,
  people: PeopleQuestion,
  needs: NeedsQuestion,
  transport: TransportQuestion,
  hazards: HazardsQuestion,
  destinations: DestinationsQuestion,
  minutes: MinutesQuestion,
  stock: StockQuestion,
  dayPlaces: DayPlacesQuestion,
  contacts: ContactsQuestion,
}

/** How far one has come: a bar, and the same in words for every ear and eye. */
const HowFar = ({ stop, id }: { readonly stop: Stop; readonly id: string }) => (
  <div className={styles.howFar}>
    <progress
      aria-hidden="true"
      value={stop === 'end' ? QUESTIONS.length : numberOf(stop) - 1}
      max={QUESTIONS.length}
    />
    <p id={id}>
      {stop === 'end' ? (
        <Said k="interview:progress.end" />
      ) : (
        <Said k="interview:progress.at" params={{ number: numberOf(stop), all: QUESTIONS.length }} />
      )}
    </p>
  </div>
)

/** What going on keeps besides the answers: that the question was answered or passed by, and the dangers that were filled in. */
function goingOn(tools: PlanTools, plan: Plan, question: Question): Edit {
  const facts = tools.factsOf(plan)
  const isAnswer =
    hasAnswer(plan, question) && (question !== 'hazards' || facts.home !== null || plan.hazards !== null)
  const filledIn =
    question === 'hazards' && isAnswer && plan.hazards === null
      ? [changePlanHead({ hazards: [...plannedHazards(plan, facts)] })]
      : []
  return together(...filledIn, noteQuestion(question, isAnswer ? 'answered' : 'skipped'))
}

const Buttons = ({
  tools,
  plan,
  question,
  onGo,
}: {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly question: Question
  readonly onGo: (stop: Stop) => void
}) => {
  const before = stopBefore(question)
  const isAnswered = hasAnswer(plan, question)
  const leave = (edit: Edit) => {
    tools.plans.commands.edit(edit)
    onGo(stopAfter(question))
  }
  return (
    <div className={styles.buttons}>
      <Actions>
        <Button look={isAnswered ? 'main' : 'plain'} onClick={() => leave(goingOn(tools, plan, question))}>
          <Said k={isAnswered ? 'interview:next' : 'interview:skip'} />
        </Button>
        {before === null ? null : (
          <Button icon="back" onClick={() => onGo(before)}>
            <Said k="interview:previous" />
          </Button>
        )}
        <Button look="quiet" onClick={() => onGo('end')}>
          <Said k="interview:toEnd" />
        </Button>
      </Actions>
      <Quiet>
        <Said k="interview:kept" />
      </Quiet>
    </div>
  )
}

const Asked = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const id = useId()
  const stop = useStore(stops, (all) => all[plan.id]) ?? firstOpen(plan)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    // Whoever pressed a button goes on reading from the new question; who has just come is where the screen put them.
    if (moved.current) heading.current?.focus()
  }, [stop])
  // Where the person is stays: an answer must not carry them on to the next open question.
  useEffect(() => stops.setState({ [plan.id]: stop }), [plan.id, stop])
  const go = (next: Stop) => {
    moved.current = true
    stops.setState({ [plan.id]: next })
  }
  const Screen = stop === 'end' ? null : SCREENS[stop]
  const facts = tools.factsOf(plan)
  return (
    <>
      <HowFar stop={stop} id={id} />
      <section className={styles.question} aria-labelledby={`${id}-title`}>
        <h3 ref={heading} id={`${id}-title`} tabIndex={-1} aria-describedby={id}>
          <Said k={stop === 'end' ? 'interview:end.title' : `interview:ask.${stop}.title`} />
        </h3>
        {Screen === null || stop === 'end' ? (
          <InterviewEnd tools={tools} plan={plan} facts={facts} onGo={go} />
        ) : (
          <>
            <p>
              <Said k={`interview:ask.${stop}.why`} />
            </p>
            <Screen
              key={stop}
              tools={tools}
              plan={plan}
              facts={facts}
              edit={(change) => tools.plans.commands.edit(change)}
              onGo={go}
            />
            <Buttons tools={tools} plan={plan} question={stop} onGo={go} />
          </>
        )}
      </section>
    </>
  )
}

/** Before there is any plan: what the interview is, and the button that begins it. */
const Begin = ({ tools }: { readonly tools: PlanTools }) => {
  const t = useWords('interview')
  return (
    <>
      <p>
        <Said k="interview:begin.what" />
      </p>
      <Quiet>
        <Said k="interview:begin.kept" />
      </Quiet>
      <Actions>
        <Button
          look="main"
          onClick={() =>
            tools.plans.commands.create(plain(t('app:plan.first')), tools.area?.manifest.area.code ?? null)
          }
        >
          <Said k="interview:begin.start" />
        </Button>
      </Actions>
    </>
  )
}

/**
 * The guided making of a plan: at most twelve questions, one at a time. Each answer is kept at once; every question can be
 * passed by and answered later; at the end the timelines are drafted.
 */
export const Interview = ({ tools }: { readonly tools: PlanTools }) => {
  const { status, plan } = usePlan(tools)
  return (
    <Panel>
      <PlanNotices tools={tools} />
      {status !== 'open' ? (
        <p role="status">
          <Said k="interview:opening" />
        </p>
      ) : plan === null ? (
        <Begin tools={tools} />
      ) : (
        <>
          <Asked key={plan.id} tools={tools} plan={plan} />
          <UndoBar plans={tools.plans} />
        </>
      )}
    </Panel>
  )
}
