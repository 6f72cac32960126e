import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { FrontQuestion } from '#domain/routes/ways-question.ts'
import { goalsFor } from '#domain/routes/goals.ts'
import { Said } from '#i18n/index.ts'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Chips, Switch } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { HazardChips } from '../shelters/index.ts'
import { WalkerChoice, walksByNight } from '../ways/index.ts'
import {
  closingZones,
  comesAsWater,
  ESCAPE_VIEWS,
  escapeQuestion,
  FIRST_FRONT,
  lastMinute,
  seriesFor,
  type Asked,
  type EscapeView,
  type FrontChoice,
} from './escape-question.ts'
import type { EscapeTools } from './escape-tools.ts'
import styles from './EscapeMap.module.css'
import { EscapeNotes } from './EscapeNotes.tsx'
import { EscapePaper } from './EscapePaper.tsx'
import { FrontPart } from './FrontPart.tsx'
import { HereTimes, refusalKey } from './HereTimes.tsx'
import { closuresKey, knownClosures, type KnownClosures } from './known-closures.ts'
import { departureRows, reachRows } from './rows.ts'
import { TimesTable } from './TimesTable.tsx'
import { useEscape, type EscapeAnswer, type Shown } from './use-escape.ts'
import { useSeries, type SeriesState } from './use-series.ts'

/** The middle of the area: the sun stands for all of it as it stands there. */
const middleOf = ({ manifest }: EscapeTools['area']): LngLat => {
  const [west, south, east, north] = manifest.bounds
  return [(west + east) / 2, (south + north) / 2]
}

type Choices = {
  readonly view: EscapeView
  readonly front: FrontChoice
  readonly series: SeriesState
}

/** Everything that is asked now, the same value until something of it changes; null = it cannot be asked yet, or not at all. */
function useAsked(tools: EscapeTools, { view, front, series }: Choices) {
  const { area, at } = tools
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const walker = useStore(tools.ways)
  const { profile, manner } = walker
  const city = useStore(tools.closures)
  const now = tools.now()
  const night = walksByNight(walker, middleOf(area), now)
  const key = closuresKey(city, now)
  // The key stands for the closures: every look at the city's host makes a new state, and seldom other closures.
  const closures = useMemo(() => ({ key, ...knownClosures(city, now) }), [key])
  const goals = useMemo(() => goalsFor(area, hazard).goals, [area, hazard])
  const flood = seriesFor(area, hazard).find(({ file }) => file === front.series) ?? null
  const when = useMemo((): FrontQuestion | 'no' | null => {
    if (view === 'reach') return null
    if (!comesAsWater(hazard)) return 'no'
    if (flood === null)
      return { kind: 'arrivesIn', hazards: closingZones(area, hazard), seconds: front.arrival * 60 }
    if (typeof series === 'string') return 'no'
    return { kind: 'series', hazard: flood.kind, series, minute: front.minute }
  }, [view, area, hazard, front, flood, series])
  const asked = useMemo(
    (): Asked | null =>
      when === 'no' || area.sites === null
        ? null
        : {
            question: escapeQuestion(hazard, goals, { profile, manner, night, closures: closures.reckoned }),
            front: when,
            flood,
            at,
            now: tools.now(),
          },
    [when, flood, area, hazard, goals, profile, manner, night, closures, at, tools],
  )
  return { asked, hazard, night, manner, closures }
}

const networkOf = (shown: Shown): MapWays['network'] =>
  shown.kind === 'reach'
    ? { kind: 'reach', pieces: shown.reach.pieces }
    : { kind: 'departure', pieces: shown.departures.pieces }

/** Keeps the picture on the map while it holds, and takes it away with the screen. */
function useMapWays(tools: EscapeTools, shown: Shown | null): MapWays {
  const { ways } = tools
  const picture = useMemo(
    (): MapWays => (shown === null ? NO_WAYS : { routes: [], network: networkOf(shown) }),
    [shown],
  )
  useEffect(() => ways.setState({ shown: picture }), [ways, picture])
  useEffect(() => () => ways.setState({ shown: NO_WAYS }), [ways])
  return picture
}

/** Why nothing can be worked out, as the key of a sentence. */
function obstacle(tools: EscapeTools, isDeparture: boolean, isWater: boolean, series: SeriesState) {
  if (tools.area.sites === null) return 'sites:list.unreadable'
  if (!isDeparture) return null
  if (!isWater) return 'escape:front.onlyWater'
  if (series === 'notHere') return 'escape:front.notHere'
  return null
}

const Refused = ({ answer, again }: { readonly answer: EscapeAnswer; readonly again: () => void }) => {
  const { outcome } = answer
  if (outcome !== 'failed' && outcome.ok) return null
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        <Button onClick={again}>
          <Said k="roads:again" />
        </Button>
      }
    >
      <p>
        <Said k={outcome === 'failed' ? 'roads:failed' : refusalKey(outcome.reason)} />
      </p>
    </Notice>
  )
}

const Picture = ({
  answer,
  shown,
  tools,
  isOld,
  closures,
}: {
  readonly answer: EscapeAnswer
  readonly shown: Shown
  readonly tools: EscapeTools
  readonly isOld: boolean
  readonly closures: KnownClosures
}) => {
  const rows =
    shown.kind === 'reach'
      ? reachRows(shown.reach, tools.theme)
      : departureRows(shown.departures, tools.theme)
  const { unplaced } = shown.kind === 'reach' ? shown.reach : shown.departures
  return (
    <div className={classNames(isOld && styles.old)} aria-busy={isOld}>
      <Panel>
        <Section title={<Said k="escape:place.title" />}>
          <HereTimes answer={answer} shown={shown} tools={tools} />
        </Section>
        <Section title={<Said k="escape:table.title" />}>
          {tools.hasMap ? null : (
            <Quiet>
              <Said k="escape:map.hidden" />
            </Quiet>
          )}
          <TimesTable rows={rows} />
        </Section>
        <EscapeNotes closures={closures} unplaced={unplaced.length} />
        <EscapePaper tools={tools} answer={answer} shown={shown} closures={closures} />
      </Panel>
    </div>
  )
}

/** 逃げ地図: every road by the minutes to a site, or by the time that is left, on the map and as a table. */
export const EscapePanel = ({ tools }: { readonly tools: EscapeTools }) => {
  const [view, setView] = useState<EscapeView>('reach')
  const [front, setFront] = useState(FIRST_FRONT)
  const hazardNow = useStore(tools.shelters, (state) => state.hazard)
  const floods = useMemo(() => seriesFor(tools.area, hazardNow), [tools.area, hazardNow])
  // A flood of another hazard is none that was chosen.
  const chosen = floods.some(({ file }) => file === front.series) ? front : { ...front, series: null }
  const isDeparture = view === 'departure'
  const series = useSeries(isDeparture ? chosen.series : null, tools.seriesFile)
  const last = useMemo(() => (typeof series === 'string' ? 0 : lastMinute(series)), [series])
  const { asked, hazard, night, manner, closures } = useAsked(tools, { view, front: chosen, series })
  const { answer, isBusy, again } = useEscape(asked, tools.finder, tools.area)
  const why = obstacle(tools, isDeparture, comesAsWater(hazard), series)
  const isReading = isDeparture && series === 'reading'
  const told = why === null ? answer : null
  const shown = told !== null && told.outcome !== 'failed' && told.outcome.ok ? told.outcome.value : null
  useMapWays(tools, shown)
  const isWorking = isBusy || isReading
  const status = isReading
    ? 'escape:front.reading'
    : shown === null
      ? 'escape:status.first'
      : 'escape:status.again'
  return (
    <Panel>
      <p>
        <Said k="escape:intro" />
      </p>
      <Chips<EscapeView>
        legend={<Said k="escape:view.legend" />}
        options={ESCAPE_VIEWS.map((value) => ({ value, label: <Said k={`escape:view.${value}`} /> }))}
        value={view}
        onChange={setView}
      />
      <HazardChips store={tools.shelters} />
      <WalkerChoice store={tools.ways} isNight={night} />
      <Switch
        label={<Said k="roads:who.avoid" />}
        hint={<Said k="roads:who.avoidHint" />}
        on={manner === 'avoid'}
        onChange={(on) => tools.ways.setState({ manner: on ? 'avoid' : 'least' })}
      />
      {isDeparture && comesAsWater(hazard) ? (
        <FrontPart
          choice={chosen}
          onChange={setFront}
          series={floods}
          last={last}
          from={answer?.asked.now ?? tools.now()}
        />
      ) : null}
      <LiveRegion>
        {isWorking ? <Said k={status} /> : shown === null ? null : <Said k="escape:status.done" />}
      </LiveRegion>
      {isWorking && why === null ? (
        <div className={styles.busy}>
          <Notice tone="info">
            <p>
              <Said k={status} />
            </p>
          </Notice>
        </div>
      ) : null}
      {why === null ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k={why} />
          </p>
        </Notice>
      )}
      {told === null || isBusy ? null : <Refused answer={told} again={again} />}
      {told === null || shown === null ? null : (
        <Picture answer={told} shown={shown} tools={tools} isOld={isWorking} closures={closures} />
      )}
    </Panel>
  )
}
