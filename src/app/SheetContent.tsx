import { useStore } from 'zustand'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Area } from '#domain/packs/area.ts'
import { Said } from '#i18n/index.ts'
import { AreaNotices, areaOf } from '#features/offline-areas/index.ts'
import { AnswerPanel, LocateNotice } from '#features/risk/index.ts'
import { UnreviewedMark } from '#features/language/index.ts'
import { SearchPanel } from '#features/search/index.ts'
import { SitePanel, SitesList } from '#features/shelters/index.ts'
import { Button } from '#ui/Button.tsx'
import { Panel, Section } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { HomePanel } from './HomePanel.tsx'
import { KeepPlace } from './KeepPlace.tsx'
import { AroundHere, ClosuresHere, CompareOnline, ReadAnswer, StayHere, TideLine } from './later-parts.tsx'
import { Outside } from './Outside.tsx'
import type { Parts } from './parts.ts'
import { isDrillScreen, type Screen } from './routes.ts'
import { useOnFoot } from './use-on-foot.ts'
import { useOpened } from './use-opened.ts'
import { usePaint } from './use-paint.ts'
import { WayHere } from './WayHere.tsx'

type Props = { readonly parts: Parts }

/** The sites of each kind that stand under an answer. */
const FIRST_SITES = 3

const PlanScreens = lazy(() =>
  import('./PlanScreens.tsx').then((screens) => ({ default: screens.PlanScreens })),
)

const RoadScreens = lazy(() =>
  import('./RoadScreens.tsx').then((screens) => ({ default: screens.RoadScreens })),
)

const DrillScreens = lazy(() =>
  import('./DrillScreens.tsx').then((screens) => ({ default: screens.DrillScreens })),
)

const LaterScreens = lazy(() =>
  import('./LaterScreens.tsx').then((screens) => ({ default: screens.LaterScreens })),
)

const showOnMap = (parts: Parts) =>
  parts.map.getState().controller === null
    ? null
    : (site: { readonly id: string; readonly at: readonly [number, number] }) => {
        parts.shelters.setState({ picked: site.id })
        parts.map.getState().controller?.goTo(site.at, 16)
        parts.routes.go('site')
      }

const Answer = ({ parts, area }: Props & { readonly area: Area }) => {
  const paint = usePaint(parts)
  const opened = useOpened(parts)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const onFoot = useOnFoot(parts, area, inspected?.at ?? null)
  return (
    <Panel>
      <LocateNotice store={parts.risk.store} commands={parts.risk.commands} />
      <ErrorBoundary says="app:crash.answer">
        <AnswerPanel
          store={parts.risk.store}
          paint={paint}
          outside={<Outside parts={parts} />}
          aloud={<ReadAnswer parts={parts} area={area} sites={FIRST_SITES} onFoot={onFoot} />}
          afterZones={<TideLine area={area} now={parts.services.clock.now()} />}
          decision={
            <ErrorBoundary says="app:crash.answer">
              <StayHere parts={parts} />
            </ErrorBoundary>
          }
        />
      </ErrorBoundary>
      <ErrorBoundary says="app:crash.answer">
        <CompareOnline parts={parts} />
      </ErrorBoundary>
      {inspected === null ? null : (
        <ErrorBoundary says="app:crash.closures">
          <ClosuresHere parts={parts} at={inspected.at} />
        </ErrorBoundary>
      )}
      <ErrorBoundary says="app:crash.sites">
        <Section title={<Said k="sites:list.title" />}>
          <WayHere parts={parts} />
          <SitesList
            store={parts.shelters}
            area={area}
            from={inspected?.at ?? null}
            paint={paint}
            first={FIRST_SITES}
            onShow={showOnMap(parts)}
            opened={opened}
            onFoot={onFoot}
            onWay={({ id }) => parts.act.wayTo(id)}
          />
        </Section>
      </ErrorBoundary>
      {inspected === null ? null : (
        <ErrorBoundary says="app:crash.answer">
          <KeepPlace parts={parts} place={inspected} />
          <AroundHere area={area} at={inspected.at} />
        </ErrorBoundary>
      )}
      <Emergency />
    </Panel>
  )
}

const Sites = ({ parts, area }: Props & { readonly area: Area }) => {
  const paint = usePaint(parts)
  const opened = useOpened(parts)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const onFoot = useOnFoot(parts, area, inspected?.at ?? null)
  return (
    <SitesList
      store={parts.shelters}
      area={area}
      from={inspected?.at ?? null}
      paint={paint}
      first={20}
      onShow={showOnMap(parts)}
      opened={opened}
      onFoot={onFoot}
      onWay={({ id }) => parts.act.wayTo(id)}
    />
  )
}

const Site = ({ parts, area }: Props & { readonly area: Area }) => {
  const paint = usePaint(parts)
  const opened = useOpened(parts)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const onFoot = useOnFoot(parts, area, inspected?.at ?? null)
  return (
    <Panel>
      <SitePanel
        store={parts.shelters}
        area={area}
        from={inspected?.at ?? null}
        paint={paint}
        opened={opened}
        onFoot={onFoot}
        onWay={({ id }) => parts.act.wayTo(id)}
      />
      <Emergency />
    </Panel>
  )
}

/** From the bar the field takes the focus; from "choose from the list" it does not, or a keyboard would hide the list. */
const Search = ({ parts, area }: Props & { readonly area: Area }) => (
  <SearchPanel
    store={parts.search}
    area={area}
    autoFocus={!parts.routes.store.getState().moveFocus}
    onChoose={(hit) => parts.act.choosePlace(hit)}
  />
)

/** Screens that speak about an area wait for it and say so; the others never wait. */
const WithArea = ({ parts, then }: Props & { readonly then: (area: Area) => ReactNode }) => {
  const area = useStore(parts.areas.store, areaOf)
  const isFailed = useStore(parts.areas.store, ({ open }) => open.status === 'failed')
  return (
    <Panel>
      <AreaNotices store={parts.areas.store} commands={parts.areas.commands} />
      {isFailed ? (
        <Button icon="globe" onClick={() => parts.routes.go('online')}>
          <Said k="app:menu.online" />
        </Button>
      ) : null}
      {area === null ? <Emergency /> : then(area)}
    </Panel>
  )
}

/** What the sheet carries: the screen, and that no speaker has checked its words where that is so. */
export const SheetContent = ({ parts }: Props) => {
  const screen = useStore(parts.routes.store, (route) => route.screen)
  return (
    <>
      <ScreenContent parts={parts} />
      {WITHOUT_MARK.includes(screen) ? null : <UnreviewedMark onReport={() => parts.act.report()} />}
    </>
  )
}

/** The sheet of paper bears the mark in each of its languages; the report is what the mark leads to. */
const WITHOUT_MARK: readonly Screen[] = ['paper', 'drillPaper', 'report', 'words']

/** The text is no sheet's content: it has a layout of its own. */
const ScreenContent = ({ parts }: Props) => {
  const screen = useStore(parts.routes.store, (route) => route.screen)
  if (isDrillScreen(screen))
    return (
      <Suspense fallback={null}>
        <DrillScreens screen={screen} parts={parts} />
      </Suspense>
    )
  switch (screen) {
    case 'home':
      return <HomePanel parts={parts} />
    case 'answer':
      return <WithArea parts={parts} then={(area) => <Answer parts={parts} area={area} />} />
    case 'sites':
      return <WithArea parts={parts} then={(area) => <Sites parts={parts} area={area} />} />
    case 'site':
      return <WithArea parts={parts} then={(area) => <Site parts={parts} area={area} />} />
    case 'search':
      return <WithArea parts={parts} then={(area) => <Search parts={parts} area={area} />} />
    case 'layers':
    case 'offline':
    case 'settings':
    case 'about':
    case 'readCheck':
    case 'online':
    case 'words':
    case 'report':
      return (
        <Suspense fallback={null}>
          <LaterScreens screen={screen} parts={parts} />
        </Suspense>
      )
    case 'closures':
    case 'alerts':
    case 'ways':
    case 'escape':
      return (
        <Suspense fallback={null}>
          <RoadScreens screen={screen} parts={parts} />
        </Suspense>
      )
    case 'plan':
    case 'myMap':
    case 'myThing':
    case 'interview':
    case 'timeline':
    case 'whatNow':
    case 'kit':
    case 'share':
    case 'received':
    case 'paper':
      return (
        <Suspense fallback={null}>
          <PlanScreens screen={screen} parts={parts} />
        </Suspense>
      )
    case 'text':
      return null
  }
}
