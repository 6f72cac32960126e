import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { marginsOverTime, type DrillHistory, type DrillRecord } from '#domain/drills/history.ts'
import { DRILL_MODES } from '#domain/drills/scenario.ts'
import { TIMELINE_HAZARDS } from '#domain/timeline/trigger.ts'
import { formatDate, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { More, Quiet, Section } from '#ui/Panel.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import type { DrillTools } from '../tools.ts'
import { Margin } from './Margin.tsx'
import { MarginPicture } from './MarginPicture.tsx'
import { ScenarioName } from './ScenarioName.tsx'
import styles from './home.module.css'

/** How many drills stand here before the rest is folded. */
const FIRST = 5

const Day = ({ at }: { readonly at: number }) => {
  const { language } = useWords('drills')
  return <Said text={formatDate(language, new Date(at).toISOString())} />
}

const Record = ({ record, onForget }: { readonly record: DrillRecord; readonly onForget: () => void }) => {
  const { at, scenario, hazard, mode, outcome, margin } = record
  return (
    <li className={styles.card}>
      <p>
        <b>
          <Day at={at} />
        </b>{' '}
        <ScenarioName scenario={{ id: scenario, hazard }} />
      </p>
      <p className={styles.quiet}>
        <Said k={`drills:mode.${mode}`} />
      </p>
      {mode === 'class' ? null : (
        <>
          <p>
            <Said k={`drills:outcome.${outcome}`} />
          </p>
          {margin === null ? null : (
            <p>
              <Margin margin={margin} />
            </p>
          )}
        </>
      )}
      <Button look="quiet" icon="bin" onClick={onForget}>
        <Said k="drills:home.forget" />
        <VisuallyHidden>
          {' '}
          <Day at={at} /> <ScenarioName scenario={{ id: scenario, hazard }} />
        </VisuallyHidden>
      </Button>
    </li>
  )
}

/** Only drills of one danger, done in one way, are compared; and only where there are two. */
const Trends = ({ history }: { readonly history: DrillHistory }) => {
  const groups = TIMELINE_HAZARDS.flatMap((hazard) =>
    DRILL_MODES.map((mode) => ({ hazard, mode, margins: marginsOverTime(history, hazard, mode) })),
  ).filter(({ margins }) => margins.points.length > 1 && margins.best !== null)
  return groups.map(({ hazard, mode, margins }) => (
    <div key={`${hazard} ${mode}`} className={styles.figure}>
      <h4>
        <Said k={`timeline:danger.${hazard}`} /> <Said k={`drills:mode.${mode}`} />
      </h4>
      {margins.trend === 'first' || margins.trend === 'notKnown' ? null : (
        <p>
          <Said k={`drills:home.${margins.trend}`} />
        </p>
      )}
      <MarginPicture margins={margins} />
    </div>
  ))
}

/** The one that was deleted last can be had back, until the screen is left. */
const Undo = ({ onUndo }: { readonly onUndo: () => void }) => {
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone with its record.
  useEffect(() => button.current?.focus(), [])
  return (
    <Notice
      tone="info"
      announce
      actions={
        <Button ref={button} onClick={onUndo}>
          <Said k="plan:undo.undo" />
        </Button>
      }
    >
      <p>
        <Said k="drills:home.forgotten" />
      </p>
    </Notice>
  )
}

/** The drills that were done on this device, the last one first. */
export const History = ({ tools }: { readonly tools: DrillTools }) => {
  const t = useWords('app')
  const history = useStore(tools.drills.store, (state) => state.history)
  const { commands } = tools.drills
  const [gone, setGone] = useState<DrillRecord | null>(null)
  const forget = (record: DrillRecord) => {
    commands.forget(record.nonce)
    setGone(record)
  }
  const items = history.records
    .toReversed()
    .map((record) => <Record key={record.nonce} record={record} onForget={() => forget(record)} />)
  return (
    <Section title={<Said k="drills:home.history" />}>
      {gone === null ? null : (
        <Undo
          key={gone.nonce}
          onUndo={() => {
            commands.bringBack(gone)
            setGone(null)
          }}
        />
      )}
      {items.length === 0 ? (
        <Quiet>
          <Said k="drills:home.none" />
        </Quiet>
      ) : (
        <>
          <Trends history={history} />
          <ul className={styles.records}>{items.slice(0, FIRST)}</ul>
          {items.length <= FIRST ? null : (
            <More summary={<Said text={t('site.showAll', { count: items.length })} />}>
              <ul className={styles.records}>{items.slice(FIRST)}</ul>
            </More>
          )}
        </>
      )}
    </Section>
  )
}
