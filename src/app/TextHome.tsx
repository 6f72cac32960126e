import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { UnreviewedMark } from '#features/language/index.ts'
import type { Area } from '#domain/packs/area.ts'
import type { Phrase } from '#domain/risk/report.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { AreaNotices, areaOf } from '#features/offline-areas/index.ts'
import { AnswerPanel, LocateNotice, type Inspected } from '#features/risk/index.ts'
import { SearchPanel } from '#features/search/index.ts'
import { SitesList } from '#features/shelters/index.ts'
import {
  Circle,
  goToPart,
  NotKnown,
  OnThisPage,
  PointNote,
  sayPoint,
  TextSection,
  type PartOfPage,
} from '#features/text-mode/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { Emergency } from './Emergency.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { AroundHere, ClosuresHere, CompareOnline, ReadAnswer, StayHere, TideLine } from './later-parts.tsx'
import { Outside } from './Outside.tsx'
import type { Parts } from './parts.ts'
import styles from './TextHome.module.css'
import { useOnFoot } from './use-on-foot.ts'
import { useOpened } from './use-opened.ts'
import { usePaint } from './use-paint.ts'
import { WayHere } from './WayHere.tsx'

type Props = { readonly parts: Parts }
type WithAreaProps = Props & { readonly area: Area }

/** The first hits of each kind of site; the rest is one button away. */
const FIRST_SITES = 5

/** By name, address or position. The field is emptied by a choice, so that the answer follows at once. */
const Search = ({ parts, area }: WithAreaProps) => {
  const t = useWords('text')
  const [west, south, east, north] = area.manifest.bounds
  const [lat, lng] = [(south + north) / 2, (west + east) / 2]
  return (
    <>
      <p>
        <Said text={t('place.how', { position: `${lat.toFixed(4)}, ${lng.toFixed(4)}` })} />
      </p>
      <SearchPanel
        store={parts.search}
        area={area}
        autoFocus={!parts.routes.store.getState().moveFocus}
        isFolded
        onChoose={(hit) => {
          parts.search.setState({ text: '', active: -1 })
          parts.act.choosePlace(hit)
        }}
      />
    </>
  )
}

/** Where: searched, or where the device is. */
const Place = ({ parts, area }: Props & { readonly area: Area | null }) => (
  <TextSection part="place" title={<Said k="app:title.home" />}>
    <AreaNotices store={parts.areas.store} commands={parts.areas.commands} />
    {area === null ? null : <Search parts={parts} area={area} />}
    <LocateNotice store={parts.risk.store} commands={parts.risk.commands} />
    <Actions>
      <Button icon="here" onClick={() => void parts.act.here()}>
        <Said k="app:home.here" />
      </Button>
      <Button icon="house" onClick={() => parts.routes.go('plan')}>
        <Said k="app:home.plan" />
      </Button>
    </Actions>
  </TextSection>
)

const Answer = ({ parts, inspected }: Props & { readonly inspected: Inspected }) => {
  const t = useWords('app')
  const paint = usePaint(parts)
  const answered = useStore(parts.risk.store, (state) => state.answered)
  const area = useStore(parts.areas.store, areaOf)
  const onFoot = useOnFoot(parts, area, inspected.at)
  const title = answered === null ? t('title.answer') : t.phrase(answered.report.headline)
  return (
    <TextSection part="answer" title={<Said text={title} />}>
      <PointNote place={inspected} />
      <ErrorBoundary says="app:crash.answer">
        <AnswerPanel
          store={parts.risk.store}
          paint={paint}
          outside={<Outside parts={parts} />}
          aloud={
            area === null ? null : (
              <ReadAnswer
                parts={parts}
                area={area}
                sites={FIRST_SITES}
                onFoot={onFoot}
                besides={sayPoint(inspected)}
              />
            )
          }
          decision={<StayHere parts={parts} />}
          afterZones={area === null ? null : <TideLine area={area} now={parts.services.clock.now()} />}
        />
      </ErrorBoundary>
      <Circle
        place={inspected}
        onCircle={(accuracy) => parts.risk.commands.inspect({ ...inspected, accuracy })}
      />
      <ErrorBoundary says="app:crash.answer">
        <CompareOnline parts={parts} />
      </ErrorBoundary>
      <ErrorBoundary says="app:crash.closures">
        <ClosuresHere parts={parts} at={inspected.at} />
      </ErrorBoundary>
    </TextSection>
  )
}

const Sites = ({ parts, area }: WithAreaProps) => {
  const paint = usePaint(parts)
  const opened = useOpened(parts)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const onFoot = useOnFoot(parts, area, inspected?.at ?? null)
  return (
    <TextSection part="sites" title={<Said k="sites:list.title" />}>
      {inspected === null ? (
        <p>
          <Said k="text:sites.chooseFirst" />
        </p>
      ) : (
        <WayHere parts={parts} />
      )}
      <ErrorBoundary says="app:crash.sites">
        <SitesList
          store={parts.shelters}
          area={area}
          from={inspected?.at ?? null}
          paint={paint}
          first={FIRST_SITES}
          onWay={({ id }) => parts.act.wayTo(id)}
          onShow={null}
          opened={opened}
          onFoot={onFoot}
        />
      </ErrorBoundary>
      {inspected === null ? null : <AroundHere area={area} at={inspected.at} />}
    </TextSection>
  )
}

const More = ({ parts }: Props) => {
  const start = useStore(parts.settings.store, (state) => state.chosen.start)
  return (
    <TextSection part="more" title={<Said k="text:start.title" />}>
      <Switch
        label={<Said k="text:start.always" />}
        hint={<Said k="text:start.hint" />}
        on={start === 'text'}
        onChange={(on) => parts.settings.change({ start: on ? 'text' : 'map' })}
      />
      <div className={styles.buttons}>
        <Button icon="question" onClick={() => parts.routes.go('readCheck')}>
          <Said k="app:menu.readCheck" />
        </Button>
        <Button icon="globe" onClick={() => parts.routes.go('home')}>
          <Said k="app:menu.map" />
        </Button>
      </div>
    </TextSection>
  )
}

/** After a place was chosen the answer's heading takes the focus; asking the same place anew leaves the focus where it is. */
function useFocusOnAnswer(parts: Parts): void {
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  const place = inspected?.at.join() ?? null
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    if (place !== null) goToPart('answer')
  }, [place])
}

/** What is read out without a movement of the focus: an answer that came late, or that was asked anew for a wider circle. */
const LateAnswer = ({ parts }: Props) => {
  const [late, setLate] = useState<Phrase | null>(null)
  useEffect(
    () =>
      parts.risk.store.subscribe((now, before) => {
        if (now.answered === before.answered) return
        const isSamePlace = now.inspected?.at.join() === before.inspected?.at.join()
        setLate(isSamePlace ? (now.answered?.report.headline ?? null) : null)
      }),
    [parts],
  )
  return <LiveRegion>{late === null ? null : <Heard phrase={late} />}</LiveRegion>
}

/** Everything that the map says, as headings, lists and sentences, in the order in which it is needed. */
export const TextHome = ({ parts }: Props) => {
  const area = useStore(parts.areas.store, areaOf)
  const inspected = useStore(parts.risk.store, (state) => state.inspected)
  useFocusOnAnswer(parts)
  const all: readonly (PartOfPage | null)[] = [
    'place',
    inspected === null ? null : 'answer',
    area === null ? null : 'sites',
    area === null ? null : 'unknown',
    'emergency',
    'more',
  ]
  return (
    <div className={styles.parts}>
      <OnThisPage parts={all.filter((part) => part !== null)} />
      <Place parts={parts} area={area} />
      {inspected === null ? null : <Answer parts={parts} inspected={inspected} />}
      {area === null ? null : <Sites parts={parts} area={area} />}
      {area === null ? null : (
        <TextSection part="unknown" title={<Said k="text:unknown.title" />}>
          <NotKnown manifest={area.manifest} />
        </TextSection>
      )}
      <TextSection part="emergency" title={<Said k="text:emergency" />}>
        <Emergency />
      </TextSection>
      <More parts={parts} />
      <LateAnswer parts={parts} />
      <UnreviewedMark onReport={() => parts.act.report()} />
    </div>
  )
}
