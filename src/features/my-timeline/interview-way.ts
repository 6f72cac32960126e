import { createStore } from 'zustand/vanilla'
import { homePlaceOf } from '#domain/plan/household.ts'
import { QUESTIONS, type Plan, type Question } from '#domain/plan/plan.ts'

/** Where somebody is in the interview: at a question, or at the result behind the last one. */
export type Stop = Question | 'end'

/** The first question that was neither answered nor passed by; the result when there is none. */
export function firstOpen({ interview }: Plan): Stop {
  const done: readonly Question[] = [...interview.answered, ...interview.skipped]
  return QUESTIONS.find((question) => !done.includes(question)) ?? 'end'
}

/** From 1. The result has the number of the last question. */
export const numberOf = (stop: Stop): number =>
  stop === 'end' ? QUESTIONS.length : QUESTIONS.indexOf(stop) + 1

export const stopAfter = (stop: Stop): Stop => (stop === 'end' ? 'end' : (QUESTIONS[numberOf(stop)] ?? 'end'))

/** null = there is nothing before the first question. */
export const stopBefore = (stop: Stop): Stop | null =>
  (stop === 'end' ? QUESTIONS.at(-1) : QUESTIONS[QUESTIONS.indexOf(stop) - 1]) ?? null

/** Questions to which "nobody" and "none" are answers too, so that going on is no passing by. */
const MAY_BE_NONE: readonly Question[] = ['needs', 'hazards', 'dayPlaces', 'contacts']

/** True when the plan holds an answer to the question, so that going on is an answer. */
export function hasAnswer(plan: Plan, question: Question): boolean {
  const { household, destinations } = plan
  const building = homePlaceOf(plan)?.building ?? null
  if (MAY_BE_NONE.includes(question)) return question !== 'needs' || household.members.length > 0
  switch (question) {
    case 'home':
      return homePlaceOf(plan) !== null
    case 'building':
      return building !== null
    case 'people':
      return household.members.length > 0
    case 'transport':
      return household.car !== null
    case 'destinations':
      return destinations.length > 0
    case 'minutes':
      return household.readyMinutes !== null
    case 'stock':
      return building !== null && building.stockHours !== null
    default:
      return true
  }
}

/**
 * Where each plan's interview was left, while the page lives: a place that is being pointed at on the map takes the screen
 * away, and the question has to be there afterwards. What was answered stands in the plan.
 */
export const createStops = () => createStore<{ readonly [plan: string]: Stop }>(() => ({}))
export const stops = createStops()
