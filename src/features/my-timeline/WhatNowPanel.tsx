import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { clearDone } from '#domain/plan/edits/edit-timeline.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { describeNow } from '#domain/timeline/describe-timeline.ts'
import { levelsOf } from '#domain/timeline/steps-due.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel } from '#ui/Panel.tsx'
import { PlanNotices, UndoBar, type PlanTools } from '../plan/index.ts'
import { dangersAt, dueNow, hazardsIn, isTimeToGo, levelIn, type Chosen } from './due-now.ts'
import { DueSteps } from './DueSteps.tsx'
import { LevelBadge } from '../level/index.ts'
import { NowPhones, NowPlaces } from './NowPlaces.tsx'
import { NotAnAlarm } from './NotAnAlarm.tsx'
import { ReadAloud } from '../speech/index.ts'
import { sayNow } from './say-now.ts'
import { usePlan } from './use-plan.ts'
import styles from './what-now.module.css'

/** Kept while the page lives, so that a look at the map does not lose it; never longer: a new rain is chosen anew. */
export const chosenNow = createStore<{ readonly chosen: Chosen | null }>(() => ({ chosen: null }))
const choose = (chosen: Chosen | null) => chosenNow.setState({ chosen })

/** What can be chosen. A quiet day is no "now". */
const CHOICES: readonly Chosen[] = [
  ...levelsOf('flood')
    .filter((now) => typeof now === 'number')
    .map((now) => ({ situation: 'rain', now }) as const),
  { situation: 'rain', now: 'ownSigns' },
  ...levelsOf('tsunami')
    .filter((now) => now !== 'beforehand' && now !== 'lifted')
    .map((now) => ({ situation: 'quake', now }) as const),
  { situation: 'rain', now: 'lifted' },
]

/** What one of the choices is called. Own signs differ by danger, so the button says what they have in common. */
const NowName = ({ situation, now }: Chosen) =>
  now === 'ownSigns' ? (
    <Said k="interview:now.ownSigns" />
  ) : (
    <Said phrase={describeNow(now, situation === 'quake' ? 'tsunami' : 'flood').name} />
  )

const isSame = (a: Chosen | null, b: Chosen) => a?.situation === b.situation && a.now === b.now

/** All choices by their names, in big buttons. */
const BigChoices = () => (
  <div className={styles.choices} role="group" aria-labelledby="what-now-choose">
    <p id="what-now-choose">
      <Said k="interview:now.choose" />
    </p>
    {CHOICES.map((one) => {
      const level = levelIn(one.now)
      return (
        <button
          key={`${one.situation} ${one.now}`}
          type="button"
          className={styles.choice}
          onClick={() => choose(one)}
        >
          {level === null ? null : <LevelBadge level={level} large isNamed={typeof one.now === 'number'} />}
          <span>
            <NowName {...one} />
          </span>
        </button>
      )
    })}
  </div>
)

/** The levels again, small and under the thumb, once one was chosen; the rest is one press away. */
const Bar = ({ chosen }: { readonly chosen: Chosen }) => {
  const t = useWords('timeline')
  return (
    <div className={styles.bar} role="group" aria-label={t.label('interview:now.change')}>
      {chosen.situation === 'quake'
        ? null
        : CHOICES.filter(({ now }) => typeof now === 'number').map((one) => {
            const { name } = describeNow(one.now, 'flood')
            const level = levelIn(one.now)
            return (
              <button
                key={one.now}
                type="button"
                className={styles.digit}
                aria-pressed={isSame(chosen, one)}
                aria-label={t.label(name.key, name.params)}
                onClick={() => choose(one)}
              >
                {level === null ? null : <LevelBadge level={level} />}
              </button>
            )
          })}
      <Button onClick={() => choose(null)}>
        <Said k="interview:now.other" />
      </Button>
    </div>
  )
}

/** What everybody does at it, in the official words, before anything of the family's own. */
const Call = ({ situation, now }: Chosen) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [situation, now])
  const hazard = situation === 'quake' ? 'tsunami' : 'flood'
  const level = levelIn(now)
  return (
    <div className={styles.call} data-level={level ?? undefined}>
      <h3 ref={heading} tabIndex={-1}>
        {level === null ? null : <LevelBadge level={level} large isNamed={typeof now === 'number'} />}
        <span>
          <NowName situation={situation} now={now} />
        </span>
      </h3>
      <p>
        <strong>
          <Said phrase={describeNow(now, hazard).calls} />
        </strong>
      </p>
      {level === 5 ? (
        <Notice tone="hazard">
          <p className={styles.notOutside}>
            <Said k="interview:now.level5" />
          </p>
        </Notice>
      ) : null}
    </div>
  )
}

/** The signs that each danger of this family has, by what is seen and heard. */
const OwnSigns = ({ plan }: { readonly plan: Plan }) => (
  <ul className={styles.signs}>
    {hazardsIn(plan, 'rain').map((hazard) => (
      <li key={hazard}>
        <Said phrase={describeNow('ownSigns', hazard).name} />
      </li>
    ))}
  </ul>
)

/** There is no timeline: before anything was chosen, what one would do here; after it, what holds without one. */
const NoTimeline = ({ tools, isChosen }: { readonly tools: PlanTools; readonly isChosen: boolean }) => (
  <Notice
    tone={isChosen ? 'unknown' : 'info'}
    actions={
      <Button onClick={() => tools.go('interview')}>
        <Said k="interview:timeline.begin" />
      </Button>
    }
  >
    <p>
      <Said k={isChosen ? 'interview:now.noTimeline' : 'interview:now.noneYet'} />
    </p>
  </Notice>
)

const Due = ({
  tools,
  plan,
  chosen,
}: {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly chosen: Chosen
}) => {
  const facts = tools.factsOf(plan)
  const hazards = dangersAt(plan, chosen)
  if (hazards.length === 0) return <NoTimeline tools={tools} isChosen />
  const edit: PlanTools['plans']['commands']['edit'] = (change) => tools.plans.commands.edit(change)
  return (
    <>
      {chosen.now === 'ownSigns' ? <OwnSigns plan={plan} /> : null}
      <DueSteps due={dueNow(plan, facts, hazards, chosen.now)} plan={plan} edit={edit} />
      {isTimeToGo(chosen.now) ? <NowPlaces tools={tools} facts={facts} hazards={hazards} /> : null}
    </>
  )
}

const Clear = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) =>
  plan.timelines.some(({ steps }) => steps.some(({ done }) => done)) ? (
    <Actions>
      <Button onClick={() => tools.plans.commands.edit(clearDone)}>
        <Said k="interview:now.clear" />
      </Button>
    </Actions>
  ) : null

/** "What now?": one chooses what holds and sees what is to be done, big, for one hand, without any network. */
export const WhatNowPanel = ({ tools }: { readonly tools: PlanTools }) => {
  const { status, plan } = usePlan(tools)
  const chosen = useStore(chosenNow, (state) => state.chosen)
  return (
    <Panel>
      <div className={styles.now}>
        {chosen === null ? null : <Call {...chosen} />}
        {chosen === null || status !== 'open' ? null : (
          <ReadAloud isBrief says={sayNow(chosen, plan, plan === null ? null : tools.factsOf(plan))} />
        )}
        {status !== 'open' ? (
          <p role="status">
            <Said k="interview:opening" />
          </p>
        ) : chosen === null ? null : plan === null ? (
          <NoTimeline tools={tools} isChosen />
        ) : (
          <Due tools={tools} plan={plan} chosen={chosen} />
        )}
        {chosen === null ? <BigChoices /> : null}
        {status === 'open' && chosen === null && (plan?.timelines.length ?? 0) === 0 ? (
          <NoTimeline tools={tools} isChosen={false} />
        ) : null}
        <NowPhones plan={plan} />
        {plan === null ? null : (
          <>
            <Clear tools={tools} plan={plan} />
            <UndoBar plans={tools.plans} />
          </>
        )}
        <PlanNotices tools={tools} />
        <NotAnAlarm />
        {chosen === null ? null : <Bar chosen={chosen} />}
      </div>
    </Panel>
  )
}
