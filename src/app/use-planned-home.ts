import { useStore } from 'zustand'
import { homeOf, homePlaceOf } from '#domain/plan/household.ts'
import type { Home } from '#domain/stay/home.ts'
import type { Parts } from './parts.ts'
import { usePlan } from './use-plan.ts'

/** The building and household of the family's plan, and the way to its editor; null while no plan knows them. */
export function usePlannedHome(parts: Parts): { readonly home: Home; readonly edit: () => void } | null {
  const house = useStore(parts.plan.store, (state) => state.house)
  const plan = usePlan(house)
  const place = plan === null ? null : homePlaceOf(plan)
  const home = plan === null || place === null ? null : homeOf(plan, place)
  if (place === null || home === null) return null
  const edit = () => {
    parts.plan.store.setState({ thing: { list: 'places', id: place.id } })
    parts.routes.go('myThing')
  }
  return { home, edit }
}
