import { useStore } from 'zustand'
import { homePlaceOf } from '#domain/plan/household.ts'
import { AlertsPanel } from '#features/alerts/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'
import { usePlan } from './use-plan.ts'

/** What the city orders, with what this device knows of the person's places. */
export const AlertsScreen = ({ parts }: { readonly parts: Parts }) => {
  const area = useStore(parts.areas.store, areaOf)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const plan = usePlan(useStore(parts.plan.store, (state) => state.house))
  const home = plan === null ? null : homePlaceOf(plan)
  const again = useStore(parts.askCity, ({ now }) => now)
  return (
    <>
      <AlertsPanel
        store={parts.alerts}
        clock={parts.services.clock}
        area={area}
        at={inspected?.at ?? null}
        home={home?.at ?? null}
        onSite={layout === 'map' ? (id) => parts.act.pickSite(id) : null}
        onWhatNow={() => parts.routes.go('whatNow')}
        onAgain={again}
      />
      {layout === 'map' ? <Emergency /> : null}
    </>
  )
}
