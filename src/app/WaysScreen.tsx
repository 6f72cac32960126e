import { useEffect, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Area } from '#domain/packs/area.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import { SNAP_LIMIT } from '#domain/routes/graph.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { AreaNotices, areaOf } from '#features/offline-areas/index.ts'
import { LocateNotice, type Inspected } from '#features/risk/index.ts'
import { WaysPanel, type WaysTools } from '#features/ways/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import type { Parts } from './parts.ts'
import { usePaint } from './use-paint.ts'
import { usePlan } from './use-plan.ts'

type Props = { readonly parts: Parts }

/** The home of the family's plan; its code is fetched here, where there is a plan. */
function usePlanHome(parts: Parts): LngLat | null {
  const house = useStore(parts.plan.store, (state) => state.house)
  const hasPlan = useStore(parts.settings.store, ({ chosen }) => chosen.plan !== null)
  useEffect(() => {
    if (hasPlan) void parts.plan.open()
  }, [parts, hasPlan])
  const plan = usePlan(house)
  return plan === null ? null : (homePlaceOf(plan)?.at ?? null)
}

/** Where the way begins: the place that is asked about, with the other ways to say it. */
const From = ({ parts, place }: Props & { readonly place: Inspected | null }) => {
  const t = useWords('roads')
  const home = usePlanHome(parts)
  const near = useStore(parts.risk.store, ({ answered }) => answered?.near ?? null)
  const name = place?.name ?? near
  const words = name === null ? null : wordsIn(t.language, { ...known(name), kana: name.kana ?? '' })
  return (
    <>
      <p role="status">
        {place === null ? (
          <Said k="roads:place.none" />
        ) : place.from === 'position' ? (
          <Said k="roads:place.position" />
        ) : words === null ? (
          <Said k="roads:place.here" />
        ) : (
          <Said text={t(place.name === null ? 'place.near' : 'place.from', { place: words })} />
        )}
      </p>
      <LocateNotice store={parts.risk.store} commands={parts.risk.commands} />
      {place?.accuracy !== undefined && place.accuracy !== null && place.accuracy > SNAP_LIMIT ? (
        <Notice tone="unknown">
          <p>
            <Said k="app:answer.coarse" />
          </p>
        </Notice>
      ) : null}
      <Elsewhere isOpen={place === null}>
        <Button icon="here" onClick={() => void parts.risk.commands.inspectHere()}>
          <Said k="app:home.here" />
        </Button>
        <Button icon="search" onClick={() => parts.routes.go('search')}>
          <Said k="app:title.search" />
        </Button>
        {home === null || place?.at.join() === home.join() ? null : (
          <Button
            icon="house"
            onClick={() =>
              parts.risk.commands.inspect({ at: home, accuracy: null, from: 'search', name: null })
            }
          >
            <Said k="roads:place.home" />
          </Button>
        )}
      </Elsewhere>
    </>
  )
}

/** The ways to say where to begin: open while that is not known, else folded. */
const Elsewhere = ({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) =>
  isOpen ? (
    <Actions>{children}</Actions>
  ) : (
    <More summary={<Said k="roads:place.other" />}>
      <Actions>{children}</Actions>
    </More>
  )

const known = ({ ja, romaji }: { readonly ja: string; readonly romaji: string | null }) =>
  romaji === null ? { ja } : { ja, romaji }

function useTools(parts: Parts, area: Area): WaysTools {
  const paint = usePaint(parts)
  const closures = useStore(parts.closures)
  const layout = useStore(parts.routes.store, (route) => route.layout)
  const controller = useStore(parts.map, (state) => state.controller)
  const isUsable = useStore(parts.map, ({ status }) => status === 'ready' || status === 'starting')
  const map = layout === 'map' && isUsable ? controller : null
  const still = useMemo(
    () => ({
      readSeries: (file: string) => parts.services.packs.seriesFile(area.manifest.area.code, file),
      store: parts.ways,
      shelters: parts.shelters,
      findWays: parts.services.ways,
      now: () => parts.services.clock.now(),
      openPlans: async () => (await parts.plan.open())?.plans ?? null,
      emergency: <Emergency />,
    }),
    [parts, area],
  )
  const fit = useMemo<WaysTools['fit']>(() => (map === null ? null : (bounds) => map.fit(bounds)), [map])
  return useMemo(() => ({ ...still, area, closures, paint, fit }), [still, area, closures, paint, fit])
}

const Ways = ({ parts, area, at }: Props & { readonly area: Area; readonly at: LngLat }) => (
  <WaysPanel tools={useTools(parts, area)} at={at} />
)

/** The way on foot from the place that is asked about to a site. */
export const WaysScreen = ({ parts }: Props) => {
  const area = useStore(parts.areas.store, areaOf)
  const { inspected, answered } = useStore(parts.risk.store)
  const isOutside = answered?.risk.hazards.every(({ answer }) => answer === 'outsidePack') ?? false
  const canAsk = area !== null && inspected !== null && !isOutside
  return (
    <Panel>
      <AreaNotices store={parts.areas.store} commands={parts.areas.commands} />
      <From parts={parts} place={inspected} />
      {isOutside ? (
        <Notice tone="unknown" announce>
          <p>
            <Said k="roads:place.outside" />
          </p>
        </Notice>
      ) : null}
      {canAsk ? <Ways parts={parts} area={area} at={inspected.at} /> : <Emergency />}
    </Panel>
  )
}
