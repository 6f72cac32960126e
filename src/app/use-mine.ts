import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { EMPTY_MY_MAP, type Drawing, type MyMap } from '#map/map-view.ts'
import type { Parts } from './parts.ts'
import { usePlan } from './use-plan.ts'

/**
 * What the map shows of the plan, and the tool in the hand. Where this device has a plan, its code is fetched once the first
 * paint is done, so that the marks are there without asking.
 */
export function useMine(parts: Parts): { readonly mine: MyMap; readonly drawing: Drawing | null } {
  const { house, thing, drawing } = useStore(parts.plan.store)
  const isThing = useStore(parts.routes.store, ({ screen }) => screen === 'myThing')
  const hasPlan = parts.settings.store.getState().chosen.plan !== null
  useEffect(() => {
    if (hasPlan) void parts.plan.open()
  }, [parts, hasPlan])
  const plan = usePlan(house)
  const selected = isThing ? (thing?.id ?? null) : null
  const mine = useMemo(
    () => (plan === null || house === null ? EMPTY_MY_MAP : house.myMapOf(plan, selected)),
    [plan, house, selected],
  )
  return { mine, drawing: drawing?.tool ?? null }
}
