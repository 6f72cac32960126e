import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { zonesFor } from '#domain/routes/goals.ts'
import type { Result } from '#domain/result.ts'
import type { FoundWay, WaysRefusal } from '#domain/routes/ways-question.ts'
import { Heard, Said } from '#i18n/index.ts'
import { NO_WAYS, type MapWays } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { HazardChips } from '../shelters/index.ts'
import { ReadAloud } from '../speech/index.ts'
import { askWays, chooseGoals, hasWater, type Answer, type Choice } from './ask-ways.ts'
import { closuresKnown, type ClosuresKnown } from './closures-known.ts'
import { KnowFirst } from './KnowFirst.tsx'
import { LeaveBy, WaterQuestion } from './LeaveBy.tsx'
import { LeftOut, OtherWays, SiteName, StraightLines, WayLength } from './OtherSites.tsx'
import { SaveWay } from './SaveWay.tsx'
import { sayWay } from './say-way.ts'
import { useNow, useWays, type Search } from './use-ways.ts'
import { WalkerChoice, walksByNight } from './WalkerChoice.tsx'
import { WayThrough, WaySteps } from './WayDetails.tsx'
import type { WaysTools } from './ways-tools.ts'
import styles from './WaysPanel.module.css'

type At = { readonly tools: WaysTools; readonly at: LngLat }

/** Why there is no way, and where the sites lie where no way is known. */
const NoWay = ({
  tools: { area },
  at,
  why,
  choice,
}: At & { readonly why: string; readonly choice: Choice }) => {
  const known = ['unsnappable', 'unreachable', 'noSites', 'noGraph', 'notLoaded']
  const hasNoRoads = !['unreachable', 'noSites'].includes(why)
  return (
    <>
      <Notice tone="unknown" announce>
        <p>
          <Said k={`roads:refused.${known.includes(why) ? why : 'unreadable'}`} />
        </p>
      </Notice>
      {hasNoRoads ? <StraightLines goals={choice.goals} sites={area.sites} at={at} /> : null}
    </>
  )
}

/** What is told of the search while there is no answer. */
const Searching = ({
  search,
  onStop,
  onAgain,
}: {
  readonly search: Search
  readonly onStop: () => void
  readonly onAgain: () => void
}) =>
  search.state === 'asking' ? (
    <div className={styles.asking}>
      <Progress label={<Said k="roads:asking" />} done={0} total={0} text="" />
      <Button icon="close" onClick={onStop}>
        <Said k="roads:stop" />
      </Button>
    </div>
  ) : (
    <Notice
      tone="unknown"
      announce
      actions={
        <Button onClick={onAgain}>
          <Said k="roads:again" />
        </Button>
      }
    >
      <p>
        <Said k={search.state === 'stopped' ? 'roads:stopped' : 'roads:failed'} />
      </p>
    </Notice>
  )

/** The one site that was chosen elsewhere, and loudly what speaks against it. */
const Wanted = ({
  choice: { wanted },
  onNearest,
}: {
  readonly choice: Choice
  readonly onNearest: () => void
}) =>
  wanted === null ? null : (
    <Notice
      tone={wanted.bar === null ? 'info' : 'hazard'}
      actions={
        <Button icon="shelter" onClick={onNearest}>
          <Said k="roads:way.nearest" />
        </Button>
      }
    >
      <p>
        <Said k="roads:way.wanted" />
      </p>
      {wanted.bar === null ? null : (
        <p className={styles.loud}>
          <Said k={`roads:bar.${wanted.bar}`} />
        </p>
      )}
    </Notice>
  )

/** What the map shows: the way that is told, and the others. */
const onMap = (ways: readonly FoundWay[], told: string): MapWays => ({
  routes: ways.map(({ goal, route }) => ({ id: goal, line: route.line, isTold: goal === told })),
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
  useEffect(() => store.setState({ shown: onMap(ways, told.goal) }), [store, ways, told.goal])
  useEffect(() => () => store.setState({ shown: NO_WAYS }), [store])
  const box = boxOf(told.route.line).join()
  useEffect(() => {
    const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
    fit?.([west, south, east, north])
  }, [fit, box])
}

const Told = ({
  tools,
  answer: { found, asked, isLeast },
  closures,
  now,
  isNight,
}: Pick<At, 'tools'> & {
  readonly answer: Answer
  readonly closures: ClosuresKnown
  readonly now: number
  readonly isNight: boolean
}) => {
  const { area, store, shelters, paint } = tools
  const hazard = useStore(shelters, (state) => state.hazard)
  const { ways, unplaced } = found
  const [chosen, setChosen] = useState<string | null>(null)
  const told = ways.find(({ goal }) => goal === chosen) ?? (ways[0] as FoundWay)
  const site = area.sites?.find(({ id }) => id === told.goal)
  useMapWays(tools, ways, told)
  return (
    <>
      {isLeast ? (
        <Notice tone="hazard" announce>
          <p>
            <Said k="roads:least" />
          </p>
        </Notice>
      ) : null}
      <section className={styles.told}>
        <h3>
          <SiteName sites={area.sites} id={told.goal} />
        </h3>
        <WayLength way={told} />
        <LeaveBy leaveBy={told.leaveBy} asked={asked} now={now} />
        {hasWater(hazard) ? <WaterQuestion store={store} now={tools.now} /> : null}
      </section>
      <ReadAloud says={sayWay(told, { area, hazard, closures, asked, now })} />
      <WhoWalks tools={tools} isNight={isNight} />
      <WayThrough route={told.route} hazards={zonesFor(hazard)} unplaced={unplaced.length} paint={paint} />
      <WaySteps steps={told.steps} area={area} />
      {site === undefined ? null : (
        <SaveWay
          key={told.goal}
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
        onChoose={setChosen}
      />
    </>
  )
}

const WhoWalks = ({
  tools: { store },
  isNight,
}: {
  readonly tools: WaysTools
  readonly isNight: boolean
}) => {
  const manner = useStore(store, (state) => state.manner)
  return (
    <>
      <WalkerChoice store={store} isNight={isNight} />
      <Switch
        label={<Said k="escape:avoid.label" />}
        hint={<Said k="escape:avoid.hint" />}
        on={manner === 'avoid'}
        onChange={(on) => store.setState({ manner: on ? 'avoid' : 'least' })}
      />
    </>
  )
}

const Unreadable = () => (
  <Notice tone="unknown">
    <p>
      <Said k="sites:list.unreadable" />
    </p>
  </Notice>
)

/** Told to the ear when the ways are there. */
const Counted = ({ answer }: { readonly answer: Result<Answer, WaysRefusal> | null }) => (
  <LiveRegion>
    {answer?.ok === true ? (
      <Heard phrase={{ key: 'roads:found', params: { count: answer.value.found.ways.length } }} />
    ) : null}
  </LiveRegion>
)

/** What is asked of the finder, and its answer; asked anew when something of it changes, and each half minute. */
function useSearch(tools: WaysTools, at: LngLat, choice: Choice, closures: ClosuresKnown, now: number) {
  const { area, store, shelters, findWays } = tools
  const { profile, night, manner, wanted, water } = useStore(store)
  const hazard = useStore(shelters, (state) => state.hazard)
  const isNight = walksByNight({ night }, at, now)
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const { goals } = choice
      const walker = { profile, manner, water }
      const asked = { area, at, hazard, goals, closures: closures.reckoned, night: isNight, walker, now }
      return askWays(await findWays(), asked, signal)
    },
    [findWays, area, at, hazard, choice, closures, isNight, profile, manner, water, now],
  )
  const key = JSON.stringify([area.manifest.area.code, at, hazard, wanted, isNight, profile, manner, water])
  return { ...useWays(area.sites === null ? null : ask, key), isNight }
}

/** The way on foot from a place to a site: what has to be known first, the way, how dangerous it is, every turn, others. */
export const WaysPanel = ({ tools, at }: At) => {
  const { area, store, shelters } = tools
  const wanted = useStore(store, (state) => state.wanted)
  const hazard = useStore(shelters, (state) => state.hazard)
  const now = useNow(tools.now)
  const closures = useMemo(() => closuresKnown(tools.closures, now), [tools.closures, now])
  const choice = useMemo(() => chooseGoals(area, hazard, wanted), [area, hazard, wanted])
  const { search, stop, again, isNight } = useSearch(tools, at, choice, closures, now)
  const answer = search.state === 'answered' ? search.answer : null
  const nearest = () => store.setState({ wanted: null })
  return (
    <Panel>
      <HazardChips store={shelters} />
      <KnowFirst hazard={hazard} closures={closures} />
      <Wanted choice={choice} onNearest={nearest} />
      {area.sites === null ? <Unreadable /> : null}
      {area.sites !== null && answer === null ? (
        <Searching search={search} onStop={stop} onAgain={again} />
      ) : null}
      {answer?.ok === false ? <NoWay tools={tools} at={at} why={answer.reason} choice={choice} /> : null}
      {answer?.ok === true ? (
        <Told
          key={hazard}
          tools={tools}
          answer={answer.value}
          closures={closures}
          now={now}
          isNight={isNight}
        />
      ) : (
        <WhoWalks tools={tools} isNight={isNight} />
      )}
      <Counted answer={answer} />
      <LeftOut barred={choice.barred} at={at} />
      {tools.emergency}
    </Panel>
  )
}
