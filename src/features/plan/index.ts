export { activePlan } from './state.ts'
export type { OpenPlan, PlansCommands, PlansFeature, PlansState } from './state.ts'
export type { DrawRequest, PlanScreen, PlanTools, Thing } from './tools.ts'
