import { formatDate, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Actions } from '#ui/Panel.tsx'
import styles from './plan.module.css'
import { nextStep, progressOf, type PlanStep, type StepState } from './progress.ts'
import type { OpenPlan } from './state.ts'
import type { PlanScreen, PlanTools } from './tools.ts'

/** The screens that a step leads to, the main one first. */
const SCREENS: { readonly [step in PlanStep]: readonly PlanScreen[] } = {
  interview: ['interview'],
  myMap: ['myMap'],
  timeline: ['timeline', 'whatNow'],
  kit: ['kit'],
  share: ['paper', 'share'],
}

const wordsOf = (screen: PlanScreen, isDone: boolean): string =>
  screen === 'interview' && isDone ? 'plan:go.interviewAgain' : `plan:go.${screen}`

type StepProps = {
  readonly state: StepState
  readonly isNext: boolean
  /** When it was exported last, as marked-up text. */
  readonly date: string
  readonly go: PlanTools['go']
}

const Step = ({ state, isNext, date, go }: StepProps) => (
  <li className={styles.step} data-done={state.isDone} aria-current={isNext ? 'step' : undefined}>
    <h4 className={styles.stepTitle}>
      <span className={styles.stepName}>
        <Said k={`plan:steps.${state.step}`} />
      </span>
      <span className={styles.stepState}>
        {state.isDone ? <Icon name="check" /> : null}
        <Said k={state.isDone ? 'plan:steps.done' : 'plan:steps.open'} />
      </span>
    </h4>
    <p>
      <Said k={state.about} params={{ ...state.counts, date }} />
    </p>
    {state.wants === null ? null : (
      <p className={styles.wants}>
        <Icon name="warning" />
        <span>
          <Said k={state.wants} />
        </span>
      </p>
    )}
    <Actions>
      {SCREENS[state.step].map((screen, index) => (
        <Button key={screen} look={isNext && index === 0 ? 'main' : 'plain'} onClick={() => go(screen)}>
          <Said k={wordsOf(screen, state.isDone)} />
        </Button>
      ))}
    </Actions>
  </li>
)

/** The steps of the whole in their order, how far each has come, and the one to do next. */
export const PlanSteps = ({ open, go }: { readonly open: OpenPlan; readonly go: PlanTools['go'] }) => {
  const t = useWords('plan')
  const progress = progressOf(open.plan, open.exported)
  const next = nextStep(progress)
  const date = open.exported === null ? '' : formatDate(t.language, new Date(open.exported.at).toISOString())
  return (
    <>
      <p className={styles.next}>
        <Said k={next === null ? 'plan:next.done' : `plan:next.${next}`} />
      </p>
      <ol className={styles.steps}>
        {progress.map((state) => (
          <Step key={state.step} state={state} isNext={state.step === next} date={date} go={go} />
        ))}
      </ol>
    </>
  )
}
