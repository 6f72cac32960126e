import { QUESTIONS, type Plan } from '#domain/plan/plan.ts'
import type { StoredPlan } from '#platform/ports.ts'
import type { PlanScreen } from './tools.ts'

/** The steps of the whole, in the order in which a family goes through them. */
export const PLAN_STEPS = [
  'interview',
  'myMap',
  'timeline',
  'kit',
  'share',
] as const satisfies readonly PlanScreen[]
export type PlanStep = (typeof PLAN_STEPS)[number]

/** A sentence on how far a step has come, by its key in the namespace `plan`. */
export type StepState = {
  readonly step: PlanStep
  readonly isDone: boolean
  readonly about: string
  readonly counts: Readonly<Record<string, number>>
  /** What is still wanting, by its key. */
  readonly wants: string | null
}

/** Fewer places to go to than this are a risk: the one may be cut off (内閣府, 避難情報に関するガイドライン: several). */
const ENOUGH_DESTINATIONS = 2

/** How far a plan has come, step by step. */
export function progressOf(plan: Plan, exported: StoredPlan['exported']): readonly StepState[] {
  const { interview, places, destinations, marks, routes, timelines, kit } = plan
  const steps = timelines.flatMap((timeline) => timeline.steps)
  const [done, skipped] = [interview.answered.length, interview.skipped.length]
  const isOut = exported !== null && exported.changedAt === plan.changedAt
  return [
    {
      step: 'interview',
      isDone: done + skipped >= QUESTIONS.length,
      about: skipped === 0 ? 'plan:about.interview' : 'plan:about.interviewSkipped',
      counts: { all: QUESTIONS.length, done, skipped },
      wants: null,
    },
    {
      step: 'myMap',
      isDone: marks.length + routes.length > 0 && destinations.length >= ENOUGH_DESTINATIONS,
      about: 'plan:about.myMap',
      counts: {
        places: places.length,
        destinations: destinations.length,
        marks: marks.length,
        routes: routes.length,
      },
      wants: wantedDestinations(destinations.length),
    },
    {
      step: 'timeline',
      isDone: steps.length > 0,
      about: steps.length > 0 ? 'plan:about.timeline' : 'plan:about.timelineNone',
      counts: { steps: steps.length, done: steps.filter((step) => step.done).length },
      wants: null,
    },
    {
      step: 'kit',
      isDone: kit.length > 0 && kit.every(({ packed }) => packed),
      about: kit.length > 0 ? 'plan:about.kit' : 'plan:about.kitNone',
      counts: { all: kit.length, packed: kit.filter(({ packed }) => packed).length },
      wants: null,
    },
    {
      step: 'share',
      isDone: isOut,
      about: exported === null ? 'plan:about.never' : isOut ? 'plan:about.same' : 'plan:about.changed',
      counts: {},
      wants: null,
    },
  ]
}

const wantedDestinations = (count: number): string | null =>
  count >= ENOUGH_DESTINATIONS ? null : count === 0 ? 'plan:about.noDestination' : 'plan:about.oneDestination'

/** The first step that is not done; null = all are. To fill the bag takes days: what can be done now comes before it. */
export function nextStep(progress: readonly StepState[]): PlanStep | null {
  const open = progress.filter(({ isDone }) => !isDone)
  const now = open.find(({ step, counts }) => step !== 'kit' || counts['all'] === 0)
  return (now ?? open[0])?.step ?? null
}
