import { createElement, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { DrillTools } from '#features/drills/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { useWords } from '#i18n/index.ts'
import { appAddress } from './app-address.ts'
import type { DrillHouse } from './drill-house.ts'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'
import { usePaint } from './use-paint.ts'
import { usePlan } from './use-plan.ts'
import { useClosures } from '#features/closures/index.ts'

/** What every screen of drills is given. The plans are the real ones, also while the screen is made of the parts of a drill. */
export function useDrillTools(parts: Parts, house: DrillHouse): DrillTools {
  const { language } = useWords('drills')
  const area = useStore(parts.areas.store, areaOf)
  const paint = usePaint(parts)
  const theme = useStore(parts.device, (state) => state.theme)
  const paper = useStore(parts.drill.store, (state) => state.paper)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const controller = useStore(parts.map, (state) => state.controller)
  const isUsable = useStore(parts.map, ({ status }) => status === 'ready' || status === 'starting')
  const map = layout === 'map' && isUsable ? controller : null
  const known = usePlanKnown(house)
  const still = useMemo(
    () => ({
      drills: house.drills,
      areas: otherAreas(house.real),
      clock: house.real.services.clock,
      watch: house.watch,
      attention: house.attention,
      walking: house.walking,
      relay: house.relay,
      locator: house.real.services.locator,
      reader: house.reader,
      sharer: house.sharer,
      shelf: house.shelf,
      randomBytes: house.randomBytes,
      readSeries: house.readSeries,
      address: appAddress(),
      showOnMap: (onMap: Parameters<DrillTools['showOnMap']>[0]) => parts.drill.store.setState({ onMap }),
      go: (...[screen, how]: Parameters<DrillTools['go']>) => parts.routes.go(screen, how),
      back: () => parts.routes.close(),
      choosePaper: (next: DrillTools['paper']) => parts.drill.store.setState({ paper: next }),
    }),
    [parts, house],
  )
  const fit = useMemo<DrillTools['fit']>(() => (map === null ? null : (bounds) => map.fit(bounds)), [map])
  const asked = useMemo(
    () => (inspected === null ? null : { at: inspected.at, name: inspected.name?.ja ?? '' }),
    [inspected],
  )
  // The text layout has the numbers below every screen.
  const emergency = useMemo(() => (layout === 'map' ? createElement(Emergency) : null), [layout])
  return useMemo(
    () => ({ ...still, ...known, area, paint, theme, paper, language, fit, asked, emergency }),
    [still, known, area, paint, theme, paper, language, fit, asked, emergency],
  )
}

/** The areas of this host. One that cannot be had leaves the person where they were. */
const otherAreas = ({ areas, settings }: Parts): NonNullable<DrillTools['areas']> => ({
  nameOf: (code) => areas.store.getState().index?.areas.find((one) => one.code === code)?.name ?? null,
  async open(code) {
    const before = areas.store.getState().open.code
    settings.change({ area: code })
    await areas.commands.open(code)
    const { open } = areas.store.getState()
    if (open.status === 'open' && open.code === code) return true
    // Whoever chose another area meanwhile has it.
    if (open.code !== code || before === null || before === code) return false
    settings.change({ area: before })
    await areas.commands.open(before)
    return false
  },
})

/** The real plan and what the area tells of it; its code is fetched here, where there is a plan. */
function usePlanKnown({ real }: DrillHouse): Pick<DrillTools, 'plans' | 'plan'> {
  const planHouse = useStore(real.plan.store, (state) => state.house)
  const area = useStore(real.areas.store, areaOf)
  const { reckoned } = useClosures(real.closures, real.services.clock)
  useEffect(() => {
    void real.plan.open()
  }, [real])
  const plan = usePlan(planHouse)
  return useMemo(
    () => ({
      plans: planHouse?.plans ?? null,
      plan:
        planHouse === null || plan === null ? null : { plan, facts: planHouse.factsOf(area, plan, reckoned) },
    }),
    [planHouse, plan, area, reckoned],
  )
}
