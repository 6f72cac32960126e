import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { comesAsWater, seriesFor } from '#domain/routes/coming-water.ts'
import { Heard, Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips, Switch } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { HazardChips } from '../shelters/index.ts'
import { closuresKnown, WalkerChoice } from '../ways/index.ts'
import {
  ESCAPE_VIEWS,
  FIRST_FRONT,
  lastMinute,
  type EscapeView,
  type FrontChoice,
} from './escape-question.ts'
import type { EscapeTools } from './escape-tools.ts'
import styles from './EscapeMap.module.css'
import { EscapePicture } from './EscapePicture.tsx'
import { FrontPart } from './FrontPart.tsx'
import { refusalKey } from './HereTimes.tsx'
import { useAsked } from './use-asked.ts'
import { useEscape, type EscapeAnswer, type Shown } from './use-escape.ts'
import { useMapWays } from './use-map-ways.ts'
import { useSeries, type SeriesState } from './use-series.ts'

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

/** What can be chosen: the picture, the hazard, who walks. */
const Choices = ({
  tools,
  view,
  onView,
  isNight,
}: {
  readonly tools: EscapeTools
  readonly view: EscapeView
  readonly onView: (view: EscapeView) => void
  readonly isNight: boolean
}) => {
  const manner = useStore(tools.ways, (state) => state.manner)
  return (
    <>
      <Chips<EscapeView>
        legend={<Said k="escape:view.legend" />}
        options={ESCAPE_VIEWS.map((value) => ({ value, label: <Said k={`escape:view.${value}`} /> }))}
        value={view}
        onChange={onView}
      />
      <HazardChips store={tools.shelters} />
      <WalkerChoice store={tools.ways} isNight={isNight} />
      <Switch
        label={<Said k="escape:avoid.label" />}
        hint={<Said k="escape:avoid.quick" />}
        on={manner === 'avoid'}
        onChange={(on) => tools.ways.setState({ manner: on ? 'avoid' : 'least' })}
      />
    </>
  )
}

/** The choice of a flood, and its bytes; a flood of another hazard is none that was chosen. */
function useFlood(tools: EscapeTools, isWanted: boolean) {
  const [front, setFront] = useState(FIRST_FRONT)
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const floods = useMemo(() => seriesFor(tools.area, hazard), [tools.area, hazard])
  const isOffered = front.series === null || floods.some(({ file }) => file === front.series)
  const chosen = useMemo(
    (): FrontChoice => (isOffered ? front : { ...front, series: null }),
    [front, isOffered],
  )
  const series = useSeries(isWanted ? chosen.series : null, tools.seriesFile)
  const last = useMemo(() => (typeof series === 'string' ? 0 : lastMinute(series)), [series])
  return { front: chosen, setFront, floods, series, last }
}

/** That something is being worked out: for the ear at once, for the eye when it takes a while. */
const Working = ({ says, isDone }: { readonly says: string | null; readonly isDone: boolean }) => (
  <>
    <LiveRegion>
      {says !== null ? <Heard k={says} /> : isDone ? <Heard k="escape:status.done" /> : null}
    </LiveRegion>
    {says === null ? null : (
      <div className={styles.busy} aria-hidden="true">
        <Notice tone="info">
          <p>
            <Said k={says} />
          </p>
        </Notice>
      </div>
    )}
  </>
)

const shownOf = (answer: EscapeAnswer | null): Shown | null =>
  answer !== null && answer.outcome !== 'failed' && answer.outcome.ok ? answer.outcome.value : null

/** 逃げ地図: every road by the minutes to a site, or by the time that is left, on the map and as a table. */
export const EscapePanel = ({ tools }: { readonly tools: EscapeTools }) => {
  const [view, setView] = useState<EscapeView>('reach')
  const isDeparture = view === 'departure'
  const { front, setFront, floods, series, last } = useFlood(tools, isDeparture)
  const { asked, hazard, night } = useAsked(tools, { view, front, series })
  const closures = closuresKnown(useStore(tools.closures), tools.now())
  const { answer, isBusy, again } = useEscape(asked, tools.finder, tools.area)
  const why = obstacle(tools, isDeparture, comesAsWater(hazard), series)
  const told = why === null ? answer : null
  const shown = shownOf(told)
  useMapWays(tools.ways, shown)
  const isReading = isDeparture && series === 'reading'
  const isWorking = why === null && (isBusy || isReading)
  const working = isReading
    ? 'escape:front.reading'
    : shown === null
      ? 'escape:status.first'
      : 'escape:status.again'
  return (
    <Panel>
      <p>
        <Said k="escape:intro" />
      </p>
      <Choices tools={tools} view={view} onView={setView} isNight={night} />
      {isDeparture && comesAsWater(hazard) ? (
        <FrontPart
          choice={front}
          onChange={setFront}
          series={floods}
          last={last}
          from={asked?.now ?? tools.now()}
        />
      ) : null}
      <Working says={isWorking ? working : null} isDone={shown !== null} />
      {why === null ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k={why} />
          </p>
        </Notice>
      )}
      {told === null || isWorking ? null : <Refused answer={told} again={again} />}
      {told === null || shown === null ? null : (
        <EscapePicture answer={told} shown={shown} tools={tools} isOld={isWorking} closures={closures} />
      )}
    </Panel>
  )
}
