import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Result } from '#domain/result.ts'
import type { WaysRefusal } from '#domain/routes/ways-question.ts'
import { Heard, Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { HazardChips } from '../shelters/index.ts'
import { askWays, chooseGoals, type Answer, type Choice } from './ask-ways.ts'
import { closuresKnown, type ClosuresKnown } from './closures-known.ts'
import { KnowFirst } from './KnowFirst.tsx'
import { LeftOut, StraightLines } from './OtherSites.tsx'
import { useNow, useWays, type Search } from './use-ways.ts'
import { walksByNight } from './WalkerChoice.tsx'
import { Told } from './Told.tsx'
import type { WaysTools } from './ways-tools.ts'
import styles from './WaysPanel.module.css'
import { WhoWalks } from './WhoWalks.tsx'

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
  const { area, store, shelters, findWays, readSeries } = tools
  const { profile, night, manner, wanted, water } = useStore(store)
  const hazard = useStore(shelters, (state) => state.hazard)
  const isNight = walksByNight({ night }, at, now)
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const { goals } = choice
      const walker = { profile, manner, water }
      const known = { closures: closures.reckoned, night: isNight, walker, now, readSeries }
      return askWays(await findWays(), { area, at, hazard, goals, ...known }, signal)
    },
    [findWays, readSeries, area, at, hazard, choice, closures, isNight, profile, manner, water, now],
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
