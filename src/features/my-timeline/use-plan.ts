import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Plan } from '#domain/plan/plan.ts'
import { activePlan, type PlansState, type PlanTools } from '../plan/index.ts'

/** The plan that is being looked at; opens the plans of this device where nobody did. */
export function usePlan({ plans }: PlanTools): {
  readonly status: PlansState['status']
  readonly plan: Plan | null
} {
  const status = useStore(plans.store, (state) => state.status)
  const plan = useStore(plans.store, activePlan)
  useEffect(() => {
    if (status === 'closed') void plans.commands.open()
  }, [status, plans])
  return { status, plan }
}
