import type { Plan, Question } from '#domain/plan/plan.ts'
import type { PlanTools } from '../plan/index.ts'
import { stops } from './interview-way.ts'

/** Opens the interview at one question: where something is put right. */
export function openQuestion(tools: PlanTools, plan: Plan, question: Question): void {
  stops.setState({ [plan.id]: question })
  tools.go('interview')
}
