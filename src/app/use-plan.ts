import { useCallback, useSyncExternalStore } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanHouse } from './plan-house.ts'

/** The plan that is being looked at; null while the plan's code is not here, or there is none. */
export function usePlan(house: PlanHouse | null): Plan | null {
  const listen = useCallback(
    (changed: () => void) => house?.plans.store.subscribe(changed) ?? (() => undefined),
    [house],
  )
  const now = useCallback(() => {
    if (house === null) return null
    const { plans, active } = house.plans.store.getState()
    return plans.find(({ plan }) => plan.id === active)?.plan ?? null
  }, [house])
  return useSyncExternalStore(listen, now)
}
