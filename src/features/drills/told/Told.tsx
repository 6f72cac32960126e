import { useMemo, type ReactNode } from 'react'
import {
  describeReached,
  describeTold,
  describeWater,
  type Told as Thing,
  type WaterTold,
} from '#domain/drills/describe-told.ts'
import type { DrillNow } from '#domain/drills/drill-run.ts'
import type { DrillWorld } from '#domain/drills/drill-world.ts'
import { momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import { describeNow } from '#domain/timeline/describe-timeline.ts'
import { triggerOf, type TimelineHazard, type TriggerId } from '#domain/timeline/trigger.ts'
import { formatClock, Said, useWords } from '#i18n/index.ts'
import { DataList, Datum } from '#ui/DataList.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice, type NoticeTone } from '#ui/Notice.tsx'
import { More, Quiet, Section } from '#ui/Panel.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { LevelBadge } from '#features/level/index.ts'
import type { Running } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import styles from './told.module.css'
import { useNews } from './use-news.ts'

type Now = { readonly drill: Drill; readonly world: DrillWorld; readonly told: DrillNow }

/** An order or a warning by its official name, with what everybody does at it. */
const Call = ({ trigger, hazard }: { readonly trigger: TriggerId; readonly hazard: TimelineHazard }) => {
  const { name, calls } = describeNow(trigger, hazard)
  const { level } = triggerOf(trigger)
  return (
    <div className={styles.level} data-level={level ?? 'none'}>
      <p className={styles.name}>
        {level === null ? null : <LevelBadge level={level} large isNamed />}
        <strong>
          <Said phrase={name} />
        </strong>
      </p>
      <p>
        <Said phrase={calls} />
      </p>
    </div>
  )
}

/** What holds now: the highest level, the city's order before a warning; what people see themselves; the last word where there are no levels. */
function callsNow({ told }: Pick<Now, 'told'>): readonly TriggerId[] {
  const { level } = told
  const lifted = told.signals.findLastIndex(({ trigger }) => trigger === 'lifted')
  const triggers = told.signals.slice(Math.max(0, lifted)).map(({ trigger }) => trigger)
  const ofLevel = triggers.filter((one) => triggerOf(one).level === level)
  const highest = ofLevel.findLast((one) => triggerOf(one).says === 'city') ?? ofLevel.at(-1)
  const own = triggers.filter((one) => one === 'ownSigns' && one !== highest)
  return highest === undefined ? own : [highest, ...own]
}

const Calls = ({ drill, told }: Now) => {
  const { hazard } = drill.run.scenario
  const calls = callsNow({ told })
  return calls.length === 0 ? (
    <p>
      <Said k="drills:told.nothing" />
    </p>
  ) : (
    calls.map((trigger) => <Call key={trigger} trigger={trigger} hazard={hazard} />)
  )
}

const Things = ({ drill, things }: { readonly drill: Drill; readonly things: readonly Thing[] }) => {
  const t = useWords('drills')
  return (
    <ul className={styles.things}>
      {things.map(({ id, minute, text, isUrgent }) => (
        <li key={id} data-urgent={isUrgent || undefined}>
          <span className={styles.clock}>
            <Said text={formatClock(t.language, momentOfEvent(drill, minute))} />
          </span>{' '}
          <span>
            <Said phrase={text} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One box of news: what stands below anyway is only heard. */
const Box = ({
  tone,
  drill,
  things,
  shown,
}: {
  readonly tone: NoticeTone
  readonly drill: Drill
  readonly things: readonly Thing[]
  readonly shown: readonly string[]
}) => {
  const heard = things.filter(({ id }) => shown.includes(id))
  const seen = things.filter(({ id }) => !shown.includes(id))
  return (
    <>
      {heard.map(({ id, text }) => (
        <VisuallyHidden key={id}>
          <Said phrase={text} />{' '}
        </VisuallyHidden>
      ))}
      {seen.length === 0 ? null : (
        <Notice tone={tone}>
          <Things drill={drill} things={seen} />
        </Notice>
      )}
    </>
  )
}

/** What is new, read out as it comes: what cannot wait at once. Both boxes are there before they have words. */
const News = ({
  tools,
  drill,
  things,
  shown,
}: {
  readonly tools: DrillTools
  readonly drill: Drill
  readonly things: readonly Thing[]
  /** Ids of what stands below. */
  readonly shown: readonly string[]
}) => {
  const { urgent, calm } = useNews(tools.drills, drill.nonce, things)
  return (
    <div className={styles.news}>
      <div role="alert">
        <Box tone="hazard" drill={drill} things={urgent} shown={shown} />
      </div>
      <div role="status">
        <Box tone="info" drill={drill} things={calm} shown={shown} />
      </div>
    </div>
  )
}

const Water = ({ water, isAssumed }: { readonly water: WaterTold; readonly isAssumed: boolean }) => {
  const { isMud, now, in5, in10 } = water
  const isUnknown = [now, in5, in10].every(({ state }) => state === 'unknown')
  const rows = [
    { minutes: 5, water: in5 },
    { minutes: 10, water: in10 },
  ]
  return (
    <Section title={<Said k={isMud ? 'drills:told.mud' : 'drills:told.water'} />}>
      {isUnknown ? (
        <p>
          <Said k="drills:told.unknown" />
        </p>
      ) : (
        <DataList>
          <Datum name={<Said k="drills:told.now" />}>
            <Said phrase={now.text} />
          </Datum>
          {rows.map(({ minutes, water: { text } }) => (
            <Datum key={minutes} name={<Said k="drills:told.later" params={{ minutes }} />}>
              <Said phrase={text} />
            </Datum>
          ))}
        </DataList>
      )}
      {isAssumed ? (
        <Quiet>
          <Said k="drills:told.assumed" />
        </Quiet>
      ) : null}
    </Section>
  )
}

/** That it is dark, and that nothing new reaches them, as long as it holds. */
const Around = ({ told }: Pick<Now, 'told'>) =>
  told.isDark || !told.hasNetwork ? (
    <ul className={styles.around}>
      {told.isDark ? (
        <li>
          <Icon name="about" />
          <span>
            <Said k="drills:inject.night" />
          </span>
        </li>
      ) : null}
      {told.hasNetwork ? null : (
        <li>
          <Icon name="about" />
          <span>
            <Said k="drills:inject.networkGone" />
          </span>
        </li>
      )}
    </ul>
  ) : null

const Known = ({
  tools,
  now,
  children,
}: {
  readonly tools: DrillTools
  readonly now: Now
  readonly children: ReactNode
}) => {
  const { drill, world, told } = now
  const { run } = drill
  const water = describeWater(world, run, told)
  const came = useMemo(() => describeTold(world, told), [world, told])
  const reached = describeReached(water, told.minute)
  const minutes = Math.floor(told.minute)
  return (
    <>
      <News
        tools={tools}
        drill={drill}
        things={reached === null ? came : [...came, reached]}
        shown={callsNow(now).map((trigger) => `signal ${trigger}`)}
      />
      <Section title={<Said k="drills:told.title" />}>
        <p className={styles.time}>
          <Said
            k="drills:told.time"
            params={{ 'at@clock': momentOfEvent(drill, minutes), minutes, total: run.scenario.minutes }}
          />
        </p>
        <Calls {...now} />
        <Around told={told} />
      </Section>
      {children}
      <Water water={water} isAssumed={run.scenario.water.kind === 'rise'} />
      {came.length === 0 ? null : (
        <More summary={<Said k="drills:told.all" />}>
          <Things drill={drill} things={came.toReversed()} />
        </More>
      )}
    </>
  )
}

/**
 * What a participant is told at this moment: what is new first, then the level, the water at their place, and all that came.
 * @param children what stands between the level and the rest, where somebody has to choose quickly
 */
export const Told = ({
  running,
  tools,
  children,
}: {
  readonly running: Running
  readonly tools: DrillTools
  readonly children?: ReactNode
}) => {
  const { drill, world, told } = running
  if (world === null || told === null)
    return (
      <p role="status">
        <Said k="drills:told.opening" />
      </p>
    )
  return (
    <Known tools={tools} now={{ drill, world, told }}>
      {children}
    </Known>
  )
}
