import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { describeImpassable, describeLength } from '#domain/routes/describe-way.ts'
import { comesAsWater, seriesFor } from '#domain/routes/coming-water.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import type { FoundWay } from '#domain/routes/ways-question.ts'
import { Said } from '#i18n/index.ts'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ReadAloud } from '../speech/index.ts'
import type { Answer } from './ask-ways.ts'
import type { ClosuresKnown } from './closures-known.ts'
import { LeaveBy, WaterQuestion } from './LeaveBy.tsx'
import { OtherWays, SiteName, WayLength } from './OtherSites.tsx'
import { SaveWay } from './SaveWay.tsx'
import { sayWay } from './say-way.ts'
import { WayThrough, WaySteps } from './WayDetails.tsx'
import type { WaysTools } from './ways-tools.ts'
import styles from './WaysPanel.module.css'
import { WhoWalks } from './WhoWalks.tsx'

/** What the map shows: the way that is told, and the others. */
const onMap = (ways: readonly FoundWay[], told: FoundWay): MapWays => ({
  routes: ways.map((way, index) => ({
    id: `${index} ${way.goal}`,
    line: way.route.line,
    isTold: way === told,
  })),
  network: null,
})

const boxOf = (line: readonly LngLat[]): Bounds => [
  Math.min(...line.map(([lng]) => lng)),
  Math.min(...line.map(([, lat]) => lat)),
  Math.max(...line.map(([lng]) => lng)),
  Math.max(...line.map(([, lat]) => lat)),
]

/** Shows the ways on the map, and brings the told one into view whenever it is another one. */
function useMapWays({ store, fit }: WaysTools, ways: readonly FoundWay[], told: FoundWay): void {
  useEffect(() => store.setState({ shown: onMap(ways, told) }), [store, ways, told])
  useEffect(() => () => store.setState({ shown: NO_WAYS }), [store])
  const box = boxOf(told.route.line).join()
  useEffect(() => {
    const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
    fit?.([west, south, east, north])
  }, [fit, box])
}

/** The way that is told in a few lines: where to, how long, how sure that is, and by when to leave. */
const ToldHead = ({
  tools,
  told,
  heading,
  answer: { asked, lacksSeries },
  closures,
  now,
}: {
  readonly tools: WaysTools
  readonly told: FoundWay
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly answer: Answer
  readonly closures: ClosuresKnown
  readonly now: number
}) => {
  const { area, store, shelters } = tools
  const impassable = describeImpassable(told.route)
  const hazard = useStore(shelters, (state) => state.hazard)
  return (
    <section className={styles.told}>
      <h3 ref={heading} tabIndex={-1}>
        <SiteName sites={area.sites} id={told.goal} />
      </h3>
      <WayLength way={told} />
      {impassable === null ? null : (
        <p className={styles.impassable}>
          <Icon name="warning" />
          <span>
            <Said phrase={impassable} />
          </span>
        </p>
      )}
      <p className={styles.closures} data-tone={closures.isDoubtful ? 'unknown' : 'none'}>
        <Icon name={closures.isDoubtful ? 'question' : 'about'} />
        <span>{closures.says[0] === undefined ? null : <Said phrase={closures.says[0]} />}</span>
      </p>
      {lacksSeries ? (
        <p>
          <Said k="escape:front.notHere" />
        </p>
      ) : null}
      {comesAsWater(hazard) ? (
        <>
          <LeaveBy leaveBy={told.leaveBy} asked={asked} now={now} />
          <WaterQuestion store={store} floods={seriesFor(area, hazard)} now={tools.now} />
        </>
      ) : null}
    </section>
  )
}

/** The choice of the quickest way; no site has this id. */
const QUICK = ' quick'

/** That keeping out of zones is a very long detour here, and how long the quickest way takes instead; or that it is this one. */
const Detour = ({
  quick,
  isTold,
  onQuick,
}: {
  readonly quick: FoundWay
  readonly isTold: boolean
  readonly onQuick: () => void
}) => (
  <Notice
    tone="hazard"
    actions={
      isTold ? undefined : (
        <Button icon="route" onClick={onQuick}>
          <Said k="roads:detour.see" />
        </Button>
      )
    }
  >
    <p>
      <Said
        k={isTold ? 'roads:detour.quick' : 'roads:detour.long'}
        params={{ minutes: describeLength(quick.route).minutes }}
      />
    </p>
  </Notice>
)

/** The way that the person chose, else the best; whoever chooses another is taken to its name. */
function useChosen({ found: { ways }, quick }: Answer, heading: RefObject<HTMLHeadingElement | null>) {
  const [chosen, setChosen] = useState<string | null>(null)
  const best = ways.find(({ goal }) => goal === chosen) ?? (ways[0] as FoundWay)
  const choose = (way: string) => {
    setChosen(way)
    heading.current?.focus()
  }
  return { told: chosen === QUICK && quick !== null ? quick : best, choose }
}

/** A way to a site, and the ways to others; which of them is told, the person chooses. */
export const Told = ({
  tools,
  answer,
  closures,
  now,
  isNight,
}: {
  readonly tools: WaysTools
  readonly answer: Answer
  readonly closures: ClosuresKnown
  readonly now: number
  readonly isNight: boolean
}) => {
  const { area, shelters, paint } = tools
  const hazard = useStore(shelters, (state) => state.hazard)
  const { asked, isLeast, quick } = answer
  const { ways, unplaced } = answer.found
  const heading = useRef<HTMLHeadingElement>(null)
  const { told, choose } = useChosen(answer, heading)
  const site = area.sites?.find(({ id }) => id === told.goal)
  const all = useMemo(() => (quick === null ? ways : [...ways, quick]), [ways, quick])
  useMapWays(tools, all, told)
  return (
    <>
      {quick === null ? null : <Detour quick={quick} isTold={told === quick} onQuick={() => choose(QUICK)} />}
      {isLeast ? (
        <Notice tone="hazard" announce>
          <p>
            <Said k="roads:least" />
          </p>
        </Notice>
      ) : null}
      <ToldHead tools={tools} told={told} heading={heading} answer={answer} closures={closures} now={now} />
      <ReadAloud
        about={JSON.stringify([told.goal, told.route.line, told.leaveBy, hazard])}
        says={sayWay(told, { area, hazard, closures, asked, now })}
      />
      <WhoWalks tools={tools} isNight={isNight} />
      <WayThrough route={told.route} hazards={zonesFor(hazard)} unplaced={unplaced.length} paint={paint} />
      <WaySteps steps={told.steps} area={area} />
      {site === undefined ? null : (
        <SaveWay
          key={`${told.goal} ${told === quick}`}
          site={site}
          line={told.route.line}
          area={area.manifest.area.code}
          openPlans={tools.openPlans}
        />
      )}
      <OtherWays
        ways={ways.filter((way) => way !== told)}
        sites={area.sites}
        asked={asked}
        now={now}
        onChoose={choose}
      />
    </>
  )
}
